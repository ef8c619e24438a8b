<?php
/**
 * A site that may be a copy sends nothing.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Igny8\Bridge\Connect\Disconnector;
use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Sync\Schedule;
use Igny8\Bridge\Tests\Support\FakeBackend;
use Igny8\Bridge\Tests\Support\SiteTestCase;

final class SafeModeTest extends SiteTestCase {

	private const PUSH    = 'POST /integration/integrations/{id}/update-structure/';
	private const COPY    = 'https://copy.example';
	private const SAYS_SO = 'error: Safe mode. Connected as %s, now at https://copy.example. Nothing is sent.';

	/**
	 * Where the site was connected.
	 *
	 * @var string
	 */
	private string $home;

	protected function setUp(): void {
		parent::setUp();
		$this->connect();
		$this->home              = $this->base->identity()->home_url();
		$this->backend->requests = array();
		$this->backend->sent     = array();
		$GLOBALS['pagenow']      = 'index.php';
	}

	/**
	 * @dataProvider senders
	 */
	public function test_at_another_address_nothing_is_sent_whoever_asks( callable $send ): void {
		$this->change(
			static function ( Connection $connection ): void {
				$connection->last_sync = time() - 27 * 3600;
			}
		);
		$this->base->schedule()->follow_up();
		$this->move_to( self::COPY );
		$send();
		$send();
		self::assertSame( array(), $this->backend->requests );
		self::assertSame( State::SAFE_MODE, $this->connection()->state );
		self::assertFalse( wp_next_scheduled( Schedule::RETRY ) );
		self::assertCount( 1, array_keys( $this->log(), sprintf( self::SAYS_SO, $this->home ), true ), 'It is logged once.' );
	}

	/**
	 * @return array<string, array{callable}>
	 */
	public function senders(): array {
		return array(
			'the daily job' => array( static fn() => do_action( Schedule::DAILY ) ),
			'a next try'    => array( static fn() => do_action( Schedule::RETRY ) ),
			'a visit'       => array( static fn() => igny8_bridge()->look_after_schedule() ),
			'a button'      => array( static fn() => igny8_bridge()->jobs()->send_structure() ),
			'the switches'  => array( static fn() => igny8_bridge()->jobs()->send_switches() ),
			'other code'    => array( static fn() => igny8_sync_site_structure_to_backend() ),
		);
	}

	public function test_the_page_notices_another_address_by_itself(): void {
		$this->move_to( self::COPY );
		self::assertStringContainsString( "Safe mode. Connected as {$this->home}, now at https://copy.example. Nothing is sent.", $this->text() );
		$this->text();
		self::assertCount( 1, array_keys( $this->log(), sprintf( self::SAYS_SO, $this->home ), true ) );
		self::assertSame( array(), $this->backend->requests );
	}

	public function test_the_same_address_in_other_words_goes_on_sending(): void {
		$this->move_to( str_replace( 'http://', 'HTTPS://', $this->home ) . '/' );
		self::assertTrue( igny8_sync_site_structure_to_backend() );
		self::assertSame( State::READY, $this->connection()->state );
	}

	public function test_of_two_addresses_that_are_none_one_is_not_taken_for_the_other(): void {
		$this->change(
			static function ( Connection $connection ): void {
				$connection->home = base64_encode( 'https://' );
			}
		);
		$this->move_to( 'https://user@copy.example' );
		do_action( Schedule::DAILY );
		self::assertSame( array( array(), State::SAFE_MODE ), array( $this->backend->requests, $this->connection()->state ) );
	}

	public function test_a_search_and_replace_over_the_database_leaves_the_connected_address_alone(): void {
		global $wpdb;
		$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->options} SET option_value = REPLACE( option_value, %s, %s )", $this->home, self::COPY ) );
		$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->options} SET option_value = REPLACE( option_value, %s, 'copy.example' )", (string) wp_parse_url( $this->home, PHP_URL_HOST ) ) );
		wp_cache_flush();
		do_action( Schedule::DAILY );
		self::assertSame( array(), $this->backend->requests );
		self::assertSame( array( State::SAFE_MODE, $this->home ), array( $this->connection()->state, $this->connection()->home_url() ) );
		self::assertSame( self::COPY, $this->base->identity()->home_url(), 'The copy is at its own address.' );
	}

	public function test_remembers_of_what_environment_type_the_site_was_connected(): void {
		self::assertSame( 'local', $this->connection()->environment_type );
	}

	public function test_a_site_that_became_of_another_environment_type_sends_nothing(): void {
		$this->was_connected_as( 'production' );
		do_action( Schedule::DAILY );
		do_action( Schedule::DAILY );
		self::assertSame( array(), $this->backend->requests );
		self::assertStringContainsString( 'Safe mode. This site became a local site. Nothing is sent.', $this->text() );
		self::assertCount( 1, array_keys( $this->log(), 'error: Safe mode. This site became a local site. Nothing is sent.', true ) );
	}

	public function test_the_address_is_asked_about_before_the_environment_type(): void {
		$this->was_connected_as( 'production' );
		$this->move_to( self::COPY );
		self::assertStringContainsString( 'now at https://copy.example.', $this->text() );
	}

	public function test_a_connection_of_an_earlier_version_accepts_the_environment_type_of_today(): void {
		$this->was_connected_as( null );
		self::assertTrue( igny8_sync_site_structure_to_backend() );
		self::assertSame( 'local', $this->connection()->environment_type );
	}

	public function test_a_site_that_is_back_at_its_address_goes_on_by_itself(): void {
		$this->move_to( self::COPY );
		do_action( Schedule::DAILY );
		$this->move_to( $this->home );
		do_action( Schedule::DAILY );
		self::assertSame( array( self::PUSH ), $this->backend->requests );
		self::assertSame( State::READY, $this->connection()->state );
		self::assertContains( 'info: Safe mode is over: this is again the site that was connected.', $this->log() );
	}

	public function test_a_site_that_the_page_finds_back_at_its_address_sends_within_a_minute(): void {
		$this->move_to( self::COPY );
		$this->text();
		$this->move_to( $this->home );
		self::assertStringContainsString( 'Connected. Structure syncing...', $this->text() );
		self::assertEqualsWithDelta( time() + 60, wp_next_scheduled( Schedule::RETRY ), 5 );
	}

	public function test_a_site_that_igny8_takes_for_another_one_does_not_go_on_by_itself(): void {
		$this->backend->connected['home_url'] = 'https://moved.example';
		do_action( Schedule::DAILY );
		$this->backend->requests = array();
		do_action( Schedule::DAILY );
		self::assertStringContainsString( 'Safe mode. IGNY8 says that another site is connected. Nothing is sent. This integration is connected to https://moved.example.', $this->text() );
		self::assertSame( array(), $this->backend->requests );
		self::assertSame( State::SAFE_MODE, $this->connection()->state );
	}

	/**
	 * @testWith [200, ""]
	 *           [500, "internal_error"]
	 *           [401, "unauthenticated"]
	 */
	public function test_a_push_that_ends_late_does_not_end_safe_mode( int $status, string $code ): void {
		$move = function ( $answer ) {
			$this->move_to( self::COPY );
			$this->base->gate()->check();
			$this->move_to( $this->home );
			return $answer;
		};
		if ( 200 !== $status ) {
			$this->backend->fail( self::PUSH, $status, $code );
		}
		add_filter( 'pre_http_request', $move, 20 );
		igny8_sync_site_structure_to_backend();
		remove_filter( 'pre_http_request', $move, 20 );
		$this->move_to( self::COPY );
		self::assertSame( State::SAFE_MODE, $this->connection()->state );
		self::assertSame( array( 'moved', null ), array( $this->connection()->trouble, $this->connection()->next_try ) );
		self::assertFalse( wp_next_scheduled( Schedule::RETRY ) );
	}

	/**
	 * @dataProvider copies
	 */
	public function test_disconnecting_a_copy_leaves_the_original_connected( callable $copy ): void {
		$copy( $this );
		self::assertSame( Disconnector::TOLD, $this->base->disconnector()->disconnect( 1 ) );
		self::assertSame( array(), $this->backend->requests );
		self::assertSame( array( State::DISCONNECTED, null ), array( $this->connection()->state, $this->connection()->sealed_key ) );
		self::assertSame( array( 'ready', array( 'igny8_site1key' ) ), array( $this->backend->status, $this->backend->site_keys ) );
		self::assertNotSame( $this->backend->connected['site_uuid'], $this->connection()->site_uuid, 'What connects here later is another site.' );
	}

	/**
	 * @return array<string, array{callable}>
	 */
	public function copies(): array {
		return array(
			'at another address'                   => array( static fn( self $test ) => $test->move_to( self::COPY ) ),
			'of another environment, same address' => array( static fn( self $test ) => $test->was_connected_as( 'production' ) ),
		);
	}

	public function test_a_copy_that_connects_as_a_site_of_its_own_leaves_the_original_connected(): void {
		$this->change(
			static function ( Connection $connection ): void {
				$connection->integration_id = 'of-the-original';
			}
		);
		$this->move_to( self::COPY );
		$this->backend->home_url = self::COPY;
		$this->connect();
		self::assertSame( array(), preg_grep( '#/of-the-original/#', $this->backend->requests ) );
		self::assertSame( array( State::READY, FakeBackend::INTEGRATION, self::COPY ), array( $this->connection()->state, $this->connection()->integration_id, $this->connection()->home_url() ) );
	}

	/**
	 * Moves the site.
	 *
	 * @param string $home Where to.
	 */
	private function move_to( string $home ): void {
		$this->base->options()->write( 'home', $home );
	}

	/**
	 * Lets the site have been of another environment type when it was connected.
	 *
	 * @param string|null $environment_type Which.
	 */
	private function was_connected_as( ?string $environment_type ): void {
		$this->change(
			static function ( Connection $connection ) use ( $environment_type ): void {
				$connection->environment_type = $environment_type;
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
