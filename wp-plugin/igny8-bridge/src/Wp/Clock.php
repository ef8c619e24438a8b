<?php
/**
 * What time it is.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Wp;

/**
 * Tells the time, so that tests can set it.
 */
interface Clock {

	/**
	 * Seconds since 1970, UTC.
	 */
	public function now(): int;

	/**
	 * Waits.
	 *
	 * @param int $milliseconds How long.
	 */
	public function wait( int $milliseconds ): void;
}
