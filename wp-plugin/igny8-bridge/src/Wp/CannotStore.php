<?php
/**
 * The database took no change.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Wp;

use RuntimeException;

/**
 * Thrown when something could not be stored: the database is read-only, say, or full. The message is what the database
 * said.
 */
final class CannotStore extends RuntimeException {

	/** What machines are told. */
	public const REASON = 'database_refused';
}
