<?php
/**
 * Site Health.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Igny8\Bridge\Admin\Causes;
use Igny8\Bridge\Api\Endpoint;
use Igny8\Bridge\Citizenship;
use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\Lock;
use Igny8\Bridge\Health\HttpsCheck;
use Igny8\Bridge\Sync\Schedule;
use Igny8\Bridge\Tests\Support\FakeBackend;
use Igny8\Bridge\Tests\Support\SiteTestCase;

final class HealthTest extends SiteTestCase {

	private const PUSH = 'POST /integration/integrations/{id}/update-structure/';

	/**
	 * The status of each check, by name.
	 *
	 * @return array<string, string>
	 */
	private function statuses(): array {
		return wp_list_pluck( ( new Citizenship( $this->base ) )->checks()->run(), 'status' );
	}

	/**
	 * Site Health's own list of tests.
	 *
	 * @return array<string, array<string, array<string, mixed>>>
	 */
	private function tests(): array {
		return apply_filters(
			'site_status_tests',
			array(
				'direct' => array( 'other' => array( 'label' => 'Other' ) ),
				'async'  => array(),
			)
		);
	}

	public function test_all_is_good_on_a_connected_site(): void {
		$this->connect();
		self::assertSame( array( 'good' ), array_values( array_unique( $this->statuses() ) ) );
	}

	public function test_a_site_that_is_not_connected_is_recommended_to_be(): void {
		$statuses = $this->statuses();
		self::assertSame( 'recommended', $statuses['state'] );
		self::assertSame( array( 'good' ), array_values( array_unique( array_slice( $statuses, 1 ) ) ) );
	}

	public function test_a_key_that_does_not_open_is_critical(): void {
		$this->connect();
		$this->base->connections()->change(
			static function ( Connection $connection ): void {
				$connection->sealed_secret = strrev( (string) $connection->sealed_secret );
			}
		);
		self::assertSame( 'critical', $this->statuses()['key'] );
	}

	public function test_a_delayed_push_is_worth_a_look_and_a_lost_key_is_critical(): void {
		$this->connect();
		$this->backend->fail( self::PUSH, 503, 'unavailable' );
		igny8_sync_site_structure_to_backend();
		self::assertSame( 'recommended', $this->statuses()['state'] );
		$this->backend->fail( self::PUSH, 401, 'unauthenticated' );
		igny8_sync_site_structure_to_backend();
		self::assertSame( 'critical', $this->statuses()['state'] );
	}

	public function test_notices_a_schedule_that_is_gone_or_late(): void {
		$this->connect();
		$this->base->connections()->change(
			static function ( Connection $connection ): void {
				$connection->last_sync = time() - 27 * HOUR_IN_SECONDS;
			}
		);
		self::assertSame( 'recommended', $this->statuses()['schedule'] );
		$this->base->switches()->turn( false, false );
		self::assertSame( 'good', $this->statuses()['schedule'] );
		$this->base->switches()->turn( true, false );
		igny8_sync_site_structure_to_backend();
		self::assertSame( 'good', $this->statuses()['schedule'] );
		wp_clear_scheduled_hook( Schedule::DAILY );
		self::assertSame( 'recommended', $this->statuses()['schedule'] );
	}

	public function test_an_address_without_https_is_critical(): void {
		$check = static function ( string $address ): array {
			$endpoint = new Endpoint( $address );
			$finding  = ( new HttpsCheck( $endpoint, new Causes( $endpoint ) ) )->run();
			return array( $finding->status, $finding->remedy );
		};
		self::assertSame( array( 'good', '' ), $check( 'https://api.igny8.com' ) );
		self::assertSame( array( 'critical', 'Next in WordPress: Correct IGNY8_API_URL in wp-config.php.' ), $check( 'http://api.igny8.com' ) );
	}

	public function test_igny8_that_does_not_answer_is_critical_and_the_cause_and_the_remedy_are_told(): void {
		$this->connect();
		$this->backend->instead( 'GET /health/live', new \WP_Error( 'http_request_failed', 'cURL error 6: Could not resolve host' ) );
		$result = $this->tests()['async']['igny8-reachable']['async_direct_test']();
		self::assertSame( array( 'critical', 'IGNY8 cannot be reached', '<p>127.0.0.1 was not found. Next at your host: Fix DNS.</p>' ), array( $result['status'], $result['label'], $result['description'] ) );
		self::assertSame( array(), array_filter( end( $this->backend->sent )['headers'], static fn( string $name ): bool => 'authorization' === strtolower( $name ), ARRAY_FILTER_USE_KEY ) );
	}

	public function test_site_health_has_the_local_tests_beside_those_of_others_and_asks_igny8_afterwards(): void {
		$this->connect();
		$sent  = count( $this->backend->sent );
		$tests = $this->tests();
		self::assertSame( array( 'other', 'igny8_state', 'igny8_key', 'igny8_schedule', 'igny8_log', 'igny8_https', 'igny8_clock', 'igny8_extensions' ), array_keys( $tests['direct'] ) );
		foreach ( array_slice( $tests['direct'], 1 ) as $name => $test ) {
			$result = $test['test']();
			self::assertSame( array( $name, 'good', 'blue' ), array( $result['test'], $result['status'], $result['badge']['color'] ) );
		}
		self::assertCount( $sent, $this->backend->sent, 'No test that the page waits for sends a request.' );
	}

	public function test_the_debug_section_marks_what_is_private_and_tells_no_secret(): void {
		$this->connect();
		$fields = apply_filters( 'debug_information', array() )['igny8-bridge']['fields'];
		self::assertSame( 'ready', $fields['state']['value'] );
		self::assertSame( 'on', $fields['sync']['value'] );
		self::assertSame( array( 'status', 'email', 'key', 'site_uuid', 'connected_by' ), array_keys( array_filter( wp_list_pluck( $fields, 'private' ) ) ) );
		$all = (string) wp_json_encode( $fields );
		foreach ( array( FakeBackend::PASSWORD, FakeBackend::KEY, 'igny8_site1key', 'whsec_1', (string) $this->connection()->sealed_key ) as $secret ) {
			self::assertStringNotContainsString( $secret, $all );
		}
	}

	public function test_site_health_asks_igny8_only_where_the_site_may_send(): void {
		$asks = fn(): bool => isset( $this->tests()['async']['igny8-reachable'] );
		self::assertFalse( $asks(), 'Nothing is sent before somebody presses Connect, weekly in WP-Cron neither.' );
		$this->connect();
		self::assertTrue( $asks() );
		$this->base->switches()->turn( false, false );
		self::assertFalse( $asks(), 'Sync is off.' );
		$this->base->switches()->turn( true, false );
		update_option( 'home', 'https://staging.example.com' );
		self::assertFalse( $asks(), 'It may be a copy.' );
	}

	public function test_a_copy_that_nobody_has_looked_at_yet_is_not_called_connected(): void {
		$this->connect();
		update_option( 'home', 'https://staging.example.com' );
		self::assertSame( 'critical', $this->statuses()['state'] );
		update_option( 'home', $this->backend->home_url );
		self::assertSame( 'good', $this->statuses()['state'] );
		update_option( 'home', 'https://staging.example.com' );
		self::assertSame( 'safe_mode', ( new Citizenship( $this->base ) )->facts()->all()['state'] );
	}

	public function test_broken_lists_of_other_plugins_are_left_alone(): void {
		self::assertNull( ( new Citizenship( $this->base ) )->add_tests( null ) );
		self::assertFalse( ( new Citizenship( $this->base ) )->add_section( false ) );
	}

	public function test_a_lock_is_ended_whoever_has_it(): void {
		$holder = $this->base->lock();
		self::assertFalse( $this->base->lock()->end() );
		$holder->acquire();
		self::assertTrue( $this->base->lock()->end() );
		self::assertFalse( $holder->renew() );
		self::assertTrue( $this->base->lock()->acquire() );
		$this->base->options()->write( Lock::OPTION, 'no JSON' );
		self::assertFalse( $this->base->lock()->end() );
	}
}
