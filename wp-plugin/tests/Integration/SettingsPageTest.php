<?php
/**
 * The settings page and its buttons.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Igny8\Bridge\Admin\ConnectForm;
use Igny8\Bridge\Admin\ConnectionController;
use Igny8\Bridge\Connection\ConnectionStore;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Sync\Schedule;
use Igny8\Bridge\Tests\Support\FakeBackend;
use Igny8\Bridge\Tests\Support\SiteTestCase;
use RuntimeException;
use WP_Error;

final class SettingsPageTest extends SiteTestCase {

	private const PUSH = 'POST /integration/integrations/{id}/update-structure/';

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
	}

	protected function tearDown(): void {
		$_POST    = array();
		$_REQUEST = array();
		parent::tearDown();
	}

	public function test_shows_the_form_the_switches_and_the_counts_in_the_drawn_order(): void {
		$parts = array( 'Email', 'API Key', 'Password', 'Connect to IGNY8', 'Connection Status', 'Not connected', 'Enable Sync Operations', 'Enable Two-Way Sync', 'Post Types', 'Posts (', 'Pages (', 'Taxonomies', 'Categories (', 'Tags (' );
		self::assertMatchesRegularExpression( '/' . implode( '.*', array_map( 'preg_quote', $parts ) ) . '/', $this->text() );
		self::assertMatchesRegularExpression( '#<th scope="row">Posts \(\d+\)#', $this->page() );
	}

	public function test_shows_only_the_beginning_of_the_sites_own_key(): void {
		$this->connect();
		$page = $this->page();
		self::assertStringContainsString( 'placeholder="igny8_site1ke..."', $page );
		self::assertStringNotContainsString( 'igny8_site1key', $page );
		self::assertStringContainsString( 'id="igny8_password" name="igny8_password" value=""', $page );
		self::assertStringContainsString( 'Connected & Ready', $this->text() );
	}

	public function test_with_a_key_in_wp_config_nothing_is_to_be_typed_and_a_connected_site_shows_its_own(): void {
		$field = function ( string $key ): string {
			ob_start();
			( new ConnectForm( $key ) )->render( $this->connection(), '' );
			$form = (string) ob_get_clean();
			self::assertStringNotContainsString( 'name="igny8_api_key"', $form );
			self::assertStringNotContainsString( $key, $form );
			return (string) preg_replace( '/.* id="igny8_api_key" (.*?)>.*/s', '$1', $form );
		};
		self::assertStringStartsWith( 'value="igny8_account..." readonly', $field( FakeBackend::KEY ) );
		self::assertStringStartsWith( 'value="..." readonly', $field( 'too short for a key' ) );
		$this->connect();
		self::assertStringStartsWith( 'value="igny8_site1ke..." readonly', $field( FakeBackend::KEY ) );
	}

	public function test_a_demonstration_fills_the_form_in_until_the_site_is_connected(): void {
		add_filter(
			'igny8_connect_form_defaults',
			static fn( array $defaults ): array => array(
				'email'    => 'demo@example.com',
				'api_key'  => 'igny8_demo',
				'password' => '"demo"',
				'other'    => array(),
			) + $defaults
		);
		$page = $this->page();
		self::assertStringContainsString( 'value="demo@example.com"', $page );
		self::assertStringContainsString( 'value="igny8_demo"', $page );
		self::assertStringContainsString( 'value="&quot;demo&quot;"', $page );
		$this->connect();
		self::assertStringNotContainsString( 'igny8_demo', $this->page() );
	}

	public function test_says_that_no_taxonomies_were_found_and_where_to_look(): void {
		add_filter( 'igny8_taxonomies', '__return_empty_array' );
		$this->connect();
		self::assertStringContainsString( 'Connected. No taxonomies found. Next in WordPress: Open activity log', $this->text( array( 'igny8-notice' => 'connect' ) ) );
		self::assertStringContainsString( '<details id="igny8-log" class="igny8-log" open>', $this->page( array( 'igny8-log' => 'open' ) ) );
	}

	public function test_says_how_much_was_sent_and_what_to_open(): void {
		$this->connect();
		$page = $this->page( array( 'igny8-notice' => 'connect' ) );
		self::assertStringContainsString( 'Connected. 2 post types, 2 taxonomies sent.', $page );
		self::assertSame( 1, substr_count( $page, 'Open Content Types' ) );
		self::assertStringContainsString( '/sites/' . FakeBackend::SITE . '/content-types"', $page );
	}

	public function test_escapes_what_others_say(): void {
		$this->connect();
		$this->backend->fail( self::PUSH, 422, '<script>alert(1)</script>' );
		igny8_sync_site_structure_to_backend();
		add_filter( 'igny8_post_types', static fn(): array => array( 'post' ) );
		$GLOBALS['wp_post_types']['post']->labels->name = '<script>alert(2)</script>';
		self::assertStringNotContainsString( '<script>', $this->page() );
		create_initial_post_types();
	}

	public function test_saving_a_switch_sends_only_the_two_switches(): void {
		$this->connect();
		$this->press(
			'turn_switches',
			'igny8_bridge_switches',
			array(
				'igny8_sync'    => '1',
				'igny8_two_way' => '1',
			)
		);
		self::assertSame(
			array(
				'plugin_connection_enabled' => true,
				'two_way_sync_enabled'      => true,
			),
			$this->backend->last( self::PUSH )['body']
		);
		self::assertTrue( $this->base->switches()->are_told() );
	}

	public function test_with_sync_off_nothing_is_sent_but_the_switch_and_a_disconnect(): void {
		$this->connect();
		$this->press( 'turn_switches', 'igny8_bridge_switches', array() );
		self::assertFalse( $this->backend->last( self::PUSH )['body']['plugin_connection_enabled'] );
		$this->backend->requests = array();
		do_action( Schedule::DAILY );
		do_action( Schedule::RETRY );
		$this->press( 'send_structure', 'igny8_bridge_send_structure', array() );
		self::assertSame( array(), $this->backend->requests );
		self::assertStringContainsString( 'Connection Status Enable Sync Operations is off.', $this->text() );
		self::assertStringNotContainsString( 'Send structure now', $this->text() );
		$this->press( 'disconnect', 'igny8_bridge_disconnect', array() );
		self::assertSame( array( 'POST /integration/integrations/{id}/disconnect/' ), $this->backend->requests );
	}

	public function test_switching_sync_on_again_sends_the_structure(): void {
		$this->connect();
		$this->press( 'turn_switches', 'igny8_bridge_switches', array() );
		$this->press( 'turn_switches', 'igny8_bridge_switches', array( 'igny8_sync' => '1' ) );
		self::assertArrayHasKey( 'post_types', $this->backend->last( self::PUSH )['body'] );
		self::assertSame( State::READY, $this->connection()->state );
	}

	public function test_a_switch_that_igny8_could_not_be_told_is_told_later(): void {
		$this->connect();
		$this->backend->instead( self::PUSH, new WP_Error( 'http_request_failed', 'cURL error 7' ) );
		self::assertSame( 'saved-not-told', $this->press( 'turn_switches', 'igny8_bridge_switches', array() ) );
		self::assertFalse( $this->base->switches()->are_told() );
		do_action( Schedule::RETRY );
		self::assertTrue( $this->base->switches()->are_told() );
		self::assertSame(
			array(
				'plugin_connection_enabled' => false,
				'two_way_sync_enabled'      => false,
			),
			$this->backend->last( self::PUSH )['body']
		);
		self::assertSame( State::READY, $this->connection()->state );
	}

	public function test_saving_what_is_so_already_sends_nothing(): void {
		$this->connect();
		$this->backend->requests = array();
		$this->press( 'turn_switches', 'igny8_bridge_switches', array( 'igny8_sync' => '1' ) );
		self::assertSame( array(), $this->backend->requests );
	}

	public function test_a_switch_that_was_turned_before_connecting_travels_with_the_structure(): void {
		$this->press(
			'turn_switches',
			'igny8_bridge_switches',
			array(
				'igny8_sync'    => '1',
				'igny8_two_way' => '1',
			)
		);
		self::assertSame( array(), $this->backend->requests );
		$this->connect();
		self::assertTrue( $this->backend->last( self::PUSH )['body']['two_way_sync_enabled'] );
	}

	public function test_disconnecting_tells_igny8_and_forgets_the_keys(): void {
		$this->connect();
		self::assertSame( 'disconnected', $this->press( 'disconnect', 'igny8_bridge_disconnect', array() ) );
		self::assertSame( 'disconnected', $this->backend->status );
		self::assertNull( $this->connection()->sealed_key );
		self::assertNull( $this->connection()->sealed_secret );
		self::assertFalse( wp_next_scheduled( Schedule::DAILY ) );
		self::assertNull( $this->base->settings()->get() );
		self::assertStringContainsString( 'Disconnected just now by admin. Content stays in IGNY8.', $this->text() );
	}

	public function test_disconnecting_forgets_the_keys_also_when_igny8_cannot_be_told(): void {
		$this->connect();
		$this->backend->instead( 'POST /integration/integrations/{id}/disconnect/', new WP_Error( 'http_request_failed', 'cURL error 7' ) );
		self::assertSame( 'disconnected-here', $this->press( 'disconnect', 'igny8_bridge_disconnect', array() ) );
		self::assertNull( $this->connection()->sealed_key );
		self::assertStringContainsString( 'IGNY8 could not be told. Next in IGNY8: Disconnect site', $this->text( array( 'igny8-notice' => 'disconnected-here' ) ) );
	}

	public function test_disconnecting_with_a_key_that_does_not_open_sends_nothing_and_forgets_it(): void {
		$this->connect();
		$this->backend->requests = array();
		add_filter( 'salt', static fn(): string => 'changed' );
		self::assertSame( 'disconnected-here', $this->press( 'disconnect', 'igny8_bridge_disconnect', array() ) );
		self::assertSame( array(), $this->backend->requests );
		self::assertNull( $this->connection()->sealed_key );
	}

	/**
	 * @dataProvider refusals_to_disconnect
	 */
	public function test_says_whether_igny8_knows_of_the_disconnect( string $notice, int $status, string $code, array $more ): void {
		$this->connect();
		$this->backend->fail( 'POST /integration/integrations/{id}/disconnect/', $status, $code, array(), $more );
		self::assertSame( $notice, $this->press( 'disconnect', 'igny8_bridge_disconnect', array() ) );
		self::assertNull( $this->connection()->sealed_key );
	}

	/**
	 * @return array<string, array{string, int, string, array<string, string>}>
	 */
	public function refusals_to_disconnect(): array {
		return array(
			'its key was revoked'       => array( 'disconnected-here', 401, 'unauthenticated', array( 'reason' => 'revoked' ) ),
			'its key has expired'       => array( 'disconnected-here', 401, 'unauthenticated', array( 'reason' => 'expired' ) ),
			'another site has taken it' => array( 'disconnected', 401, 'unauthenticated', array( 'reason' => 'replaced' ) ),
			'it is disconnected there'  => array( 'disconnected', 401, 'unauthenticated', array( 'reason' => 'disconnected' ) ),
			'it was deleted there'      => array( 'disconnected', 401, 'unauthenticated', array( 'reason' => 'deleted' ) ),
			'it is a copy'              => array( 'disconnected', 409, 'identity_conflict', array() ),
		);
	}

	public function test_says_disconnected_only_of_a_site_that_is(): void {
		$said = array( 'Disconnected. Content stays in IGNY8.', 'Disconnected here, and the key is forgotten.' );
		$this->connect();
		self::assertStringNotContainsString( $said[0], $this->text( array( 'igny8-notice' => 'disconnected' ) ) );
		self::assertStringNotContainsString( $said[1], $this->text( array( 'igny8-notice' => 'disconnected-here' ) ) );
		$this->press( 'disconnect', 'igny8_bridge_disconnect', array() );
		self::assertStringContainsString( $said[0], $this->text( array( 'igny8-notice' => 'disconnected' ) ) );
	}

	public function test_asks_before_it_disconnects(): void {
		$this->connect();
		$text = $this->text( array( 'igny8-confirm' => 'disconnect' ) );
		self::assertStringContainsString( 'Disconnect this site from IGNY8?', $text );
		self::assertStringNotContainsString( 'API Key', $text );
	}

	/**
	 * @dataProvider actions
	 */
	public function test_nobody_without_the_right_and_a_nonce_presses_a_button( string $method, string $action ): void {
		$this->connect();
		$before = count( $this->backend->requests );
		foreach ( array( array( 0, wp_create_nonce( $action ) ), array( 1, 'wrong' ), array( 1, '' ) ) as list( $user, $nonce ) ) {
			wp_set_current_user( $user );
			$_REQUEST['_wpnonce'] = $nonce;
			try {
				$this->controller()->{$method}();
				self::fail( 'It was pressed.' );
			} catch ( RuntimeException $stopped ) {
				self::assertStringStartsWith( 'died', $stopped->getMessage() );
			}
		}
		self::assertCount( $before, $this->backend->requests );
		self::assertSame( State::READY, $this->connection()->state );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public function actions(): array {
		return array(
			'switches'   => array( 'turn_switches', 'igny8_bridge_switches' ),
			'send'       => array( 'send_structure', 'igny8_bridge_send_structure' ),
			'disconnect' => array( 'disconnect', 'igny8_bridge_disconnect' ),
		);
	}

	/**
	 * @testWith [1]
	 *           [3]
	 */
	public function test_the_log_keeps_the_last_200_lines_also_where_a_cluster_of_databases_counts_in_steps( int $step ): void {
		global $wpdb;
		$wpdb->query( "SET SESSION auto_increment_increment = $step" );
		for ( $line = 1; $line <= 205; $line++ ) {
			$this->base->log()->info( "line $line" );
		}
		$wpdb->query( 'SET SESSION auto_increment_increment = DEFAULT' );
		$entries = $this->base->log()->latest( 1000 );
		self::assertCount( 200, $entries );
		self::assertSame( array( 'line 205', 'line 6' ), array( $entries[0]->message, $entries[199]->message ) );
	}

	public function test_an_administrators_visit_puts_back_what_the_schedule_lost(): void {
		$this->connect();
		wp_clear_scheduled_hook( Schedule::DAILY );
		igny8_bridge()->look_after_schedule();
		$event = wp_get_scheduled_event( Schedule::DAILY );
		self::assertSame( 86400, $event->interval );
		self::assertLessThanOrEqual( time() + 86400, $event->timestamp );
	}

	/**
	 * @testWith [""]
	 *           ["{\"version\":1"]
	 */
	public function test_admin_pages_survive_a_damaged_connection( string $row ): void {
		$this->connect();
		$this->base->options()->write( ConnectionStore::OPTION, $row );
		igny8_bridge()->look_after_schedule();
		self::assertMatchesRegularExpression( '/Connection Status Not connected .* had to be forgotten\. Connect the site again\./', $this->text() );
		$this->connect();
		self::assertSame( State::READY, $this->connection()->state );
	}

	public function test_deactivation_takes_everything_off_the_schedule_and_activation_puts_it_back(): void {
		$this->connect();
		igny8_bridge()->deactivate();
		self::assertFalse( wp_next_scheduled( Schedule::DAILY ) );
		igny8_bridge()->activate();
		self::assertNotFalse( wp_next_scheduled( Schedule::DAILY ) );
		self::assertSame( State::READY, $this->connection()->state );
	}

	/**
	 * Presses a button.
	 *
	 * @param string                $method What it does.
	 * @param string                $action Its action.
	 * @param array<string, string> $fields The fields of its form.
	 * @return string The notice that the page begins with then.
	 */
	private function press( string $method, string $action, array $fields ): string {
		$_POST                = $fields;
		$_REQUEST['_wpnonce'] = wp_create_nonce( $action );
		try {
			$this->controller()->{$method}();
			self::fail( 'There was no answer.' );
		} catch ( RuntimeException $redirected ) {
			parse_str( (string) wp_parse_url( $redirected->getMessage(), PHP_URL_QUERY ), $query );
			return $query['igny8-notice'] ?? $redirected->getMessage();
		}
	}

	/**
	 * The controller, in a WordPress in which redirects and refusals are exceptions.
	 */
	private function controller(): ConnectionController {
		add_filter(
			'wp_redirect',
			static function ( string $url ): void {
				throw new RuntimeException( $url );
			}
		);
		$die = static function (): callable {
			return static function ( $message ): void {
				throw new RuntimeException( 'died: ' . ( is_string( $message ) ? $message : '' ) );
			};
		};
		add_filter( 'wp_die_handler', $die );
		add_filter( 'wp_die_ajax_handler', $die );
		return new ConnectionController( igny8_bridge()->jobs(), $this->base->switches(), $this->base->disconnector() );
	}
}
