<?php
/**
 * When the structure is sent by itself.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Unit;

use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Sync\Schedule;
use Igny8\Bridge\Tests\Support\MemoryCron;
use Igny8\Bridge\Tests\Support\SetClock;
use PHPUnit\Framework\TestCase;

final class ScheduleTest extends TestCase {

	private MemoryCron $cron;

	private SetClock $clock;

	private Schedule $schedule;

	protected function setUp(): void {
		$this->cron     = new MemoryCron();
		$this->clock    = new SetClock();
		$this->schedule = new Schedule( $this->cron, $this->clock );
	}

	public function test_each_site_has_an_hour_of_its_own_within_the_next_day(): void {
		$hours = array();
		for ( $site = 0; $site < 200; $site++ ) {
			$this->cron->events = array();
			$this->schedule->ensure( new Connection( "site-$site" ) );
			$at = $this->cron->events[ Schedule::DAILY ];
			self::assertGreaterThan( $this->clock->now, $at );
			self::assertLessThanOrEqual( $this->clock->now + 86400, $at );
			$hours[ intdiv( $at, 3600 ) % 24 ] = true;
		}
		self::assertCount( 24, $hours, '200 sites reach every hour of the day.' );
	}

	public function test_a_site_keeps_its_hour(): void {
		$this->schedule->ensure( new Connection( 'the site' ) );
		$first              = $this->cron->events[ Schedule::DAILY ];
		$this->cron->events = array();
		$this->clock->now  += 10 * 86400 + 12345;
		$this->schedule->ensure( new Connection( 'the site' ) );
		self::assertSame( 0, ( $this->cron->events[ Schedule::DAILY ] - $first ) % 86400 );
	}

	public function test_what_is_scheduled_stays(): void {
		$this->cron->events = array( Schedule::DAILY => 5 );
		$this->schedule->ensure( new Connection( 'the site' ) );
		self::assertSame( array( Schedule::DAILY => 5 ), $this->cron->events );
	}

	public function test_a_clock_that_was_set_back_puts_nothing_off_for_years(): void {
		$connection               = new Connection( 'the site' );
		$connection->state        = State::DEGRADED;
		$connection->connected_at = $this->clock->now;
		$connection->next_try     = $this->schedule->retry( 1, 86400 );
		$this->schedule->ensure( $connection );
		$this->clock->now -= 3 * 365 * 86400;
		self::assertTrue( $this->schedule->is_late( $connection ) );
		$this->schedule->ensure( $connection );
		self::assertLessThanOrEqual( $this->clock->now + 86400, max( $this->cron->events ) );
		$connection->next_try  = null;
		$connection->last_sync = $this->clock->now + 365 * 86400;
		self::assertTrue( $this->schedule->is_late( $connection ) );
		$connection->next_try = $this->schedule->retry( 20, 86400 );
		self::assertFalse( $this->schedule->is_late( $connection ), 'The longest wait that IGNY8 can ask for is none.' );
	}

	public function test_a_lost_next_try_is_put_back(): void {
		$connection           = new Connection( 'the site' );
		$connection->next_try = $this->clock->now - 50;
		$this->schedule->ensure( $connection );
		self::assertSame( $this->clock->now, $this->cron->events[ Schedule::RETRY ] );
	}

	/**
	 * @dataProvider visits
	 */
	public function test_is_late_when_cron_would_have_sent_long_ago( bool $expected, string $state, ?int $since_last_sync, ?int $since_next_try ): void {
		$connection               = new Connection( 'the site' );
		$connection->state        = $state;
		$connection->connected_at = $this->clock->now - 27 * 3600;
		$connection->last_sync    = null === $since_last_sync ? null : $this->clock->now - $since_last_sync;
		$connection->next_try     = null === $since_next_try ? null : $this->clock->now - $since_next_try;
		self::assertSame( $expected, $this->schedule->is_late( $connection ) );
	}

	/**
	 * @return array<string, array{bool, string, int|null, int|null}>
	 */
	public function visits(): array {
		return array(
			'sent 25 h ago'               => array( false, State::READY, 25 * 3600, null ),
			'sent 27 h ago'               => array( true, State::READY, 27 * 3600, null ),
			'never sent'                  => array( true, State::STRUCTURE_SYNCING, null, null ),
			'a next try that is to come'  => array( false, State::DEGRADED, 90 * 3600, -60 ),
			'a next try of just now'      => array( false, State::DEGRADED, 90 * 3600, 60 ),
			'a next try of half an hour'  => array( true, State::DEGRADED, 3600, 1800 ),
			'inactive for half an hour'   => array( true, State::INACTIVE, 3600, 1800 ),
			'somebody is connecting'      => array( false, State::AUTHENTICATING, 90 * 3600, null ),
			'needs somebody to reconnect' => array( false, State::NEEDS_RECONNECT, 90 * 3600, null ),
		);
	}

	/**
	 * @dataProvider back_off
	 */
	public function test_waits_up_to_twice_as_long_after_each_failure( int $failures, int $longest ): void {
		$waits = array();
		for ( $draw = 0; $draw < 300; $draw++ ) {
			$waits[] = $this->schedule->retry( $failures, null ) - $this->clock->now;
		}
		self::assertGreaterThanOrEqual( 1, min( $waits ) );
		self::assertLessThanOrEqual( $longest, max( $waits ) );
		self::assertGreaterThan( $longest * 0.8, max( $waits ), 'Full jitter reaches the whole range,' );
		self::assertLessThan( $longest * 0.2, min( $waits ), 'from its beginning.' );
	}

	/**
	 * @return array<string, array{int, int}>
	 */
	public function back_off(): array {
		return array(
			'first'      => array( 1, 60 ),
			'second'     => array( 2, 120 ),
			'fifth'      => array( 5, 960 ),
			'tenth'      => array( 10, 21600 ),
			'thousandth' => array( 1000, 21600 ),
		);
	}

	public function test_never_comes_before_the_time_that_igny8_asked_for(): void {
		for ( $draw = 0; $draw < 50; $draw++ ) {
			self::assertGreaterThanOrEqual( $this->clock->now + 3000, $this->schedule->retry( 1, 3000 ) );
		}
		self::assertLessThanOrEqual( $this->clock->now + 86400, $this->schedule->retry( 1, 999999999 ), 'But a day is the longest that it waits.' );
	}
}
