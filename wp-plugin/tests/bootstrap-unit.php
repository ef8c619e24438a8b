<?php
/**
 * Unit tests run without WordPress, on PHP of any version that the plugin supports.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

require_once __DIR__ . '/../vendor/autoload.php';
// The plugin's files answer nobody who asks for them directly.
define( 'ABSPATH', __DIR__ . '/' );
require_once __DIR__ . '/../igny8-bridge/src/autoload.php';

// PHP without its own sodium has WordPress's in a real site.
if ( ! function_exists( 'sodium_crypto_secretbox' ) && false !== getenv( 'IGNY8_SODIUM_COMPAT' ) ) {
	require_once getenv( 'IGNY8_SODIUM_COMPAT' ) . '/autoload.php';
}

// The three functions of WordPress that classes use whose work has nothing to do with it.
if ( ! function_exists( '__' ) ) {
	function __( string $text ): string {
		return $text;
	}
	function wp_parse_url( string $url, int $component = -1 ) {
		return parse_url( $url, $component );
	}
	function wp_generate_uuid4(): string {
		return sprintf( '%s-0000-4000-8000-%s', bin2hex( random_bytes( 4 ) ), bin2hex( random_bytes( 6 ) ) );
	}
}
