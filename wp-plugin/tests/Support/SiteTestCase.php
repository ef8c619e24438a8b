<?php
/**
 * A test on a real WordPress.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Support;

use Igny8\Bridge\Connect\Credentials;
use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Foundation;
use PHPUnit\Framework\TestCase;

/**
 * Everything that a test changes in the database is taken back after it, as is everything that it hooks.
 */
abstract class SiteTestCase extends TestCase {

	protected FakeBackend $backend;

	protected Foundation $base;

	/**
	 * The hooks before the test.
	 *
	 * @var array<string, \WP_Hook>
	 */
	private array $hooks;

	protected function setUp(): void {
		global $wpdb, $wp_filter;
		$this->hooks = array_map( static fn( $hook ) => clone $hook, $wp_filter );
		$wpdb->query( 'START TRANSACTION' );
		wp_cache_flush();
		wp_set_current_user( 1 );
		$this->backend = new FakeBackend();
		$this->base    = new Foundation();
	}

	protected function tearDown(): void {
		global $wpdb, $wp_filter;
		$wpdb->query( 'ROLLBACK' );
		wp_cache_flush();
		$wp_filter = $this->hooks; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited -- takes back what the test hooked.
	}

	/**
	 * Presses Connect.
	 *
	 * @param string $password What was typed as the password.
	 * @param string $key      What was typed as the API key.
	 * @return array<array-key, mixed> How it ended, as the page is told.
	 */
	protected function connect( string $password = FakeBackend::PASSWORD, string $key = FakeBackend::KEY ): array {
		$this->base->connector( igny8_bridge()->collector() )->connect( new Credentials( FakeBackend::EMAIL, $password, $key ), 1, 'run' );
		return $this->base->progress()->of( 1 );
	}

	protected function connection(): Connection {
		return $this->base->connections()->get();
	}

	/**
	 * The messages of the log, the latest first.
	 *
	 * @return array<int, string>
	 */
	protected function log(): array {
		return array_map( static fn( $entry ): string => "{$entry->level}: {$entry->message}", $this->base->log()->latest( 50 ) );
	}

	/**
	 * The settings page as somebody sees it.
	 *
	 * @param array<string, string> $query What stands in the address.
	 */
	protected function page( array $query = array() ): string {
		$_GET = $query;
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		require_once ABSPATH . 'wp-admin/includes/template.php';
		$page = igny8_bridge()->settings_page();
		$page->load();
		ob_start();
		$page->render();
		$_GET = array();
		return (string) ob_get_clean();
	}

	/**
	 * The page as plain text.
	 *
	 * @param array<string, string> $query What stands in the address.
	 */
	protected function text( array $query = array() ): string {
		$html = (string) preg_replace( '#<template.*?</template>#s', '', $this->page( $query ) );
		return trim( (string) preg_replace( '/\s+/', ' ', html_entity_decode( wp_strip_all_tags( str_replace( '<', ' <', $html ) ), ENT_QUOTES ) ) );
	}
}
