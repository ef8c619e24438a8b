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
	/** The site is at another address than the one that was connected: it has moved, or it is a copy. */
	public const MOVED = 'moved';
	/** The site is of another environment type than the one that was connected: production has become staging, say. */
	public const ENVIRONMENT_CHANGED = 'environment_changed';
	/** IGNY8 says that another site is connected, or this one at another address. */
	public const IDENTITY_CONFLICT = 'identity_conflict';
	/** The database did not answer. */
	public const NOT_COUNTED = 'not_counted';
}
