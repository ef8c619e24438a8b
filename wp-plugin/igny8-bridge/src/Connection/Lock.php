<?php
/**
 * One at a time.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Connection;

use Igny8\Bridge\Wp\Clock;
use Igny8\Bridge\Wp\Options;

/**
 * A lock in the database, taken by compare-and-swap. Its holder renews it; if PHP is stopped, it ends by itself when
 * the lease is over.
 */
final class Lock {

	public const OPTION = 'igny8_bridge_lock';

	/** Longer than any one request to IGNY8 may take, so that a holder who waits for an answer still holds it. */
	public const LEASE_SECONDS = 15;

	/** What ends later than this was begun before this server's clock was set back. (Servers may differ by as much as a lease.) */
	private const LONGEST_SECONDS = 2 * self::LEASE_SECONDS;

	/**
	 * Where it is kept.
	 *
	 * @var Options
	 */
	private Options $options;

	/**
	 * Tells the time.
	 *
	 * @var Clock
	 */
	private Clock $clock;

	/**
	 * What this holder stored; null when it holds nothing.
	 *
	 * @var string|null
	 */
	private ?string $held = null;

	/**
	 * Uses a place to keep it.
	 *
	 * @param Options $options Where it is kept.
	 * @param Clock   $clock   Tells the time.
	 */
	public function __construct( Options $options, Clock $clock ) {
		$this->options = $options;
		$this->clock   = $clock;
	}

	/**
	 * Takes the lock, if nobody has it.
	 */
	public function acquire(): bool {
		$stored = $this->options->read( self::OPTION );
		return ! $this->is_held( $stored ) && $this->store( $stored );
	}

	/**
	 * Takes the lock, waiting for whoever has it. After that holder's lease it is free in any case.
	 */
	public function acquire_patiently(): bool {
		$give_up = $this->clock->now() + self::LEASE_SECONDS + 5;
		while ( ! $this->acquire() ) {
			if ( $this->clock->now() >= $give_up ) {
				return false;
			}
			$this->clock->wait( 200 );
		}
		return true;
	}

	/**
	 * Begins a new lease.
	 *
	 * @return bool False when somebody else has taken the lock: then stop.
	 */
	public function renew(): bool {
		return null !== $this->held && $this->store( $this->held );
	}

	/**
	 * Gives the lock back.
	 */
	public function release(): void {
		if ( null !== $this->held ) {
			$this->options->swap( self::OPTION, $this->held, $this->lease( 0 ) );
			$this->held = null;
		}
	}

	/**
	 * Ends a lease, whoever has it. Its holder finds that out when renewing it, and stops.
	 *
	 * @return bool Whether there was one.
	 */
	public function end(): bool {
		$stored = $this->options->read( self::OPTION );
		return $this->is_held( $stored ) && $this->options->swap( self::OPTION, $stored, $this->lease( 0 ) );
	}

	/**
	 * Whether what somebody held has ended.
	 *
	 * @param int $until When it ends.
	 * @param int $now   What time it is.
	 */
	public static function is_over( int $until, int $now ): bool {
		return $until <= $now || $until > $now + self::LONGEST_SECONDS;
	}

	/**
	 * Whether somebody has the lock.
	 *
	 * @param string|null $stored What is stored.
	 */
	private function is_held( ?string $stored ): bool {
		$lease = json_decode( (string) $stored, true );
		$until = is_array( $lease ) ? $lease['until'] ?? 0 : 0;
		return is_int( $until ) && ! self::is_over( $until, $this->clock->now() );
	}

	/**
	 * Stores a new lease in place of what was read.
	 *
	 * @param string|null $expected What was read.
	 */
	private function store( ?string $expected ): bool {
		$lease      = $this->lease( $this->clock->now() + self::LEASE_SECONDS );
		$this->held = $this->options->swap( self::OPTION, $expected, $lease ) ? $lease : null;
		return null !== $this->held;
	}

	/**
	 * A lease; no two are alike.
	 *
	 * @param int $until When it ends.
	 */
	private function lease( int $until ): string {
		return (string) json_encode(
			array(
				'until' => $until,
				'token' => bin2hex( random_bytes( 8 ) ),
			)
		);
	}
}
