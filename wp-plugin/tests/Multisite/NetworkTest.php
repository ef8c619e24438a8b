<?php
/**
 * A network of sites.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Multisite;

use Igny8\Bridge\Citizenship;
use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Structure\CannotCount;
use Igny8\Bridge\Sync\Schedule;
use Igny8\Bridge\Tests\Support\SiteTestCase;

/**
 * Making and dropping tables ends the transaction that takes other tests back, so the plugin starts anew after each test.
 */
final class NetworkTest extends SiteTestCase {

	private const PLUGIN = 'igny8-bridge/igny8-bridge.php';
	private const PUSH   = 'POST /integration/integrations/{id}/update-structure/';

	/**
	 * The network's second site.
	 *
	 * @var int
	 */
	private int $second;

	protected function setUp(): void {
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		$this->second = $this->new_site();
		parent::setUp();
	}

	protected function tearDown(): void {
		$this->go_home();
		parent::tearDown();
		foreach ( get_sites( array( 'site__not_in' => array( 1 ) ) ) as $site ) {
			wp_delete_site( (int) $site->id );
		}
		$this->base->uninstall_everywhere();
		activate_plugin( self::PLUGIN, '', true );
		igny8_bridge()->activate();
	}

	public function test_each_site_connects_by_itself(): void {
		$this->connect();
		$first = $this->connection();
		$this->on_second(
			function () use ( $first ): void {
				self::assertSame( array( State::NOT_CONNECTED, array() ), array( $this->connection()->state, $this->log() ) );
				wp_insert_post(
					array(
						'post_title'  => 'Only here',
						'post_type'   => 'page',
						'post_status' => 'publish',
					)
				);
				$this->backend->home_url = untrailingslashit( get_option( 'home' ) );
				$this->connect();
				$second = $this->connection();
				self::assertSame( State::READY, $second->state );
				self::assertNotSame( $first->site_uuid, $second->site_uuid );
				$sent = $this->backend->last( self::PUSH );
				self::assertSame( igny8_get_site_structure()['post_types']['page']['count'], $sent['body']['post_types']['page']['count'] );
				self::assertStringContainsString( '/second', $this->backend->last( 'POST /integration/integrations/{id}/connect/' )['body']['home_url'] );
			}
		);
		self::assertEquals( $first, $this->connection() );
		$this->on_second( fn() => $this->base->disconnector()->disconnect( 1 ) );
		self::assertSame( State::READY, $this->connection()->state );
		self::assertNotNull( $this->connection()->sealed_key );
	}

	/**
	 * @dataProvider forgotten_switches
	 */
	public function test_a_switch_that_somebody_forgot_sends_nothing_with_the_key_of_another_site( bool $from_init, bool $is_erased, string $hook ): void {
		$this->connect_both();
		$this->on_both(
			fn() => $this->base->connections()->change(
				static function ( Connection $connection ): void {
					$connection->last_sync = time() - 27 * HOUR_IN_SECONDS;
				}
			)
		);
		$others = $this->on_second( fn() => $this->connection() );
		$pushes = count( array_keys( $this->backend->requests, self::PUSH, true ) );
		switch_to_blog( $this->second );
		switch_to_blog( $this->second );
		if ( $from_init ) {
			igny8_bridge()->look_for_types();
		}
		if ( $is_erased ) {
			$GLOBALS['_wp_switched_stack'] = array();
			$GLOBALS['switched']           = false;
		}
		igny8_bridge()->$hook();
		self::assertSame( $is_erased ? $this->second : 1, get_current_blog_id() );
		$this->go_home();
		self::assertEquals( $others, $this->on_second( fn() => $this->connection() ) );
		self::assertCount( $is_erased ? $pushes : $pushes + 1, array_keys( $this->backend->requests, self::PUSH, true ) );
		self::assertSame( ! $is_erased, $this->connection()->last_sync > time() - 60, 'It is the own structure that is sent.' );
	}

	/**
	 * @return array<string, array{bool, bool, string}>
	 */
	public function forgotten_switches(): array {
		return array(
			'at the end of a page'         => array( false, false, 'look_after_schedule' ),
			'in an earlier event'          => array( false, false, 'send_daily' ),
			'before the types were known'  => array( true, false, 'send_daily' ),
			'that can not be taken back'   => array( false, true, 'look_after_schedule' ),
			'in an event, and not be back' => array( false, true, 'send_daily' ),
		);
	}

	public function test_within_a_switch_to_another_site_its_structure_is_neither_told_nor_sent(): void {
		$this->connect_both();
		$others   = $this->on_second( fn() => array( $this->connection(), $this->log() ) );
		$requests = $this->backend->requests;
		switch_to_blog( $this->second );
		$result = igny8_sync_site_structure_to_backend();
		try {
			igny8_get_site_structure();
			$told = true;
		} catch ( CannotCount $exception ) {
			$told = false;
		}
		self::assertSame( $this->second, get_current_blog_id(), 'Who switched on purpose goes on there.' );
		switch_to_blog( 1 );
		self::assertTrue( igny8_sync_site_structure_to_backend(), 'Who goes through all sites comes to the own one too.' );
		restore_current_blog();
		restore_current_blog();
		self::assertInstanceOf( \WP_Error::class, $result );
		self::assertSame( 'igny8_other_site', $result->get_error_code() );
		self::assertFalse( $told );
		self::assertSame( array_merge( $requests, array( self::PUSH ) ), $this->backend->requests );
		self::assertEquals( $others, $this->on_second( fn() => array( $this->connection(), $this->log() ) ) );
	}

	public function test_a_filter_that_forgets_to_switch_back_sends_nothing(): void {
		$this->connect_both();
		add_filter(
			'igny8_taxonomies',
			function ( array $names ): array {
				switch_to_blog( $this->second );
				return $names;
			}
		);
		$requests = $this->backend->requests;
		try {
			igny8_get_site_structure();
			$told = true;
		} catch ( CannotCount $exception ) {
			$told = false;
		}
		restore_current_blog();
		self::assertFalse( $told );
		self::assertSame( $requests, $this->backend->requests );
	}

	public function test_the_settings_page_of_a_site_that_never_saw_the_plugin_shows_without_an_error(): void {
		global $wpdb;
		$this->on_second(
			function () use ( $wpdb ): void {
				$wpdb->last_error = '';
				self::assertStringContainsString( 'Not connected', $this->text() );
				self::assertSame( '', $wpdb->last_error );
			}
		);
	}

	public function test_a_site_that_never_saw_the_plugin_misses_no_log_and_exports_without_an_error(): void {
		global $wpdb;
		$this->on_second(
			function () use ( $wpdb ): void {
				$wpdb->last_error = '';
				self::assertSame( 'good', ( new Citizenship( $this->base ) )->checks()->local['log']->run()->status );
				self::assertSame( array(), apply_filters( 'wp_privacy_personal_data_exporters', array() )['igny8-bridge']['callback']( 'a@example.com' )['data'] );
				self::assertSame( '', $wpdb->last_error );
			}
		);
	}

	public function test_switching_it_off_for_the_network_leaves_no_event_on_any_site(): void {
		$this->connect();
		$this->on_second( fn() => $this->base->schedule()->ensure( $this->connection() ) );
		deactivate_plugins( self::PLUGIN, false, true );
		self::assertFalse( is_plugin_active_for_network( self::PLUGIN ) );
		self::assertSame( array( false, false ), $this->on_both( static fn() => wp_next_scheduled( Schedule::DAILY ) ) );
		self::assertSame( State::READY, $this->connection()->state, 'The connection stays for when it is switched on again.' );
	}

	public function test_switching_it_on_again_for_the_network_lets_every_site_go_on_unvisited(): void {
		global $wpdb;
		$this->connect();
		$this->connect_second();
		$third = $this->new_site( '/third/' );
		deactivate_plugins( self::PLUGIN, false, true );
		$wpdb->query( "DROP TABLE wp_{$this->second}_igny8_log" );
		activate_plugin( self::PLUGIN, '', true );
		self::assertSame( array( true, true ), $this->on_both( static fn() => is_int( wp_next_scheduled( Schedule::DAILY ) ) ) );
		self::assertSame( array( false, false ), $this->on_both( fn() => $this->base->log()->is_lost() ) );
		self::assertSame( array(), $this->on_site( $third, fn() => $this->rows_of_options() ), 'A site that never used it gets nothing.' );
		self::assertFalse( $this->on_site( $third, static fn() => wp_next_scheduled( Schedule::DAILY ) ) );
	}

	public function test_a_large_network_is_gone_through_without_keeping_the_options_of_every_site(): void {
		$sites = array();
		for ( $number = 0; $number < 50; $number++ ) {
			$sites[] = 0 === $number ? $this->second : 1;
		}
		add_filter( 'sites_pre_query', static fn() => $sites );
		$this->base->on_every_site( static fn() => get_option( 'blogname' ) );
		self::assertFalse( wp_cache_get( 'alloptions', 'options' ) );
		self::assertSame( 1, get_current_blog_id() );
	}

	public function test_switching_it_off_on_one_site_leaves_the_others_alone(): void {
		$this->connect();
		$this->on_second( fn() => $this->base->schedule()->ensure( $this->connection() ) );
		$this->on_second( fn() => igny8_bridge()->deactivate() );
		self::assertSame( array( true, false ), $this->on_both( static fn() => is_int( wp_next_scheduled( Schedule::DAILY ) ) ) );
	}

	public function test_a_deleted_site_leaves_nothing(): void {
		$this->connect();
		$this->connect_second();
		wp_delete_site( $this->second );
		self::assertSame( array( 'wp_igny8_log' ), $this->tables() );
		self::assertSame( State::READY, $this->connection()->state );
	}

	public function test_deleting_it_leaves_nothing_on_any_site(): void {
		$this->connect();
		$this->connect_second();
		$gone = $this->new_site( '/gone/' );
		$this->on_site( $gone, fn() => $this->base->log()->info( 'Here' ) );
		// As when it is switched on only there: then it does not run where the network's sites are deleted.
		remove_all_filters( 'wpmu_drop_tables' );
		wp_delete_site( $gone );
		self::assertContains( "wp_{$gone}_igny8_log", $this->tables() );
		$this->uninstall();
		self::assertSame( array(), $this->tables() );
		self::assertSame( array( array(), array() ), $this->on_both( fn() => $this->rows() ) );
		self::assertSame( array( 0, 0 ), $this->on_both( static fn() => substr_count( (string) wp_json_encode( _get_cron_array() ), 'igny8' ) ) );
	}

	public function test_deleting_it_leaves_a_table_alone_that_may_be_of_another_wordpress(): void {
		global $wpdb;
		$wpdb->query( 'CREATE TABLE wp_77_options ( id int )' );
		$wpdb->query( 'CREATE TABLE wp_77_igny8_log ( id int )' );
		$this->uninstall();
		$left = $this->tables();
		$wpdb->query( 'DROP TABLE wp_77_options, wp_77_igny8_log' );
		self::assertSame( array( 'wp_77_igny8_log' ), $left );
	}

	/**
	 * Goes back to the first site, whatever became of the list of sites to go back to.
	 */
	private function go_home(): void {
		switch_to_blog( 1 );
		$GLOBALS['_wp_switched_stack'] = array();
		$GLOBALS['switched']           = false;
		igny8_bridge()->look_for_types();
	}

	private function connect_second(): void {
		$this->on_second(
			function (): void {
				$this->backend->home_url = untrailingslashit( get_option( 'home' ) );
				$this->connect();
				self::assertSame( State::READY, $this->connection()->state );
			}
		);
	}

	/**
	 * Connects both sites; this stand-in for IGNY8 knows the last one only.
	 */
	private function connect_both(): void {
		$home = $this->backend->home_url;
		$this->connect_second();
		$this->backend->home_url = $home;
		$this->connect();
		self::assertSame( State::READY, $this->connection()->state );
	}

	private function uninstall(): void {
		if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
			define( 'WP_UNINSTALL_PLUGIN', self::PLUGIN );
		}
		( static function (): void {
			include dirname( IGNY8_BRIDGE_FILE ) . '/uninstall.php';
		} )();
	}

	/**
	 * The tables of the plugin on all sites.
	 *
	 * @return array<int, string>
	 */
	private function tables(): array {
		global $wpdb;
		return $wpdb->get_col( "SHOW TABLES LIKE '%igny8%'" );
	}

	/**
	 * What the current site, the network and its users keep of the plugin; that it is switched on is WordPress's to keep.
	 *
	 * @return array<int, string>
	 */
	private function rows(): array {
		global $wpdb;
		return array_merge(
			$this->rows_of_options(),
			$wpdb->get_col( "SELECT meta_key FROM {$wpdb->sitemeta} WHERE meta_key LIKE '%igny8%'" ),
			$wpdb->get_col( "SELECT meta_key FROM {$wpdb->usermeta} WHERE meta_key LIKE '%igny8%'" )
		);
	}

	/**
	 * What the current site's options keep of the plugin.
	 *
	 * @return array<int, string>
	 */
	private function rows_of_options(): array {
		global $wpdb;
		return $wpdb->get_col( "SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE '%igny8%'" );
	}

	private function new_site( string $path = '/second/' ): int {
		$site = wp_insert_site(
			array(
				'domain'  => get_network()->domain,
				'path'    => $path,
				'title'   => 'Another site',
				'user_id' => 1,
			)
		);
		self::assertIsInt( $site, is_wp_error( $site ) ? $site->get_error_message() : '' );
		return $site;
	}

	/**
	 * Does something on both sites.
	 *
	 * @return array<int, mixed> What comes out on the first and on the second.
	 */
	private function on_both( callable $work ): array {
		return array( $work(), $this->on_second( $work ) );
	}

	/**
	 * Does something on the second site.
	 *
	 * @return mixed What comes out.
	 */
	private function on_second( callable $work ) {
		return $this->on_site( $this->second, $work );
	}

	/**
	 * Does something on a site, as a request to that site does: WordPress does not know that it was switched.
	 *
	 * @return mixed What comes out.
	 */
	private function on_site( int $site, callable $work ) {
		global $_wp_switched_stack, $switched;
		switch_to_blog( $site );
		$stack              = $_wp_switched_stack;
		$_wp_switched_stack = array();
		$switched           = false;
		igny8_bridge()->look_for_types();
		try {
			return $work();
		} finally {
			$_wp_switched_stack = $stack;
			$switched           = true;
			restore_current_blog();
			igny8_bridge()->look_for_types();
		}
	}
}
