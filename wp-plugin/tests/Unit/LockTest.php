<?php
/**
 * One at a time.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Unit;

use Igny8\Bridge\Connection\Lock;
use Igny8\Bridge\Tests\Support\MemoryOptions;
use Igny8\Bridge\Tests\Support\SetClock;
use PHPUnit\Framework\TestCase;

final class LockTest extends TestCase {

	private MemoryOptions $options;

	private SetClock $clock;

	protected function setUp(): void {
		$this->options = new MemoryOptions();
		$this->clock   = new SetClock();
	}

	public function test_one_has_it_until_it_is_given_back(): void {
		$first  = $this->lock();
		$second = $this->lock();
		self::assertTrue( $first->acquire() );
		self::assertFalse( $second->acquire() );
		$first->release();
		self::assertTrue( $second->acquire() );
	}

	public function test_who_loses_the_race_does_not_have_it(): void {
		$second = $this->lock();

		$this->options->meanwhile = static function () use ( $second ): void {
			self::assertTrue( $second->acquire() );
		};
		self::assertFalse( $this->lock()->acquire() );
		self::assertTrue( $second->renew() );
	}

	public function test_a_holder_that_was_stopped_loses_it_with_its_lease(): void {
		$dead = $this->lock();
		self::assertTrue( $dead->acquire() );
		$this->clock->now += Lock::LEASE_SECONDS;
		$next              = $this->lock();
		self::assertTrue( $next->acquire() );
		self::assertFalse( $dead->renew(), 'Who comes back from the dead has to notice.' );
		$dead->release();
		self::assertTrue( $next->renew(), 'And must not give back what is another\'s.' );
	}

	public function test_a_clock_that_was_set_back_leaves_no_lock_for_years(): void {
		$dead = $this->lock();
		$dead->acquire();
		$this->clock->now -= 365 * 86400;
		self::assertFalse( $this->lock()->end(), 'Nobody has it.' );
		self::assertTrue( $this->lock()->acquire() );
		self::assertFalse( $dead->renew() );
	}

	public function test_servers_whose_clocks_differ_by_a_lease_respect_each_other(): void {
		$this->lock()->acquire();
		$this->clock->now -= Lock::LEASE_SECONDS;
		self::assertFalse( $this->lock()->acquire() );
	}

	public function test_a_clock_that_was_set_back_by_more_than_a_lease_frees_it(): void {
		$dead = $this->lock();
		$dead->acquire();
		$this->clock->now -= Lock::LEASE_SECONDS + 1;
		self::assertTrue( $this->lock()->acquire() );
		self::assertFalse( $dead->renew() );
	}

	public function test_renewing_keeps_it(): void {
		$holder = $this->lock();
		$holder->acquire();
		$this->clock->now += Lock::LEASE_SECONDS - 1;
		self::assertTrue( $holder->renew() );
		$this->clock->now += Lock::LEASE_SECONDS - 1;
		self::assertFalse( $this->lock()->acquire() );
	}

	public function test_waiting_outlasts_a_dead_holder(): void {
		$this->lock()->acquire();
		self::assertTrue( $this->lock()->acquire_patiently() );
	}

	public function test_waiting_gives_up_on_a_holder_that_lives(): void {
		$holder = $this->lock();
		$holder->acquire();
		$options = $this->options;
		$clock   = $this->clock;
		$renewal = new class( $clock, $holder ) implements \Igny8\Bridge\Wp\Clock {
			private SetClock $clock;
			private Lock $holder;
			public function __construct( SetClock $clock, Lock $holder ) {
				$this->clock  = $clock;
				$this->holder = $holder;
			}
			public function now(): int {
				return $this->clock->now();
			}
			public function wait( int $milliseconds ): void {
				$this->clock->wait( $milliseconds );
				$this->holder->renew();
			}
		};
		self::assertFalse( ( new Lock( $options, $renewal ) )->acquire_patiently() );
	}

	private function lock(): Lock {
		return new Lock( $this->options, $this->clock );
	}
}
