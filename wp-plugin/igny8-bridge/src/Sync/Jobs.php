<?php
/**
 * The pushes, whoever asks for one.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Sync;

use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\ConnectionStore;
use Igny8\Bridge\Connection\Lock;
use Igny8\Bridge\Connection\Switches;
use Igny8\Bridge\Structure\CannotCount;
use Igny8\Bridge\Structure\Collector;

/**
 * Runs a push when it may run: connected, the same site as then, sync on, nobody else at it.
 */
final class Jobs {

	/**
	 * Remembers the connection.
	 *
	 * @var ConnectionStore
	 */
	private ConnectionStore $connections;

	/**
	 * Knows whether it is the site that was connected.
	 *
	 * @var Gate
	 */
	private Gate $gate;

	/**
	 * The two switches.
	 *
	 * @var Switches
	 */
	private Switches $switches;

	/**
	 * One at a time.
	 *
	 * @var Lock
	 */
	private Lock $lock;

	/**
	 * Gathers the structure.
	 *
	 * @var Collector
	 */
	private Collector $collector;

	/**
	 * Sends.
	 *
	 * @var Push
	 */
	private Push $push;

	/**
	 * Tries again later.
	 *
	 * @var Schedule
	 */
	private Schedule $schedule;

	/**
	 * Puts the parts together.
	 *
	 * @param ConnectionStore $connections Remembers the connection.
	 * @param Gate            $gate        Knows whether it is the site that was connected.
	 * @param Switches        $switches    The two switches.
	 * @param Lock            $lock        One at a time.
	 * @param Collector       $collector   Gathers the structure.
	 * @param Push            $push        Sends.
	 * @param Schedule        $schedule    Tries again later.
	 */
	public function __construct( ConnectionStore $connections, Gate $gate, Switches $switches, Lock $lock, Collector $collector, Push $push, Schedule $schedule ) {
		$this->connections = $connections;
		$this->gate        = $gate;
		$this->switches    = $switches;
		$this->lock        = $lock;
		$this->collector   = $collector;
		$this->push        = $push;
		$this->schedule    = $schedule;
	}

	/**
	 * The daily push: not before the time that IGNY8 asked to wait for, there is a next try for that.
	 *
	 * @return bool Whether it was time.
	 */
	public function send_daily(): bool {
		if ( $this->schedule->must_wait( $this->connections->get() ) ) {
			return false;
		}
		$this->send_what_is_due();
		return true;
	}

	/**
	 * Sends the structure, or, with sync off, the switches if IGNY8 does not know them yet.
	 */
	public function send_what_is_due(): void {
		if ( PushResult::SYNC_OFF === $this->send_structure()->outcome && ! $this->switches->are_told() ) {
			$this->send_switches();
		}
	}

	/**
	 * Sends what WP-Cron should have sent long ago. Of several who come at once one takes it, by setting a next try: that
	 * keeps the others off, and also those after it, should PHP be stopped now.
	 */
	public function catch_up(): void {
		if ( ! $this->switches->sync() && $this->switches->are_told() ) {
			return;
		}
		$is_late  = false;
		$next_try = $this->schedule->follow_up();
		$this->connections->change(
			function ( Connection $connection ) use ( $next_try, &$is_late ): void {
				$is_late = $this->schedule->is_late( $connection );
				if ( $is_late ) {
					$connection->next_try = $next_try;
				}
			}
		);
		if ( $is_late ) {
			$this->send_what_is_due();
		}
	}

	/**
	 * Gathers the structure and sends it.
	 */
	public function send_structure(): PushResult {
		if ( ! $this->collector->knows_current_site() ) {
			return new PushResult( PushResult::OTHER_SITE );
		}
		return $this->alone(
			function (): PushResult {
				return $this->switches->sync() ? $this->push_structure() : new PushResult( PushResult::SYNC_OFF );
			}
		);
	}

	/**
	 * Sends the two switches and nothing else.
	 */
	public function send_switches(): PushResult {
		return $this->alone(
			function (): PushResult {
				return $this->push->switches();
			}
		);
	}

	/**
	 * Gathers the structure and pushes it, unless that took so long that somebody else has taken over.
	 */
	private function push_structure(): PushResult {
		try {
			$structure = $this->collector->collect();
		} catch ( CannotCount $exception ) {
			return $this->push->not_counted( $exception );
		}
		return $this->lock->renew() ? $this->push->structure( $structure ) : $this->busy();
	}

	/**
	 * Runs a push if the site is connected and nobody else is at it.
	 *
	 * @param callable(): PushResult $push The push.
	 */
	private function alone( callable $push ): PushResult {
		if ( ! $this->gate->check()->is_connected() ) {
			return new PushResult( PushResult::NOT_CONNECTED );
		}
		if ( ! $this->lock->acquire() ) {
			return $this->busy();
		}
		try {
			// Who had the lock a moment ago may have disconnected the site.
			$connection = $this->gate->check();
			return $connection->is_connected() ? $push() : new PushResult( PushResult::NOT_CONNECTED );
		} finally {
			$this->lock->release();
		}
	}

	/**
	 * Who finds somebody at it comes back in a minute, or when the next try is due.
	 */
	private function busy(): PushResult {
		if ( ! $this->schedule->must_wait( $this->connections->get() ) ) {
			$this->schedule->follow_up();
		}
		return new PushResult( PushResult::BUSY );
	}
}
