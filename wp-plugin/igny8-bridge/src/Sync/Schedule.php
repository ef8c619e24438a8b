<?php
/**
 * When the structure is sent by itself.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Sync;

use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Wp\Clock;
use Igny8\Bridge\Wp\Cron;

/**
 * The daily push, and the next try of one that failed. Both run in WP-Cron, never in a visitor's page.
 */
final class Schedule {

	public const DAILY = 'igny8_sync_site_structure';
	public const RETRY = 'igny8_bridge_retry';

	private const FIRST_DELAY   = 60;
	private const LONGEST_DELAY = 6 * 3600;
	private const LONGEST_WISH  = 24 * 3600;

	/** By then WP-Cron would have sent, if it ran: the daily push since the last one, a next try since its time. */
	private const LATE_DAILY = 26 * 3600;
	private const LATE_RETRY = 15 * 60;

	/** What is farther away than this was scheduled before this server's clock was set back. */
	private const FARTHEST = 27 * 3600;

	/**
	 * Keeps the events.
	 *
	 * @var Cron
	 */
	private Cron $cron;

	/**
	 * Tells the time.
	 *
	 * @var Clock
	 */
	private Clock $clock;

	/**
	 * Puts the parts together.
	 *
	 * @param Cron  $cron  Keeps the events.
	 * @param Clock $clock Tells the time.
	 */
	public function __construct( Cron $cron, Clock $clock ) {
		$this->cron  = $cron;
		$this->clock = $clock;
	}

	/**
	 * Schedules what is missing: other plugins and migrations lose events, and a clock that was set back puts them far off.
	 *
	 * @param Connection $connection The connection.
	 */
	public function ensure( Connection $connection ): void {
		if ( $this->is_lost( self::DAILY ) ) {
			$this->cron->daily( self::DAILY, $this->first( $connection->site_uuid ) );
		}
		if ( null !== $connection->next_try && $this->is_lost( self::RETRY ) ) {
			$now = $this->clock->now();
			$this->cron->once( self::RETRY, $connection->next_try > $now + self::FARTHEST ? $now : max( $connection->next_try, $now ) );
		}
	}

	/**
	 * Whether an event is gone, or as good as gone.
	 *
	 * @param string $hook The hook.
	 */
	private function is_lost( string $hook ): bool {
		$at = $this->cron->next( $hook );
		return null === $at || $at > $this->clock->now() + self::FARTHEST;
	}

	/**
	 * Whether a push should have been sent long ago.
	 *
	 * @param Connection $connection The connection.
	 */
	public function is_late( Connection $connection ): bool {
		if ( ! $connection->is_connected() ) {
			return false;
		}
		$latest = null === $connection->next_try
			? ( $connection->last_sync ?? (int) $connection->connected_at ) + self::LATE_DAILY
			: $connection->next_try + self::LATE_RETRY;
		return $this->clock->now() > $latest || $latest > $this->clock->now() + self::FARTHEST;
	}

	/**
	 * Whether the next try is still to come: until then nothing is sent by itself. One farther away than any wait is
	 * from before this server's clock was set back.
	 *
	 * @param Connection $connection The connection.
	 */
	public function must_wait( Connection $connection ): bool {
		$now = $this->clock->now();
		return null !== $connection->next_try && $connection->next_try > $now && $connection->next_try <= $now + self::FARTHEST;
	}

	/**
	 * When the daily push is due next, in seconds since 1970.
	 *
	 * @param Connection $connection The connection.
	 */
	public function next_daily( Connection $connection ): int {
		$at = $this->is_lost( self::DAILY ) ? null : $this->cron->next( self::DAILY );
		return $at ?? $this->first( $connection->site_uuid );
	}

	/**
	 * Tries a push again later.
	 *
	 * @param int      $failures    How many have failed in a row.
	 * @param int|null $retry_after How many seconds IGNY8 asked to wait.
	 * @return int When, in seconds since 1970.
	 */
	public function retry( int $failures, ?int $retry_after ): int {
		$at = $this->clock->now() + max( self::delay( $failures ), min( (int) $retry_after, self::LONGEST_WISH ) );
		$this->cron->once( self::RETRY, $at );
		return $at;
	}

	/**
	 * Makes sure that a push follows should PHP be stopped now.
	 *
	 * @return int When, in seconds since 1970.
	 */
	public function follow_up(): int {
		$at = $this->clock->now() + self::FIRST_DELAY;
		$this->cron->once( self::RETRY, $at );
		return $at;
	}

	/**
	 * Nothing is left to try again.
	 */
	public function settled(): void {
		$this->cron->clear( self::RETRY );
	}

	/**
	 * Takes everything off the schedule.
	 */
	public function clear(): void {
		$this->cron->clear( self::DAILY );
		$this->cron->clear( self::RETRY );
	}

	/**
	 * The next time at which this site's daily push is due: at an hour of its own, so that a fleet of sites does not
	 * arrive at once.
	 *
	 * @param string $site_uuid The plugin's own name for its site.
	 */
	private function first( string $site_uuid ): int {
		$offset = (int) hexdec( substr( hash( 'sha256', $site_uuid ), 0, 8 ) ) % 86400;
		$today  = intdiv( $this->clock->now(), 86400 ) * 86400 + $offset;
		return $today > $this->clock->now() ? $today : $today + 86400;
	}

	/**
	 * Back-off with full jitter: a random wait of up to 1 min after the first failure, twice as long after each further
	 * one, up to 6 h.
	 *
	 * @param int $failures How many have failed in a row.
	 */
	private static function delay( int $failures ): int {
		$longest = min( self::LONGEST_DELAY, self::FIRST_DELAY * 2 ** min( max( 0, $failures - 1 ), 20 ) );
		return random_int( 1, $longest );
	}
}
