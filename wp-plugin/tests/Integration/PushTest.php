<?php
/**
 * Sending the structure.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Error;
use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Foundation;
use Igny8\Bridge\Plugin;
use Igny8\Bridge\Sync\PushResult;
use Igny8\Bridge\Sync\Schedule;
use Igny8\Bridge\Tests\Support\FakeBackend;
use Igny8\Bridge\Tests\Support\SiteTestCase;
use WP_Error;

final class PushTest extends SiteTestCase {

	private const PUSH = 'POST /integration/integrations/{id}/update-structure/';

	protected function setUp(): void {
		parent::setUp();
		$this->connect();
		$this->backend->requests = array();
		$this->backend->sent     = array();
		$GLOBALS['pagenow']      = 'index.php';
	}

	public function test_sends_what_the_site_has_with_both_switches_and_the_time(): void {
		self::assertTrue( igny8_sync_site_structure_to_backend() );
		$body = $this->backend->last( self::PUSH )['body'];
		self::assertSame( array( 'post_types', 'taxonomies', 'plugin_connection_enabled', 'two_way_sync_enabled', 'collected_at' ), array_keys( $body ) );
		self::assertSame( array( true, false ), array( $body['plugin_connection_enabled'], $body['two_way_sync_enabled'] ) );
		self::assertMatchesRegularExpression( '/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/', $body['collected_at'] );
		self::assertEqualsWithDelta( time(), strtotime( $body['collected_at'] ), 5 );
	}

	public function test_says_who_is_calling_with_unfiltered_addresses(): void {
		global $wpdb;
		$wpdb->update( $wpdb->options, array( 'option_value' => 'https://bücher.example/blog/' ), array( 'option_name' => 'home' ) );
		$this->change(
			static function ( Connection $connection ): void {
				$connection->home = base64_encode( 'https://bücher.example/blog' );
			}
		);
		$this->backend->connected['home_url'] = 'https://bücher.example/blog';
		add_filter( 'option_home', static fn(): string => 'https://filtered.example/de' );
		igny8_sync_site_structure_to_backend();
		$headers = $this->backend->last( self::PUSH )['headers'];
		self::assertSame( 'https://b%C3%BCcher.example/blog', $headers['Igny8-Home-Url'] );
		self::assertSame( untrailingslashit( get_option( 'siteurl' ) ), $headers['Igny8-Site-Url'] );
		self::assertSame( $this->connection()->site_uuid, $headers['Igny8-Site-Uuid'] );
	}

	public function test_asks_wordpress_for_no_redirects_and_checked_certificates(): void {
		$verified = array();
		add_filter(
			'pre_http_request',
			static function ( $answer, array $args, string $url ) use ( &$verified ) {
				$verified[] = apply_filters( 'https_ssl_verify', '/the/bundle.crt', $url );
				return $answer;
			},
			5,
			3
		);
		igny8_sync_site_structure_to_backend();
		add_filter( 'https_ssl_verify', '__return_false' );
		igny8_sync_site_structure_to_backend();
		$args = $this->backend->last( self::PUSH )['args'];
		self::assertSame( 0, $args['redirection'] );
		self::assertTrue( $args['sslverify'] );
		self::assertSame( array( '/the/bundle.crt', ABSPATH . 'wp-includes/certificates/ca-bundle.crt' ), $verified, 'With the bundle of WordPress\'s choice, also when another plugin switches checks off.' );
		self::assertFileExists( $verified[1] );
		self::assertFalse( apply_filters( 'https_ssl_verify', '/the/bundle.crt', '' ), 'Requests of others are as they were.' );
	}

	public function test_success_updates_the_time_of_the_last_sync_and_keeps_the_settings_of_igny8(): void {
		$this->change(
			static function ( Connection $connection ): void {
				$connection->last_sync = 5;
			}
		);
		igny8_sync_site_structure_to_backend();
		self::assertEqualsWithDelta( time(), $this->connection()->last_sync, 5 );
		self::assertSame( 100, $this->base->settings()->get()->post_types['post']->fetch_limit );
		self::assertMatchesRegularExpression( '/Posts \(\d+\)[^E]* Enabled 100/', $this->text() );
	}

	/**
	 * @dataProvider delays
	 */
	public function test_an_error_is_logged_and_tried_again( callable $fail, string $why ): void {
		$fail( $this->backend );
		self::assertInstanceOf( WP_Error::class, igny8_sync_site_structure_to_backend() );
		self::assertSame( State::DEGRADED, $this->connection()->state );
		self::assertMatchesRegularExpression( '/Connected, delayed\. ' . preg_quote( $why, '/' ) . ' Next try in \d+ (s|min)\. /', $this->text() );
		self::assertSame( $this->connection()->next_try, wp_next_scheduled( Schedule::RETRY ) );
		self::assertStringContainsString( 'error: POST /integration/integrations/' . FakeBackend::INTEGRATION . '/update-structure/', implode( "\n", $this->log() ) );
		do_action( Schedule::RETRY );
		self::assertSame( State::READY, $this->connection()->state );
		self::assertFalse( wp_next_scheduled( Schedule::RETRY ), 'Nothing is left to try.' );
		self::assertSame( 0, $this->connection()->failures );
	}

	/**
	 * @return array<string, array{callable, string}>
	 */
	public function delays(): array {
		return array(
			'backend down'    => array( static fn( FakeBackend $backend ) => $backend->instead( self::PUSH, new WP_Error( 'http_request_failed', 'cURL error 7: Failed to connect' ) ), '127.0.0.1 does not answer.' ),
			'slow'            => array( static fn( FakeBackend $backend ) => $backend->instead( self::PUSH, new WP_Error( 'http_request_failed', 'cURL error 28: Operation timed out' ) ), 'There was no answer in 10 s.' ),
			'500'             => array( static fn( FakeBackend $backend ) => $backend->fail( self::PUSH, 500, 'internal_error' ), 'About internal_error.' ),
			'firewall'        => array( static fn( FakeBackend $backend ) => $backend->instead( self::PUSH, FakeBackend::json( 403, '<h1>no</h1>' ) ), 'A proxy answered for IGNY8.' ),
			'200 with HTML'   => array( static fn( FakeBackend $backend ) => $backend->instead( self::PUSH, array( 'body' => '<h1>hi</h1>' ) + FakeBackend::json( 200, '' ) ), 'A proxy answered for IGNY8.' ),
			'a code of later' => array( static fn( FakeBackend $backend ) => $backend->fail( self::PUSH, 409, 'invented_later' ), 'About invented_later.' ),
		);
	}

	public function test_waits_as_long_as_igny8_asks(): void {
		$this->backend->fail( self::PUSH, 429, 'rate_limited', array( 'retry-after' => '1800' ) );
		igny8_sync_site_structure_to_backend();
		self::assertGreaterThanOrEqual( time() + 1795, wp_next_scheduled( Schedule::RETRY ) );
	}

	public function test_the_daily_push_waits_too(): void {
		$this->backend->fail( self::PUSH, 429, 'rate_limited', array( 'retry-after' => '7200' ) );
		igny8_sync_site_structure_to_backend();
		do_action( Schedule::DAILY );
		self::assertCount( 1, $this->backend->requests );
		$this->change(
			static function ( Connection $connection ): void {
				$connection->next_try = time();
			}
		);
		do_action( Schedule::DAILY );
		self::assertCount( 2, $this->backend->requests );
	}

	public function test_who_finds_somebody_at_it_does_not_shorten_the_wait(): void {
		$this->backend->fail( self::PUSH, 429, 'rate_limited', array( 'retry-after' => '7200' ) );
		igny8_sync_site_structure_to_backend();
		$this->base->lock()->acquire();
		self::assertInstanceOf( WP_Error::class, igny8_sync_site_structure_to_backend() );
		self::assertSame( $this->connection()->next_try, wp_next_scheduled( Schedule::RETRY ) );
	}

	/**
	 * @dataProvider both_events
	 * @param array<int, string> $hooks In turn.
	 */
	public function test_one_pass_of_wp_cron_sends_once( array $hooks, int $status ): void {
		add_filter( 'wp_doing_cron', '__return_true' );
		$plugin = new Plugin();
		$plugin->look_for_types();
		if ( 200 !== $status ) {
			$this->backend->fail( self::PUSH, $status, 'rate_limited', array( 'retry-after' => '7200' ) );
		}
		foreach ( $hooks as $hook ) {
			Schedule::DAILY === $hook ? $plugin->send_daily() : $plugin->try_again();
		}
		self::assertCount( 1, $this->backend->requests );
	}

	/**
	 * @return array<string, array{array<int, string>, int}>
	 */
	public function both_events(): array {
		return array(
			'daily first'             => array( array( Schedule::DAILY, Schedule::RETRY ), 200 ),
			'next try first'          => array( array( Schedule::RETRY, Schedule::DAILY ), 200 ),
			'daily first, to wait'    => array( array( Schedule::DAILY, Schedule::RETRY ), 429 ),
			'next try first, to wait' => array( array( Schedule::RETRY, Schedule::DAILY ), 429 ),
		);
	}

	public function test_failures_in_a_row_are_counted_and_have_one_event(): void {
		for ( $try = 0; $try < 3; $try++ ) {
			$this->backend->fail( self::PUSH, 500, 'internal_error' );
			do_action( Schedule::RETRY );
		}
		self::assertSame( 3, $this->connection()->failures );
		$events = array_filter( _get_cron_array(), static fn( array $hooks ): bool => isset( $hooks[ Schedule::RETRY ] ) );
		self::assertCount( 1, $events );
	}

	/**
	 * @dataProvider ends
	 */
	public function test_what_waiting_does_not_help_is_shown_and_not_tried_again( int $status, string $code, string $state, string $text ): void {
		$this->backend->fail( self::PUSH, $status, $code );
		igny8_sync_site_structure_to_backend();
		self::assertSame( $state, $this->connection()->state );
		self::assertFalse( wp_next_scheduled( Schedule::RETRY ) );
		self::assertStringContainsString( $text, $this->text() );
	}

	/**
	 * @return array<string, array{int, string, string, string}>
	 */
	public function ends(): array {
		return array(
			'revoked key'  => array( 401, 'unauthenticated', State::NEEDS_RECONNECT, 'Needs reconnect. The API key was revoked. Nothing is sent. Next in WordPress: Connect to IGNY8' ),
			'deleted'      => array( 404, 'not_found', State::NEEDS_RECONNECT, 'Needs reconnect. IGNY8 does not know this connection any more. Nothing is sent.' ),
			'another site' => array( 409, 'identity_conflict', State::SAFE_MODE, 'Safe mode. IGNY8 says that another site is connected. Nothing is sent.' ),
			'refused'      => array( 422, 'validation_failed', State::STRUCTURE_REFUSED, 'Connected. IGNY8 did not accept the structure: About validation_failed.' ),
			'forbidden'    => array( 403, 'invented_later', State::STRUCTURE_REFUSED, 'Connected. IGNY8 did not accept the structure: About invented_later.' ),
			'gone'         => array( 410, 'invented_later', State::STRUCTURE_REFUSED, 'Connected. IGNY8 did not accept the structure: About invented_later.' ),
			'disconnected' => array( 409, 'integration_disconnected', State::DISCONNECTED, 'Disconnected just now by IGNY8. Content stays in IGNY8. Next in WordPress: Connect to IGNY8' ),
		);
	}

	/**
	 * @dataProvider lost_keys
	 */
	public function test_says_what_has_become_of_the_key( string $reason, string $state, string $text ): void {
		$this->backend->fail( self::PUSH, 401, 'unauthenticated', array(), array( 'reason' => $reason ) );
		igny8_sync_site_structure_to_backend();
		self::assertSame( $state, $this->connection()->state );
		self::assertFalse( wp_next_scheduled( Schedule::RETRY ) );
		self::assertStringContainsString( $text, $this->text() );
	}

	/**
	 * @return array<string, array{string, string, string}>
	 */
	public function lost_keys(): array {
		return array(
			'revoked'      => array( 'revoked', State::NEEDS_RECONNECT, 'Needs reconnect. The API key was revoked. Nothing is sent.' ),
			'expired'      => array( 'expired', State::NEEDS_RECONNECT, 'Needs reconnect. The API key expired. Nothing is sent.' ),
			'replaced'     => array( 'replaced', State::NEEDS_RECONNECT, 'Needs reconnect. The API key was replaced: the site was connected again. Nothing is sent.' ),
			'deleted'      => array( 'deleted', State::NEEDS_RECONNECT, 'Needs reconnect. IGNY8 does not know this connection any more. Nothing is sent.' ),
			'disconnected' => array( 'disconnected', State::DISCONNECTED, 'Disconnected just now by IGNY8. Content stays in IGNY8. Next in WordPress: Connect to IGNY8' ),
			'of later'     => array( 'invented_later', State::NEEDS_RECONNECT, 'Needs reconnect. The API key was revoked. Nothing is sent.' ),
		);
	}

	/**
	 * @dataProvider states_that_send_nothing
	 */
	public function test_nothing_is_sent_in_a_state_that_sends_nothing( string $state ): void {
		$this->change(
			static function ( Connection $connection ) use ( $state ): void {
				$connection->state                = $state;
				$connection->authenticating_until = time() + 15;
			}
		);
		igny8_sync_site_structure_to_backend();
		do_action( Schedule::DAILY );
		do_action( Schedule::RETRY );
		$this->base->switches()->turn( false, true );
		$this->page();
		self::assertSame( array(), $this->backend->requests );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public function states_that_send_nothing(): array {
		$states = array_values( array_filter( State::all(), static fn( string $state ): bool => ! State::is_connected( $state ) ) );
		return array_combine( $states, array_map( static fn( string $state ): array => array( $state ), $states ) );
	}

	public function test_an_inactive_site_sends_again_after_it_was_activated(): void {
		$this->backend->fail( self::PUSH, 403, 'site_inactive' );
		do_action( Schedule::DAILY );
		self::assertSame( State::INACTIVE, $this->connection()->state );
		self::assertMatchesRegularExpression( '/Inactive\. IGNY8 accepts nothing from this site\. Next try in \d+ (s|min)\. Structure last sent: just now Next in IGNY8: Activate site/', $this->text() );
		self::assertNotFalse( wp_next_scheduled( Schedule::RETRY ), 'It finds out by itself.' );
		do_action( Schedule::RETRY );
		self::assertSame( State::READY, $this->connection()->state );
		self::assertFalse( wp_next_scheduled( Schedule::RETRY ) );
	}

	public function test_a_key_that_does_not_open_is_never_replaced_by_anything_and_nothing_is_sent(): void {
		add_filter( 'salt', static fn(): string => 'changed' );
		igny8_sync_site_structure_to_backend();
		self::assertSame( array(), $this->backend->requests );
		self::assertSame( State::NEEDS_RECONNECT, $this->connection()->state );
		self::assertStringContainsString( 'Needs reconnect. The API key cannot be read: WordPress\'s security keys changed. Nothing is sent.', $this->text() );
	}

	public function test_the_page_notices_changed_salts_by_itself(): void {
		add_filter( 'salt', static fn(): string => 'changed' );
		self::assertStringContainsString( 'WordPress\'s security keys changed', $this->text() );
		self::assertSame( array(), $this->backend->requests );
	}

	public function test_the_outcome_of_an_older_registration_is_not_that_of_this_one(): void {
		$this->backend->instead(
			self::PUSH,
			function (): array {
				$this->change(
					static function ( Connection $connection ): void {
						$connection->registration = 'a newer one';
					}
				);
				return FakeBackend::json(
					401,
					array(
						'type'       => '',
						'title'      => '',
						'status'     => 401,
						'detail'     => '',
						'instance'   => '',
						'code'       => 'unauthenticated',
						'request_id' => '',
					)
				);
			}
		);
		igny8_sync_site_structure_to_backend();
		self::assertSame( State::READY, $this->connection()->state );
	}

	public function test_a_push_while_another_is_under_way_comes_back_later(): void {
		$this->base->lock()->acquire();
		$error = igny8_sync_site_structure_to_backend();
		self::assertSame( 'igny8_busy', $error->get_error_code() );
		self::assertSame( array(), $this->backend->requests );
		self::assertNotFalse( wp_next_scheduled( Schedule::RETRY ) );
	}

	public function test_a_switch_that_is_turned_while_a_push_is_under_way_is_told_in_a_minute(): void {
		$turn = function ( $answer ) use ( &$turn ) {
			remove_filter( 'pre_http_request', $turn, 5 );
			$this->base->switches()->turn( true, true );
			self::assertSame( PushResult::BUSY, igny8_bridge()->jobs()->send_switches()->outcome );
			return $answer;
		};
		add_filter( 'pre_http_request', $turn, 5 );
		self::assertTrue( igny8_sync_site_structure_to_backend() );
		self::assertFalse( $this->backend->last( self::PUSH )['body']['two_way_sync_enabled'] );
		self::assertEqualsWithDelta( time() + 60, wp_next_scheduled( Schedule::RETRY ), 5 );
		do_action( Schedule::RETRY );
		self::assertTrue( $this->backend->last( self::PUSH )['body']['two_way_sync_enabled'] );
		self::assertTrue( $this->base->switches()->are_told() );
		self::assertFalse( wp_next_scheduled( Schedule::RETRY ) );
	}

	public function test_an_administrators_visit_sends_what_cron_should_have_sent_long_ago(): void {
		$this->last_sent_hours_ago( 25 );
		igny8_bridge()->look_after_schedule();
		self::assertSame( array(), $this->backend->requests );
		$this->last_sent_hours_ago( 27 );
		igny8_bridge()->look_after_schedule();
		igny8_bridge()->look_after_schedule();
		self::assertSame( array( self::PUSH ), $this->backend->requests );
		self::assertEqualsWithDelta( time(), $this->connection()->last_sync, 5 );
		self::assertFalse( wp_next_scheduled( Schedule::RETRY ) );
	}

	public function test_visits_try_again_once_the_time_of_the_next_try_has_long_passed(): void {
		$this->last_sent_hours_ago( 27 );
		$this->backend->fail( self::PUSH, 500, 'internal_error' );
		igny8_bridge()->look_after_schedule();
		igny8_bridge()->look_after_schedule();
		self::assertSame( array( self::PUSH ), $this->backend->requests, 'One try, and nothing before the next is due.' );
		$this->change(
			static function ( Connection $connection ): void {
				$connection->next_try = time() - 1800;
			}
		);
		igny8_bridge()->look_after_schedule();
		self::assertCount( 2, $this->backend->requests );
		self::assertSame( State::READY, $this->connection()->state );
	}

	public function test_php_stopped_while_it_catches_up_does_not_stop_the_next_visit_too(): void {
		$this->last_sent_hours_ago( 27 );
		$this->backend->instead(
			self::PUSH,
			static function (): void {
				throw new Error( 'PHP is killed.' );
			}
		);
		try {
			igny8_bridge()->look_after_schedule();
			self::fail( 'PHP was not killed.' );
		} catch ( Error $error ) {
			igny8_bridge()->look_after_schedule();
		}
		self::assertSame( array( self::PUSH ), $this->backend->requests );
		self::assertEqualsWithDelta( time() + 60, wp_next_scheduled( Schedule::RETRY ), 5 );
	}

	/**
	 * @dataProvider visits_that_send_nothing
	 */
	public function test_nothing_is_caught_up( callable $given ): void {
		$this->last_sent_hours_ago( 27 );
		$given( $this->base );
		igny8_bridge()->look_after_schedule();
		self::assertSame( array(), $this->backend->requests );
	}

	/**
	 * @return array<string, array{callable}>
	 */
	public function visits_that_send_nothing(): array {
		return array(
			'in the background of a page'        => array( static fn() => add_filter( 'wp_doing_ajax', '__return_true' ) ),
			'when a button is pressed'           => array(
				static function (): void {
					$GLOBALS['pagenow'] = 'admin-post.php';
				},
			),
			'by somebody without the right'      => array( static fn() => wp_set_current_user( 0 ) ),
			'by a reader of another language'    => array( static fn() => add_filter( 'determine_locale', static fn(): string => 'de_DE' ) ),
			'while somebody is at it'            => array( static fn( Foundation $base ) => $base->lock()->acquire() ),
			'while somebody connects'            => array(
				static fn( Foundation $base ) => $base->connections()->change(
					static function ( Connection $connection ): void {
						$connection->apply( State::CONNECT_STARTED );
						$connection->authenticating_until = time() + 15;
					}
				),
			),
			'with sync off and IGNY8 told of it' => array(
				static function ( Foundation $base ): void {
					$base->switches()->turn( false, false );
					$base->switches()->told( false, false );
				},
			),
		);
	}

	public function test_types_that_igny8_would_refuse_are_left_out_and_logged(): void {
		register_taxonomy( "bad\x07name", 'post' );
		$bad                                  = clone get_post_type_object( 'post' );
		$bad->name                            = 'Bad Name';
		$GLOBALS['wp_post_types']['Bad Name'] = $bad;
		add_filter( 'igny8_post_types', static fn( array $names ): array => array_merge( $names, array( 'Bad Name' ) ) );
		add_filter( 'igny8_taxonomies', static fn( array $names ): array => array_merge( $names, array( "bad\x07name" ) ) );
		self::assertTrue( igny8_sync_site_structure_to_backend() );
		unset( $GLOBALS['wp_post_types']['Bad Name'] );
		unregister_taxonomy( "bad\x07name" );
		self::assertArrayNotHasKey( 'Bad Name', $this->backend->last( self::PUSH )['body']['post_types'] );
		self::assertStringContainsString( 'warning: "Bad Name" was left out', implode( "\n", $this->log() ) );
	}

	public function test_no_post_types_and_no_taxonomies_are_logged_and_sent_all_the_same(): void {
		add_filter( 'igny8_post_types', '__return_empty_array' );
		add_filter( 'igny8_taxonomies', '__return_empty_array' );
		self::assertTrue( igny8_sync_site_structure_to_backend() );
		$sent = $this->backend->last( self::PUSH )['args']['body'];
		self::assertStringStartsWith( '{"post_types":{},"taxonomies":{},', $sent );
		self::assertContains( 'error: No post types found.', $this->log() );
		self::assertContains( 'error: No taxonomies found.', $this->log() );
	}

	/**
	 * Lets the structure be older than it is.
	 *
	 * @param int $hours How old.
	 */
	private function last_sent_hours_ago( int $hours ): void {
		$this->change(
			static function ( Connection $connection ) use ( $hours ): void {
				$connection->last_sync = time() - $hours * 3600;
			}
		);
	}

	/**
	 * Changes the connection.
	 *
	 * @param callable(Connection): void $change What to change.
	 */
	private function change( callable $change ): void {
		$this->base->connections()->change( $change );
	}
}
