<?php
/**
 * Who may look after the connection.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Igny8\Bridge\Admin\Access;
use Igny8\Bridge\Admin\Form;
use Igny8\Bridge\Sync\Schedule;
use Igny8\Bridge\Tests\Support\SiteTestCase;
use RuntimeException;
use WP_User;

final class AccessTest extends SiteTestCase {

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		require_once ABSPATH . 'wp-admin/includes/user.php';
		add_filter(
			'wp_die_handler',
			static function (): callable {
				return static function (): void {
					throw new RuntimeException( 'stopped' );
				};
			}
		);
	}

	protected function tearDown(): void {
		wp_set_current_user( 1 );
		parent::tearDown();
	}

	private function user( string $role ): WP_User {
		$user = new WP_User( wp_create_user( $role, wp_generate_password(), "$role@example.com" ) );
		$user->set_role( $role );
		wp_set_current_user( $user->ID );
		return wp_get_current_user();
	}

	private function is_in_menu(): bool {
		global $submenu;
		$submenu = array();
		igny8_bridge()->settings_page()->add_page();
		return array() !== $submenu;
	}

	private function is_let_in(): bool {
		$_REQUEST['_wpnonce'] = wp_create_nonce( Form::SEND );
		try {
			Form::authorize( Form::SEND );
			return true;
		} catch ( RuntimeException $stopped ) {
			return false;
		} finally {
			unset( $_REQUEST['_wpnonce'] );
		}
	}

	public function test_who_has_manage_options_has_it_and_no_role_stores_it(): void {
		self::assertTrue( Access::is_allowed() );
		self::assertTrue( $this->is_in_menu() );
		self::assertTrue( $this->is_let_in() );
		self::assertStringNotContainsString( 'igny8', (string) wp_json_encode( wp_roles()->roles ) );
	}

	public function test_an_editor_does_not_have_it(): void {
		$this->user( 'editor' );
		self::assertFalse( Access::is_allowed() );
		self::assertFalse( $this->is_in_menu() );
		self::assertFalse( $this->is_let_in() );
	}

	public function test_an_editor_who_was_granted_it_has_the_page_and_the_buttons(): void {
		$this->user( 'editor' )->add_cap( 'manage_igny8' );
		self::assertTrue( Access::is_allowed() );
		self::assertFalse( current_user_can( 'manage_options' ) );
		self::assertTrue( $this->is_in_menu() );
		self::assertTrue( $this->is_let_in() );
	}

	public function test_an_administrator_can_be_denied_it(): void {
		$user = $this->user( 'administrator' );
		self::assertTrue( Access::is_allowed() );
		$user->add_cap( 'manage_igny8', false );
		self::assertTrue( current_user_can( 'manage_options' ) );
		self::assertFalse( Access::is_allowed() );
	}

	public function test_an_administrator_who_is_denied_it_reads_nothing_of_the_connection_in_site_health(): void {
		$this->connect();
		$this->user( 'administrator' )->add_cap( 'manage_igny8', false );
		self::assertSame( ! is_multisite(), current_user_can( 'view_site_health_checks' ), 'On a network only super admins see Site Health.' );
		self::assertSame( array(), apply_filters( 'debug_information', array() ) );
		self::assertSame( array(), apply_filters( 'site_status_tests', array() ) );
		wp_set_current_user( 0 );
		self::assertArrayHasKey( 'igny8-reachable', apply_filters( 'site_status_tests', array() )['async'], 'WP-Cron looks for everybody.' );
	}

	public function test_the_look_after_the_schedule_happens_for_who_has_it_only(): void {
		$this->connect();
		wp_clear_scheduled_hook( Schedule::DAILY );
		$user = $this->user( 'editor' );
		igny8_bridge()->look_after_schedule();
		self::assertFalse( wp_next_scheduled( Schedule::DAILY ) );
		$user->add_cap( 'manage_igny8' );
		igny8_bridge()->look_after_schedule();
		self::assertNotFalse( wp_next_scheduled( Schedule::DAILY ) );
	}
}
