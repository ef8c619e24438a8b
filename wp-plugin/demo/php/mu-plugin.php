<?php
/**
 * Only for the demo: fills the connect form in, and keeps pages from asking for anything outside this machine.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

add_filter(
	'igny8_connect_form_defaults',
	static function ( array $defaults ): array {
		$filled = json_decode( (string) IGNY8_DEMO_PREFILL, true );
		return array_merge( $defaults, is_array( $filled ) ? array_filter( $filled ) : array() );
	}
);

// Added after must-use plugins were loaded, so it is taken away later.
add_action(
	'admin_init',
	static function (): void {
		remove_action( 'admin_print_scripts', 'print_emoji_detection_script' );
	}
);
remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
add_filter( 'emoji_svg_url', '__return_false' );
add_action(
	'wp_dashboard_setup',
	static function (): void {
		remove_meta_box( 'dashboard_primary', 'dashboard', 'side' );
	}
);
