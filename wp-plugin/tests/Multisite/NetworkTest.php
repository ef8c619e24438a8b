<?php
/**
 * A network of sites.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Multisite;

use Igny8\Bridge\Citizenship;
use Igny8\Bridge\Connection\State;
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

	private function connect_second(): void {
		$this->on_second(
			function (): void {
				$this->backend->home_url = untrailingslashit( get_option( 'home' ) );
				$this->connect();
				self::assertSame( State::READY, $this->connection()->state );
			}
		);
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
	 * Does something on a site.
	 *
	 * @return mixed What comes out.
	 */
	private function on_site( int $site, callable $work ) {
		switch_to_blog( $site );
		try {
			return $work();
		} finally {
			restore_current_blog();
		}
	}
}
