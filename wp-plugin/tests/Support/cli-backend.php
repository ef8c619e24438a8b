<?php
/**
 * Puts FakeBackend in place of the network in a `wp` of its own (`--require`). What it knows of earlier ones stands in
 * IGNY8_TEST_BACKEND, as JSON; IGNY8_TEST_CONSTANTS and IGNY8_TEST_SALT stand for lines of wp-config.php.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

use Igny8\Bridge\Tests\Support\FakeBackend;

foreach ( (array) json_decode( (string) getenv( 'IGNY8_TEST_CONSTANTS' ), true ) as $igny8_name => $igny8_value ) {
	define( $igny8_name, $igny8_value );
}
if ( '' !== (string) getenv( 'IGNY8_TEST_SALT' ) ) {
	WP_CLI::add_wp_hook( 'salt', static fn(): string => (string) getenv( 'IGNY8_TEST_SALT' ) );
}
WP_CLI::add_wp_hook(
	'plugins_loaded',
	static function (): void {
		$backend = new FakeBackend();
		$known   = (array) json_decode( (string) getenv( 'IGNY8_TEST_BACKEND' ), true );
		foreach ( array( 'home_url', 'has_integration', 'site_keys' ) as $field ) {
			$backend->$field = array_key_exists( $field, $known ) ? $known[ $field ] : $backend->$field;
		}
		foreach ( $known['fail'] ?? array() as $failure ) {
			$backend->fail( ...$failure );
		}
		if ( isset( $known['read_only'] ) ) {
			$GLOBALS['wpdb']->query( 'SET SESSION TRANSACTION READ ONLY' );
		}
		if ( isset( $known['lost_table'] ) ) {
			add_filter( 'query', static fn( string $query ): string => str_replace( "FROM {$known['lost_table']} ", 'FROM lost ', $query ) );
		}
	}
);
