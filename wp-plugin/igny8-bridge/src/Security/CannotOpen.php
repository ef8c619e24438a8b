<?php
/**
 * A sealed secret that does not open.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Security;

use RuntimeException;

/**
 * Thrown by Vault::open().
 */
final class CannotOpen extends RuntimeException {

	public const KEY_CHANGED = 'WordPress\'s security keys changed since it was stored.';
	public const DAMAGED     = 'The stored text was damaged.';
}
