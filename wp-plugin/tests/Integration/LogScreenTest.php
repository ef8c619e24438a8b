<?php
/**
 * The activity log's own screen.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Igny8\Bridge\Admin\LogScreen;
use Igny8\Bridge\Tests\Support\SiteTestCase;

final class LogScreenTest extends SiteTestCase {

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
	}

	/**
	 * The screen as somebody sees it.
	 *
	 * @param array<string, mixed> $query What stands in the address.
	 */
	private function screen( array $query = array() ): string {
		$_GET = $query;
		$page = igny8_bridge()->log_screen();
		$page->load();
		ob_start();
		$page->render();
		$_GET = array();
		return (string) ob_get_clean();
	}

	private function line( string $level, string $message, string $request_id, int $ago = 0 ): void {
		global $wpdb;
		$wpdb->insert( "{$wpdb->prefix}igny8_log", array( 'logged_at' => time() - $ago, 'level' => $level, 'message' => $message, 'request_id' => $request_id ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound -- one line.
	}

	private function rows( string $screen ): int {
		return substr_count( $screen, '<tr class="igny8-level-' );
	}

	public function test_an_empty_log_says_so(): void {
		$screen = $this->screen();
		self::assertStringContainsString( '<p>Nothing yet.</p>', $screen );
		self::assertStringNotContainsString( 'Clear filters', $screen );
	}

	public function test_filters_by_level_and_by_request_id(): void {
		$this->line( 'info', 'one', 'aaa-111' );
		$this->line( 'error', 'two', 'aaa-222' );
		$this->line( 'error', 'three', '50%_' );
		self::assertSame( 3, $this->rows( $this->screen() ) );
		self::assertSame( 2, $this->rows( $this->screen( array( 'level' => 'error' ) ) ) );
		self::assertSame( 2, $this->rows( $this->screen( array( 'request_id' => 'AAA' ) ) ) );
		self::assertSame( 1, $this->rows( $this->screen( array( 'request_id' => '%_' ) ) ), 'No character is special.' );
		$screen = $this->screen( array( 'request_id' => ' aaa-222 ', 'level' => 'error' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound -- one line.
		self::assertSame( 1, $this->rows( $screen ) );
		self::assertStringContainsString( '<option value="error" selected=\'selected\'>', $screen );
		self::assertStringContainsString( 'value="aaa-222"', $screen );
	}

	public function test_offers_to_clear_filters_that_match_nothing(): void {
		$this->line( 'info', 'one', 'aaa' );
		$screen = $this->screen( array( 'request_id' => '"><script>' ) );
		self::assertStringContainsString( 'Nothing matches. <a class="button" href="' . esc_url( LogScreen::url() ) . '">Clear filters</a>', $screen );
		self::assertStringNotContainsString( '<script', $screen );
	}

	public function test_an_address_that_makes_no_sense_shows_everything(): void {
		$this->line( 'info', 'one', 'aaa' );
		foreach ( array( array( 'level' => 'fatal' ), array( 'level' => array( 'x' ) ), array( 'request_id' => array( 'x' ) ), array( 'paged' => '-3' ), array( 'paged' => '99' ) ) as $query ) {
			self::assertSame( 1, $this->rows( $this->screen( $query ) ), (string) wp_json_encode( $query ) );
		}
	}

	public function test_pages_through_the_last_200_and_keeps_the_filters(): void {
		for ( $number = 1; $number <= 60; $number++ ) {
			$this->line( 'info', "line $number.", 'a b&c' );
		}
		$first = $this->screen( array( 'request_id' => 'b&c' ) );
		self::assertSame( 50, $this->rows( $first ) );
		self::assertStringContainsString( '60 lines', $first );
		self::assertStringContainsString( '1 of 2', $first );
		self::assertStringContainsString( 'line 60.', $first );
		self::assertStringNotContainsString( 'rel="prev"', $first );
		self::assertSame( 1, preg_match( '/rel="next" href="([^"]+)"/', $first, $link ) );
		parse_str( (string) wp_parse_url( html_entity_decode( $link[1] ), PHP_URL_QUERY ), $query );
		self::assertSame( array( 'igny8-bridge-log', 'b&c', '2' ), array( $query['page'], $query['request_id'], $query['paged'] ) );
		unset( $query['page'] );
		$second = $this->screen( $query );
		self::assertSame( 10, $this->rows( $second ) );
		self::assertStringContainsString( 'line 1.', $second );
		self::assertStringNotContainsString( 'rel="next"', $second );
	}

	public function test_lines_go_after_90_days(): void {
		$this->line( 'info', 'old', 'a', 91 * DAY_IN_SECONDS );
		$this->line( 'info', 'young', 'b', 89 * DAY_IN_SECONDS );
		$screen = $this->screen();
		self::assertSame( 1, $this->rows( $screen ) );
		self::assertStringContainsString( 'young', $screen );
		$this->line( 'info', 'old', 'a', 91 * DAY_IN_SECONDS );
		$this->base->log()->info( 'new' );
		self::assertSame( array( 'info: new', 'info: young' ), $this->log() );
		$this->line( 'info', 'old', 'a', 91 * DAY_IN_SECONDS );
		igny8_bridge()->send_daily();
		self::assertCount( 2, $this->log() );
	}

	public function test_is_reached_from_the_settings_page_and_stands_in_no_menu(): void {
		global $submenu, $plugin_page;
		$this->base->log()->info( 'x' );
		self::assertStringContainsString( esc_url( LogScreen::url() ), $this->page() );
		$submenu = array(); // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited -- a test's own menu.
		$screen  = igny8_bridge()->log_screen();
		$screen->add_page();
		self::assertCount( 1, $submenu['options-general.php'] );
		$screen->hide_from_menu();
		self::assertSame( array(), array_merge( ...array_values( $submenu ) ) );
		$plugin_page = LogScreen::PAGE; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited -- as if it were shown.
		self::assertSame( 'igny8-bridge', $screen->mark_in_menu( null ) );
		self::assertSame( 'igny8-bridge', $screen->mark_in_menu( false ) );
		$plugin_page = 'other'; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited -- as if another one were shown.
		self::assertNull( $screen->mark_in_menu( null ) );
		self::assertFalse( $screen->mark_in_menu( false ), 'What another plugin made of it stays.' );
	}
}
