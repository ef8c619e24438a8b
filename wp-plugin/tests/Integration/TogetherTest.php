<?php
/**
 * Two who connect, disconnect or push at the same time.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Igny8\Bridge\Admin\ConnectController;
use Igny8\Bridge\Admin\ConnectionController;
use Igny8\Bridge\Connect\Connector;
use Igny8\Bridge\Connect\Credentials;
use Igny8\Bridge\Connect\Disconnector;
use Igny8\Bridge\Connect\Progress;
use Igny8\Bridge\Connect\Registration;
use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\Lock;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Sync\PushResult;
use Igny8\Bridge\Sync\Schedule;
use Igny8\Bridge\Tests\Support\FakeBackend;
use Igny8\Bridge\Tests\Support\SetClock;
use Igny8\Bridge\Tests\Support\SiteTestCase;
use RuntimeException;

final class TogetherTest extends SiteTestCase {

	private const REGISTER   = '/connect/';
	private const DISCONNECT = 'POST /integration/integrations/{id}/disconnect/';

	protected function tearDown(): void {
		$_POST    = array();
		$_REQUEST = array();
		parent::tearDown();
	}

	public function test_a_disconnect_does_nothing_while_somebody_connects(): void {
		$this->connect();
		$this->meanwhile(
			self::REGISTER,
			function (): void {
				$lease = (string) $this->base->options()->read( Lock::OPTION );
				$this->hold_lock_for( 25 );
				self::assertSame( 'not-disconnected', $this->answer( 'igny8_bridge_disconnect', array( $this->disconnect_controller(), 'disconnect' ) ) );
				$this->base->options()->write( Lock::OPTION, $lease );
			}
		);
		$this->connect();
		self::assertNotContains( self::DISCONNECT, $this->backend->requests );
		self::assertSame( array( State::READY, 'ready' ), array( $this->connection()->state, $this->backend->status ) );
		self::assertStringContainsString( 'Not disconnected. Somebody else is connecting this site just now.', $this->text( array( 'igny8-notice' => 'not-disconnected' ) ) );
	}

	public function test_a_disconnect_waits_until_who_pushes_is_done(): void {
		$this->connect();
		$this->hold_lock_for( 10 );
		self::assertSame( Disconnector::TOLD, $this->impatient_disconnector()->disconnect( 1 ) );
		self::assertSame( array( State::DISCONNECTED, 'disconnected' ), array( $this->connection()->state, $this->backend->status ) );
	}

	public function test_who_comes_back_from_a_long_pause_to_a_disconnected_site_leaves_nothing_in_igny8(): void {
		$this->connect();
		$this->meanwhile(
			self::REGISTER,
			function (): void {
				$this->end_lease();
				self::assertSame( Disconnector::TOLD, $this->base->disconnector()->disconnect( 2 ) );
			}
		);
		self::assertFalse( $this->press_connect() );
		self::assertSame( array( 'disconnected', array() ), array( $this->backend->status, $this->backend->site_keys ) );
		self::assertSame( array( State::DISCONNECTED, null ), array( $this->connection()->state, $this->connection()->sealed_key ) );
	}

	public function test_who_comes_back_from_a_long_pause_stores_nothing_in_an_attempt_of_somebody_else(): void {
		$this->connect();
		$this->meanwhile(
			self::REGISTER,
			function (): void {
				$this->end_lease();
				$this->base->disconnector()->disconnect( 2 );
				$this->take_over();
			}
		);
		self::assertFalse( $this->press_connect() );
		self::assertSame( array( State::AUTHENTICATING, 'theirs', null ), array( $this->connection()->state, $this->connection()->attempt_id, $this->connection()->sealed_key ) );
		self::assertCount( 1, array_keys( $this->backend->requests, self::DISCONNECT, true ), 'IGNY8 is not told that it is over: somebody is about to use it.' );
	}

	/**
	 * @testWith ["/auth/login/"]
	 *           ["/connect/"]
	 */
	public function test_a_pause_that_nobody_used_does_no_harm( string $request ): void {
		$this->meanwhile(
			$request,
			function (): void {
				$this->base->connections()->change(
					static function ( Connection $connection ): void {
						$connection->authenticating_until = time() - 1;
					}
				);
			}
		);
		self::assertTrue( $this->press_connect() );
		self::assertSame( State::READY, $this->connection()->state );
		self::assertSame( array( $this->base->vault()->open( (string) $this->connection()->sealed_key ) ), $this->backend->site_keys );
	}

	public function test_who_fails_late_does_not_end_the_attempt_of_somebody_else(): void {
		$this->meanwhile(
			'/auth/login/',
			function (): void {
				$this->end_lease();
				$this->take_over();
				$this->base->progress()->start( 'theirs', 2 );
			}
		);
		self::assertFalse( $this->press_connect( 'wrong' ) );
		self::assertSame( State::AUTHENTICATING, $this->connection()->state );
		self::assertSame( Progress::RUNNING, $this->base->progress()->of( 2 )['status'] );
	}

	public function test_who_finds_somebody_connecting_is_told_so_and_leaves_no_trace(): void {
		$this->base->progress()->start( 'theirs', 2 );
		$this->hold_lock_for( 25 );
		$controller = new ConnectController( $this->impatient_connector(), $this->base->progress() );
		self::assertSame( 'not-connected', $this->answer( 'igny8_bridge_connect', array( $controller, 'connect' ) ) );
		self::assertSame( array(), $this->base->progress()->of( 1 ) );
		self::assertSame( 'theirs', $this->base->progress()->of( 2 )['run'] );
		self::assertStringContainsString( 'Failed to connect. Somebody else is connecting or disconnecting this site just now.', $this->text( array( 'igny8-notice' => 'not-connected' ) ) );
	}

	public function test_whoever_connects_next_takes_nobodys_ending_away(): void {
		$this->connect( 'wrong' );
		$this->base->progress()->start( 'theirs', 2 );
		self::assertStringContainsString( 'Failed to connect. Email or password is wrong.', $this->text( array( 'igny8-notice' => 'connect' ) ) );
	}

	public function test_whoever_connects_next_ends_what_was_left_running(): void {
		$this->base->progress()->start( 'of a process that was stopped', 1 );
		$this->base->progress()->start( 'theirs', 2 );
		self::assertSame( array(), $this->base->progress()->of( 1 ) );
	}

	public function test_of_two_who_disconnect_the_first_is_named_and_the_second_is_not_told_that_it_failed(): void {
		$this->connect();
		$this->base->disconnector()->disconnect( 1 );
		self::assertSame( Disconnector::ALREADY, $this->base->disconnector()->disconnect( 2 ) );
		self::assertSame( 1, $this->connection()->disconnected_by );
		self::assertSame( '', $this->answer( 'igny8_bridge_disconnect', array( $this->disconnect_controller(), 'disconnect' ) ) );
	}

	public function test_a_disconnect_that_waited_takes_off_the_schedule_what_was_put_on_it_meanwhile(): void {
		global $wpdb;
		$this->connect();
		$scheduled = $this->base->options()->read( 'cron' );
		wp_clear_scheduled_hook( Schedule::DAILY );
		wp_next_scheduled( Schedule::DAILY );
		// Another process writes to the database, not to what this one has cached.
		$wpdb->update( $wpdb->options, array( 'option_value' => $scheduled ), array( 'option_name' => 'cron' ) );
		$this->base->disconnector()->disconnect( 1 );
		wp_cache_flush();
		self::assertFalse( wp_next_scheduled( Schedule::DAILY ) );
	}

	public function test_there_is_nothing_to_disconnect_before_anybody_has_connected(): void {
		self::assertSame( Disconnector::ALREADY, $this->base->disconnector()->disconnect( 1 ) );
		self::assertSame( array( State::NOT_CONNECTED, null ), array( $this->connection()->state, $this->connection()->disconnected_at ) );
		self::assertSame( array(), $this->log() );
	}

	public function test_who_gathered_for_so_long_that_somebody_else_has_taken_over_sends_nothing(): void {
		$this->connect();
		$this->backend->requests = array();
		add_filter(
			'igny8_post_types',
			function ( array $names ): array {
				$this->hold_lock_for( 25 );
				return $names;
			}
		);
		self::assertSame( PushResult::BUSY, igny8_bridge()->jobs()->send_structure()->outcome );
		self::assertSame( array(), $this->backend->requests );
		self::assertNotFalse( wp_next_scheduled( Schedule::RETRY ) );
	}

	public function test_a_push_that_finds_the_site_just_disconnected_says_nothing_of_a_damaged_key(): void {
		$this->connect();
		$is_first = true;
		$end      = function ( string $query ) use ( &$is_first ): string {
			if ( $is_first && false !== strpos( $query, Lock::OPTION ) ) {
				$is_first = false;
				$this->base->disconnector()->disconnect( 2 );
			}
			return $query;
		};
		add_filter( 'query', $end );
		self::assertSame( PushResult::NOT_CONNECTED, igny8_bridge()->jobs()->send_structure()->outcome );
		self::assertSame( 'info: Disconnected.', $this->log()[0] );
	}

	public function test_a_site_that_goes_over_to_another_integration_is_disconnected_from_the_one_that_it_had(): void {
		$this->connect();
		$this->base->connections()->change(
			static function ( Connection $connection ): void {
				$connection->integration_id = 'of-another-account';
			}
		);
		$this->connect();
		$left = $this->backend->last( 'POST /integration/integrations/of-another-account/disconnect/' );
		self::assertSame( 'Bearer igny8_site1key', $left['headers']['Authorization'] );
		self::assertSame( array( State::READY, FakeBackend::INTEGRATION ), array( $this->connection()->state, $this->connection()->integration_id ) );
		$this->connect();
		self::assertCount( 1, preg_grep( '#/disconnect/$#', $this->backend->requests ) );
	}

	/**
	 * Lets something happen while a request is on its way; once.
	 *
	 * @param string   $path How the address of the request ends.
	 * @param callable $what What happens.
	 */
	private function meanwhile( string $path, callable $what ): void {
		$happen = static function ( $answer, array $args, string $url ) use ( $path, $what, &$happen ) {
			if ( substr( $url, -strlen( $path ) ) === $path ) {
				remove_filter( 'pre_http_request', $happen, 5 );
				$what();
			}
			return $answer;
		};
		add_filter( 'pre_http_request', $happen, 5, 3 );
	}

	/**
	 * Somebody else is at it.
	 *
	 * @param int $seconds How long.
	 */
	private function hold_lock_for( int $seconds ): void {
		$this->base->options()->write( Lock::OPTION, (string) wp_json_encode( array( 'until' => time() + $seconds ) ) );
	}

	/**
	 * PHP stands still for so long that nobody takes it for alive any more.
	 */
	private function end_lease(): void {
		$this->hold_lock_for( -1 );
	}

	/**
	 * Somebody else begins to connect.
	 */
	private function take_over(): void {
		self::assertTrue( $this->base->lock()->acquire() );
		$this->base->connections()->change(
			static function ( Connection $connection ): void {
				$connection->apply( State::CONNECT_STARTED );
				$connection->attempt_id           = 'theirs';
				$connection->authenticating_until = time() + 15;
			}
		);
	}

	/**
	 * Presses Connect.
	 *
	 * @param string $password What was typed as the password.
	 */
	private function press_connect( string $password = FakeBackend::PASSWORD ): bool {
		return $this->base->connector( igny8_bridge()->collector() )->connect( new Credentials( FakeBackend::EMAIL, $password, FakeBackend::KEY ), 1, 'run' );
	}

	/**
	 * A lock for which nobody really waits.
	 */
	private function impatient_lock(): Lock {
		$clock      = new SetClock();
		$clock->now = time();
		return new Lock( $this->base->options(), $clock );
	}

	private function impatient_connector(): Connector {
		$base         = $this->base;
		$registration = new Registration( $base->clients(), $base->connections(), $base->identity(), $base->vault(), $base->schedule(), $base->clock(), '' );
		return new Connector( $registration, $base->connections(), $base->switches(), $this->impatient_lock(), $base->progress(), igny8_bridge()->collector(), $base->push(), $base->log(), $base->clock() );
	}

	private function impatient_disconnector(): Disconnector {
		$base = $this->base;
		return new Disconnector( $base->clients(), $base->connections(), $base->vault(), $this->impatient_lock(), $base->settings(), $base->schedule(), $base->gate(), $base->log(), $base->clock() );
	}

	private function disconnect_controller(): ConnectionController {
		return new ConnectionController( igny8_bridge()->jobs(), $this->base->switches(), $this->impatient_disconnector() );
	}

	/**
	 * Presses a button.
	 *
	 * @param string   $action     Its action.
	 * @param callable $controller What takes it.
	 * @return string The notice that the page begins with then.
	 */
	private function answer( string $action, callable $controller ): string {
		$_REQUEST['_wpnonce'] = wp_create_nonce( $action );
		$redirect             = static function ( string $url ): void {
			throw new RuntimeException( $url );
		};
		add_filter( 'wp_redirect', $redirect );
		try {
			$controller();
			self::fail( 'There was no answer.' );
		} catch ( RuntimeException $redirected ) {
			parse_str( (string) wp_parse_url( $redirected->getMessage(), PHP_URL_QUERY ), $query );
			return $query['igny8-notice'] ?? $redirected->getMessage();
		} finally {
			remove_filter( 'wp_redirect', $redirect );
		}
	}
}
