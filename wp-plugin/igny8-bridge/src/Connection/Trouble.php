<?php
/**
 * What can be wrong on this side.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Connection;

/**
 * Reasons beside those of ApiException.
 */
final class Trouble {

	/** The stored key does not open: the security keys of wp-config.php changed. */
	public const KEY_UNREADABLE = 'key_unreadable';
	/** The stored key does not open: the row was damaged. */
	public const KEY_DAMAGED = 'key_damaged';
}
