<?php
/**
 * A database that takes no change: it is read-only, or full.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Igny8\Bridge\Admin\Form;
use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\ConnectionStore;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Sync\Schedule;
use Igny8\Bridge\Tests\Support\FakeBackend;
use Igny8\Bridge\Tests\Support\SiteTestCase;
use Igny8\Bridge\Wp\CannotStore;
use RuntimeException;
use WP_Error;

final class RefusingDatabaseTest extends SiteTestCase {

	private const SENTENCE = 'The database does not take changes. Next at your host: Let it be written.';

	protected function tearDown(): void {
		global $wpdb;
		$wpdb->suppress_errors( false );
		$_POST    = array();
		$_REQUEST = array();
		parent::tearDown();
	}

	private function refuse(): void {
		global $wpdb;
		$wpdb->suppress_errors();
		add_filter(
			'query',
			static fn( string $query ): string => 1 === preg_match( '/^\s*(INSERT|UPDATE|DELETE|REPLACE|CREATE|ALTER|DROP)\b/i', $query ) ? 'UPDATE igny8_refused SET a = 1' : $query
		);
	}

	public function test_who_lost_a_race_is_told_from_who_was_refused(): void {
		$options = $this->base->options();
		$options->write( 'igny8_bridge_test', 'one' );
		self::assertFalse( $options->swap( 'igny8_bridge_test', null, 'two' ) );
		self::assertFalse( $options->swap( 'igny8_bridge_test', 'zero', 'two' ) );
		$options->write( 'igny8_bridge_test', 'one' );
		$this->refuse();
		$attempts = array(
			static fn() => $options->swap( 'igny8_bridge_test', null, 'two' ),
			static fn() => $options->swap( 'igny8_bridge_test', 'one', 'two' ),
			static fn() => $options->write( 'igny8_bridge_test', 'two' ),
		);
		foreach ( $attempts as $attempt ) {
			try {
				$attempt();
				self::fail( 'It said nothing.' );
			} catch ( CannotStore $refused ) {
				self::assertStringContainsString( 'igny8_refused', $refused->getMessage() );
			}
		}
		self::assertSame( 'one', $options->read( 'igny8_bridge_test' ) );
	}

	public function test_the_victim_of_a_deadlock_begins_again(): void {
		global $wpdb;
		$wpdb->suppress_errors();
		$deadlocks = 2;
		add_filter(
			'query',
			static function ( string $query ) use ( &$deadlocks ): string {
				return 1 === preg_match( '/^\s*(INSERT|UPDATE)\b/i', $query ) && $deadlocks-- > 0
					? "SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'Deadlock found when trying to get lock; try restarting transaction'"
					: $query;
			}
		);
		self::assertTrue( $this->base->options()->swap( 'igny8_bridge_test', null, 'one' ) );
		self::assertSame( -1, $deadlocks );
		$deadlocks = PHP_INT_MAX;
		$this->expectException( CannotStore::class );
		$this->base->options()->swap( 'igny8_bridge_test', 'one', 'two' );
	}

	public function test_a_site_that_was_never_connected_is_shown_all_the_same(): void {
		$this->base->options()->delete( ConnectionStore::OPTION );
		$this->base->options()->delete( 'igny8_bridge_schema' );
		$this->refuse();
		igny8_bridge()->activate();
		igny8_bridge()->look_after_schedule();
		self::assertStringContainsString( 'Connection Status Not connected', $this->text() );
		$tests = apply_filters( 'site_status_tests', array() )['direct'];
		self::assertSame( 'igny8_state', $tests['igny8_state']['test']()['test'] );
		self::assertSame( 'not_connected', apply_filters( 'debug_information', array() )['igny8-bridge']['fields']['state']['value'] );
		self::assertSame( 'not-stored', $this->press( Form::CONNECT ) );
		self::assertStringContainsString( self::SENTENCE, $this->text( array( Form::NOTICE => 'not-stored' ) ) );
	}

	/**
	 * @testWith ["igny8_bridge_connect"]
	 *           ["igny8_bridge_switches"]
	 *           ["igny8_bridge_send_structure"]
	 *           ["igny8_bridge_disconnect"]
	 */
	public function test_every_button_says_so_at_once_and_sends_nothing( string $action ): void {
		$this->connect();
		$this->backend->requests = array();
		$this->refuse();
		$start = microtime( true );
		self::assertSame( 'not-stored', $this->press( $action ) );
		self::assertLessThan( 5, microtime( true ) - $start );
		self::assertSame( array(), $this->backend->requests );
		self::assertTrue( $this->base->switches()->sync() );
	}

	public function test_what_nobody_waits_for_ends_in_peace(): void {
		$this->connect();
		$this->base->connections()->change(
			static function ( Connection $connection ): void {
				$connection->last_sync = time() - 27 * HOUR_IN_SECONDS;
			}
		);
		$this->backend->requests = array();
		$this->refuse();
		do_action( Schedule::DAILY );
		igny8_bridge()->look_after_schedule();
		$error = igny8_sync_site_structure_to_backend();
		self::assertInstanceOf( WP_Error::class, $error );
		self::assertSame( array( 'igny8_database_refused', self::SENTENCE ), array( $error->get_error_code(), $error->get_error_message() ) );
		self::assertSame( array(), $this->backend->requests );
		$erased = ( apply_filters( 'wp_privacy_personal_data_erasers', array() )['igny8-bridge']['callback'] )( FakeBackend::EMAIL );
		self::assertSame( array( true, array( self::SENTENCE ) ), array( $erased['items_retained'], $erased['messages'] ) );
	}

	public function test_the_page_says_that_it_cannot_note_that_the_key_is_lost(): void {
		$this->connect();
		$this->refuse();
		add_filter( 'salt', static fn(): string => 'changed' );
		self::assertStringContainsString( self::SENTENCE, $this->text() );
	}

	public function test_what_may_be_a_copy_sends_nothing_even_if_that_cannot_be_noted(): void {
		$this->connect();
		$this->backend->requests = array();
		update_option( 'home', 'https://staging.example.com' );
		$this->refuse();
		self::assertSame( State::SAFE_MODE, $this->base->gate()->check()->state );
		self::assertSame( 'igny8_not_connected', igny8_sync_site_structure_to_backend()->get_error_code() );
		self::assertSame( array(), $this->backend->requests );
	}

	/**
	 * Presses a button.
	 *
	 * @param string $action Its action.
	 * @return string The notice that the page begins with then.
	 */
	private function press( string $action ): string {
		$_POST                = array(
			'igny8_email'    => FakeBackend::EMAIL,
			'igny8_password' => FakeBackend::PASSWORD,
			'igny8_api_key'  => FakeBackend::KEY,
		);
		$_REQUEST['_wpnonce'] = wp_create_nonce( $action );
		igny8_bridge()->register_admin();
		add_filter(
			'wp_redirect',
			static function ( string $url ): void {
				throw new RuntimeException( $url );
			}
		);
		try {
			do_action( "admin_post_$action" );
			self::fail( 'There was no answer.' );
		} catch ( RuntimeException $redirected ) {
			parse_str( (string) wp_parse_url( $redirected->getMessage(), PHP_URL_QUERY ), $query );
			return $query[ Form::NOTICE ] ?? $redirected->getMessage();
		}
	}
}
