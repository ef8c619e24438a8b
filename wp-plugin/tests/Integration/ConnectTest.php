<?php
/**
 * Connecting a site.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Error;
use Igny8\Bridge\Connect\ConnectFailure;
use Igny8\Bridge\Connect\Credentials;
use Igny8\Bridge\Connect\Progress;
use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\ConnectionStore;
use Igny8\Bridge\Connection\Lock;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Sync\Schedule;
use Igny8\Bridge\Tests\Support\FakeBackend;
use Igny8\Bridge\Tests\Support\SiteTestCase;
use WP_Error;

final class ConnectTest extends SiteTestCase {

	private const REQUESTS = array(
		'POST /auth/login/',
		'GET /auth/me/',
		'GET /sites/',
		'GET /integration/integrations/',
		'POST /integration/integrations/',
		'POST /integration/integrations/{id}/connect/',
		'POST /auth/logout/',
		'POST /integration/integrations/{id}/update-structure/',
	);

	public function test_connects_and_sends_the_structure(): void {
		$progress = $this->connect();
		self::assertSame( self::REQUESTS, $this->backend->requests );
		self::assertSame( array( 'done', 'send', 2, 2 ), array( $progress['status'], $progress['step'], $progress['post_types'], $progress['taxonomies'] ) );
		self::assertSame( State::READY, $this->connection()->state );
		self::assertSame( 'ready', $this->backend->status );
		self::assertSame( 0, $this->backend->sessions, 'The session was ended.' );
	}

	public function test_uses_the_session_for_the_account_and_the_sites_own_key_for_the_structure(): void {
		$this->connect();
		self::assertSame( 'Bearer ' . FakeBackend::KEY, $this->backend->last( 'GET /auth/me/' )['headers']['Authorization'] );
		self::assertSame( 'Bearer session_token', $this->backend->last( 'POST /integration/integrations/{id}/connect/' )['headers']['Authorization'] );
		self::assertSame( 'Bearer igny8_site1key', $this->backend->last( 'POST /integration/integrations/{id}/update-structure/' )['headers']['Authorization'] );
	}

	public function test_introduces_the_site(): void {
		$this->connect();
		$body = $this->backend->last( 'POST /integration/integrations/{id}/connect/' )['body'];
		self::assertSame( get_option( 'home' ), $body['home_url'] );
		self::assertSame( 'local', $body['environment_type'] );
		self::assertSame( array( get_bloginfo( 'version' ), PHP_VERSION, '0.1.0' ), array_values( $body['versions'] ) );
		self::assertSame( $this->connection()->site_uuid, $body['site_uuid'] );
		self::assertTrue( $this->backend->last( 'POST /integration/integrations/' )['body']['is_temporary'] );
	}

	public function test_neither_password_nor_key_nor_secret_is_in_the_database_or_the_log(): void {
		global $wpdb;
		$this->connect();
		$stored = wp_json_encode( $wpdb->get_results( "SELECT * FROM {$wpdb->options}" ) ) . implode( $this->log() );
		foreach ( array( FakeBackend::PASSWORD, FakeBackend::KEY, 'session_token', 'igny8_site1key', 'whsec_1' ) as $secret ) {
			self::assertStringNotContainsString( $secret, $stored );
		}
		self::assertSame( 'igny8_site1key', $this->base->vault()->open( (string) $this->connection()->sealed_key ) );
		self::assertSame( 'whsec_1', $this->base->vault()->open( (string) $this->connection()->sealed_secret ) );
	}

	public function test_sites_made_from_one_template_have_names_and_hours_of_their_own(): void {
		$this->base->schedule()->clear();
		igny8_bridge()->activate();
		$this->base->connections()->change( static function (): void {} );
		$template = $this->base->options()->read( ConnectionStore::OPTION );
		self::assertFalse( wp_next_scheduled( Schedule::DAILY ), 'A site that is not connected has nothing to do daily.' );
		$sites = array();
		for ( $site = 0; $site < 3; $site++ ) {
			$this->base->options()->write( ConnectionStore::OPTION, (string) $template );
			$this->backend->lose( 'POST /integration/integrations/{id}/connect/' );
			$this->connect();
			$first_try = $this->connection()->site_uuid;
			$this->connect();
			self::assertSame( array( 'ready', $first_try ), array( $this->connection()->state, $this->connection()->site_uuid ), 'One attempt is of one site.' );
			$sites[ $first_try ] = wp_next_scheduled( Schedule::DAILY );
			$this->base->schedule()->clear();
		}
		self::assertCount( 3, array_unique( $sites ) );
	}

	public function test_finds_an_integration_that_is_there(): void {
		$this->backend->has_integration = true;
		$this->connect();
		self::assertNotContains( 'POST /integration/integrations/', $this->backend->requests );
		self::assertSame( State::READY, $this->connection()->state );
	}

	public function test_a_wrong_password_fails_to_connect(): void {
		$progress = $this->connect( 'wrong' );
		self::assertSame( array( 'failed', 'password', ConnectFailure::WRONG_CREDENTIALS ), array( $progress['status'], $progress['step'], $progress['reason'] ) );
		self::assertSame( State::NOT_CONNECTED, $this->connection()->state );
		self::assertStringContainsString( 'Failed to connect. Email or password is wrong.', $this->text( array( 'igny8-notice' => 'connect' ) ) );
	}

	/**
	 * @dataProvider wrong_keys
	 */
	public function test_a_key_that_is_not_of_this_account_fails_to_connect( string $key ): void {
		$progress = $this->connect( FakeBackend::PASSWORD, $key );
		self::assertSame( array( 'failed', 'api_key', ConnectFailure::WRONG_KEY ), array( $progress['status'], $progress['step'], $progress['reason'] ) );
		self::assertSame( 0, $this->backend->sessions, 'The session was ended all the same.' );
		self::assertStringContainsString( 'Failed to connect. The API key is not valid for this account.', $this->text( array( 'igny8-notice' => 'connect' ) ) );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public function wrong_keys(): array {
		return array(
			'unknown'               => array( 'igny8_unknown' ),
			'of another account'    => array( 'igny8_of_another_account' ),
			'a session, not a key'  => array( 'session_token' ),
			'with a line break'     => array( "igny8_x\r\nX-Header: y" ),
			'none, and none stored' => array( '' ),
		);
	}

	public function test_a_key_that_was_pasted_with_blanks_and_line_breaks_connects(): void {
		$this->connect( FakeBackend::PASSWORD, " \u{FEFF}" . chunk_split( FakeBackend::KEY, 12, "\r\n \t" ) . "\u{A0}\u{200B}" );
		self::assertSame( 'Bearer ' . FakeBackend::KEY, $this->backend->last( 'GET /auth/me/' )['headers']['Authorization'] );
		self::assertSame( State::READY, $this->connection()->state );
	}

	public function test_a_site_that_the_account_does_not_have_is_not_found(): void {
		$this->backend->home_url = null;
		$progress                = $this->connect();
		self::assertSame( array( 'failed', 'site', ConnectFailure::UNKNOWN_SITE ), array( $progress['status'], $progress['step'], $progress['reason'] ) );
		$page = $this->page( array( 'igny8-notice' => 'connect' ) );
		self::assertStringContainsString( 'Site not found. Your account has no ' . get_option( 'home' ) . '.', $page );
		self::assertStringContainsString( '/sites/new?url=' . rawurlencode( get_option( 'home' ) ) . '">Add this site</a>', $page );
	}

	public function test_an_inactive_site_is_told_so(): void {
		$this->backend->fail( 'POST /integration/integrations/{id}/connect/', 403, 'site_inactive' );
		$this->connect();
		self::assertStringContainsString( 'The site is inactive', $this->text( array( 'igny8-notice' => 'connect' ) ) );
		self::assertSame( State::NOT_CONNECTED, $this->connection()->state );
	}

	/**
	 * @dataProvider requests_before_registration
	 */
	public function test_an_answer_that_gets_lost_leaves_nothing_half_and_the_next_press_connects( string $request ): void {
		$this->backend->lose( $request );
		$this->connect();
		self::assertSame( State::NOT_CONNECTED, $this->connection()->state );
		self::assertStringContainsString( 'IGNY8 cannot be reached.', $this->text( array( 'igny8-notice' => 'connect' ) ) );
		$this->connect();
		self::assertSame( State::READY, $this->connection()->state );
		self::assertCount( 1, array_unique( $this->backend->attempts ), 'The same attempt was gone on with.' );
		self::assertSame( array( $this->base->vault()->open( (string) $this->connection()->sealed_key ) ), $this->backend->site_keys, 'One key is left, and it is the one that is stored.' );
	}

	/**
	 * @dataProvider requests_before_registration
	 */
	public function test_php_stopped_in_the_middle_of_a_request_and_the_next_press_connects( string $request ): void {
		$this->backend->instead(
			$request,
			static function (): void {
				throw new Error( 'PHP is killed.' );
			}
		);
		$this->die_connecting();
		$this->connect();
		self::assertSame( State::READY, $this->connection()->state );
		self::assertSame( array( $this->base->vault()->open( (string) $this->connection()->sealed_key ) ), $this->backend->site_keys );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public function requests_before_registration(): array {
		$requests = array_slice( self::REQUESTS, 0, 6 );
		return array_combine( $requests, array_map( static fn( string $request ): array => array( $request ), $requests ) );
	}

	public function test_php_stopped_before_the_structure_is_sent_and_cron_sends_it(): void {
		$this->backend->instead(
			'POST /integration/integrations/{id}/update-structure/',
			static function (): void {
				throw new Error( 'PHP is killed.' );
			}
		);
		$this->die_connecting();
		self::assertSame( State::STRUCTURE_SYNCING, $this->connection()->state );
		self::assertGreaterThan( time() + Lock::LEASE_SECONDS, wp_next_scheduled( Schedule::RETRY ), 'Somebody will go on with it, once the lock is free.' );
		$this->base->options()->delete( Lock::OPTION );
		do_action( Schedule::RETRY );
		self::assertSame( State::READY, $this->connection()->state );
	}

	public function test_a_lock_that_was_left_behind_ends_with_its_lease(): void {
		$this->base->lock()->acquire();
		$left          = json_decode( (string) $this->base->options()->read( Lock::OPTION ), true );
		$left['until'] = time() + 1;
		$this->base->options()->write( Lock::OPTION, (string) wp_json_encode( $left ) );
		$this->connect();
		self::assertSame( State::READY, $this->connection()->state );
	}

	public function test_an_attempt_that_was_left_behind_shows_as_not_connected_after_its_lease(): void {
		$this->base->connections()->change(
			static function ( Connection $connection ): void {
				$connection->apply( State::CONNECT_STARTED );
				$connection->authenticating_until = time() + 5;
			}
		);
		self::assertStringContainsString( 'Connection Status Authenticating Nothing to do.', $this->text() );
		$this->base->connections()->change(
			static function ( Connection $connection ): void {
				$connection->authenticating_until = time() - 1;
			}
		);
		self::assertStringContainsString( 'Connection Status Not connected', $this->text() );
	}

	public function test_a_refused_structure_leaves_the_site_connected(): void {
		$this->backend->fail( 'POST /integration/integrations/{id}/update-structure/', 422, 'validation_failed' );
		$progress = $this->connect();
		self::assertSame( array( 'failed', '' ), array( $progress['status'], $progress['reason'] ) );
		self::assertSame( State::STRUCTURE_REFUSED, $this->connection()->state );
		self::assertMatchesRegularExpression( '/Connected\. IGNY8 did not accept the structure: About validation_failed\. Next try in \d+ (min|h)\./', $this->text() );
		self::assertFalse( wp_next_scheduled( Schedule::RETRY ), 'The daily push is the next try.' );
		$this->base->connections()->change(
			static function ( Connection $connection ): void {
				$connection->next_try = time();
			}
		);
		do_action( Schedule::DAILY );
		self::assertSame( State::READY, $this->connection()->state );
	}

	public function test_with_sync_off_connecting_sends_only_the_switches_and_says_so(): void {
		$this->base->switches()->turn( false, true );
		$progress = $this->connect();
		self::assertSame( self::REQUESTS, $this->backend->requests );
		self::assertSame(
			array(
				'plugin_connection_enabled' => false,
				'two_way_sync_enabled'      => true,
			),
			$this->backend->last( 'POST /integration/integrations/{id}/update-structure/' )['body']
		);
		self::assertSame( array( 'done', 'register' ), array( $progress['status'], $progress['step'] ) );
		self::assertTrue( $this->base->switches()->are_told() );
		self::assertSame( array( State::STRUCTURE_SYNCING, null ), array( $this->connection()->state, $this->connection()->last_sync ) );
		self::assertFalse( wp_next_scheduled( Schedule::RETRY ) );
		$text = $this->text( array( 'igny8-notice' => 'connect' ) );
		self::assertStringContainsString( 'Connected. Enable Sync Operations is off, so the structure was not sent.', $text );
		self::assertStringContainsString( 'Registering done Reading structure Sending structure', $text );
	}

	public function test_with_sync_off_the_switches_are_told_later_when_connecting_could_not_tell_them(): void {
		$this->base->switches()->turn( false, false );
		$this->base->switches()->told( false, false );
		$this->backend->fail( 'POST /integration/integrations/{id}/update-structure/', 503, 'unavailable' );
		$this->connect();
		self::assertStringContainsString( 'so the structure was not sent. IGNY8 does not know it yet;', $this->text( array( 'igny8-notice' => 'connect' ) ) );
		do_action( Schedule::RETRY );
		self::assertTrue( $this->base->switches()->are_told() );
		self::assertFalse( $this->backend->last( 'POST /integration/integrations/{id}/update-structure/' )['body']['plugin_connection_enabled'] );
	}

	public function test_a_failed_attempt_leaves_a_connected_site_connected(): void {
		$this->connect();
		$this->connect( 'wrong' );
		self::assertSame( State::READY, $this->connection()->state );
		self::assertTrue( igny8_sync_site_structure_to_backend() );
	}

	public function test_a_failed_attempt_leaves_a_connected_site_its_email_address(): void {
		$connect = function ( string $email ): ?string {
			$this->base->connector( igny8_bridge()->collector() )->connect( new Credentials( $email, FakeBackend::PASSWORD, FakeBackend::KEY ), 1, 'run' );
			return $this->connection()->email;
		};
		self::assertSame( 'typed@example.com', $connect( 'typed@example.com' ), 'Nobody has connected the site yet.' );
		self::assertSame( FakeBackend::EMAIL, $connect( FakeBackend::EMAIL ) );
		self::assertSame( FakeBackend::EMAIL, $connect( 'other@example.com' ) );
		self::assertStringContainsString( 'value="' . FakeBackend::EMAIL . '"', $this->page() );
	}

	public function test_an_empty_key_field_keeps_the_sites_own_key(): void {
		$this->connect();
		$this->connect( FakeBackend::PASSWORD, '' );
		self::assertSame( 'Bearer igny8_site1key', $this->backend->last( 'GET /auth/me/' )['headers']['Authorization'] );
		self::assertSame( State::READY, $this->connection()->state );
	}

	/**
	 * @dataProvider keys_that_do_not_open
	 * @param callable(self): void $lose Makes the site's key one that does not open.
	 */
	public function test_a_key_that_does_not_open_is_asked_for_and_never_sent( callable $lose ): void {
		$this->connect();
		$lose( $this );
		do_action( Schedule::DAILY );
		self::assertSame( State::NEEDS_RECONNECT, $this->connection()->state );
		self::assertMatchesRegularExpression( '/<input[^>]* id="igny8_api_key"[^>]* value="" placeholder=""[^>]* required>/', $this->page() );
		$this->backend->requests = array();
		$this->backend->sent     = array();
		self::assertSame( ConnectFailure::WRONG_KEY, $this->connect( FakeBackend::PASSWORD, '' )['reason'] );
		self::assertSame( array( 'POST /auth/login/', 'POST /auth/logout/' ), $this->backend->requests );
		self::assertSame( State::NEEDS_RECONNECT, $this->connection()->state );
		self::assertSame( Progress::DONE, $this->connect()['status'] );
		self::assertSame( State::READY, $this->connection()->state );
		self::assertSame( 'Bearer igny8_site2key', $this->backend->last( 'POST /integration/integrations/{id}/update-structure/' )['headers']['Authorization'] );
	}

	/**
	 * @return array<string, array{callable(self): void}>
	 */
	public function keys_that_do_not_open(): array {
		return array(
			'other security keys' => array(
				static function (): void {
					add_filter( 'salt', static fn(): string => 'changed' );
				},
			),
			'a damaged row'       => array(
				static function ( self $test ): void {
					$test->base->connections()->change(
						static function ( Connection $connection ): void {
							$connection->sealed_key = substr( (string) $connection->sealed_key, 0, -8 );
						}
					);
				},
			),
		);
	}

	public function test_who_waited_for_somebody_elses_attempt_sees_only_the_own_one(): void {
		$this->connect();
		self::assertSame( array(), $this->base->progress()->of( 2 ) );
	}

	public function test_says_what_igny8_says_to_what_has_no_words_here(): void {
		$this->backend->fail( 'POST /auth/login/', 429, 'rate_limited' );
		$this->connect();
		self::assertStringContainsString( 'Failed to connect. About rate_limited. Request ID request-1', $this->text( array( 'igny8-notice' => 'connect' ) ) );
	}

	/**
	 * @dataProvider unreachable
	 */
	public function test_explains_why_igny8_cannot_be_reached( string $code, string $message, string $expected ): void {
		$this->backend->instead( 'POST /auth/login/', new WP_Error( $code, $message ) );
		$this->connect();
		self::assertStringContainsString( "IGNY8 cannot be reached. $expected", $this->text( array( 'igny8-notice' => 'connect' ) ) );
	}

	/**
	 * @return array<int, array{string, string, string}>
	 */
	public function unreachable(): array {
		return array(
			array( 'http_request_failed', 'cURL error 6: Could not resolve host: api.test', '127.0.0.1 was not found. Next at your host: Fix DNS.' ),
			array( 'http_request_failed', 'cURL error 60: SSL certificate problem', 'The secure connection failed. Next at your host: Update certificates.' ),
			array( 'http_request_failed', 'cURL error 60: SSL certificate problem: certificate is not yet valid', 'This server\'s clock is behind: by it, IGNY8\'s certificate is not valid yet. Next at your host: Set it.' ),
			array( 'http_request_not_executed', 'User has blocked requests through HTTP.', 'WordPress blocks outgoing requests. Next in WordPress: Add 127.0.0.1 to WP_ACCESSIBLE_HOSTS.' ),
		);
	}

	/**
	 * Connects until PHP is killed: unlike an exception, that releases no lock.
	 */
	private function die_connecting(): void {
		$held = null;
		add_filter(
			'pre_http_request',
			function ( $answer ) use ( &$held ) {
				$held = $this->base->options()->read( Lock::OPTION );
				return $answer;
			},
			5
		);
		try {
			$this->connect();
			self::fail( 'PHP was not killed.' );
		} catch ( Error $error ) {
			$lease = (array) json_decode( (string) $held, true );
			$this->base->options()->write( Lock::OPTION, (string) wp_json_encode( array( 'until' => time() + 1 ) + $lease ) );
		}
	}
}
