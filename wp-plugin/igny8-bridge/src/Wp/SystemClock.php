<?php
/**
 * The server's clock.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Wp;

/**
 * The real time.
 */
final class SystemClock implements Clock {

	/**
	 * Seconds since 1970, UTC.
	 */
	public function now(): int {
		return time();
	}

	/**
	 * Waits.
	 *
	 * @param int $milliseconds How long.
	 */
	public function wait( int $milliseconds ): void {
		usleep( $milliseconds * 1000 );
	}
}
