<?php
/**
 * A clock that stands still.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Support;

use Igny8\Bridge\Wp\Clock;

/**
 * Tells the time that a test sets; waiting moves it on at once.
 */
final class SetClock implements Clock {

	public int $now = 1763805600;

	private int $milliseconds = 0;

	public function now(): int {
		return $this->now;
	}

	public function wait( int $milliseconds ): void {
		$this->milliseconds += $milliseconds;
		$this->now          += intdiv( $this->milliseconds, 1000 );
		$this->milliseconds %= 1000;
	}
}
