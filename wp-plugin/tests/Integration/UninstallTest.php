<?php
/**
 * Deleting the plugin.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Igny8\Bridge\Tests\Support\SiteTestCase;

/**
 * Dropping a table ends the transaction that takes other tests back, so the plugin is switched on again at the end.
 */
final class UninstallTest extends SiteTestCase {

	public function test_nothing_is_left_when_the_plugin_is_deleted(): void {
		global $wpdb;
		$this->connect();
		igny8_bridge()->deactivate();
		if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
			define( 'WP_UNINSTALL_PLUGIN', 'igny8-bridge/igny8-bridge.php' );
		}
		( static function (): void {
			include dirname( IGNY8_BRIDGE_FILE ) . '/uninstall.php';
		} )();
		$options = $wpdb->get_col( "SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE '%igny8%'" );
		$tables  = $wpdb->get_col( "SHOW TABLES LIKE '%igny8%'" );
		$cron    = wp_json_encode( _get_cron_array() );
		igny8_bridge()->activate();
		self::assertSame( array( array(), array() ), array( $options, $tables ) );
		self::assertStringNotContainsString( 'igny8', $cron );
	}
}
