<?php
/**
 * Installs WordPress and switches plugins on. Reads what to do as JSON from its standard input.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

$igny8_wish = json_decode( (string) stream_get_contents( STDIN ), true );

define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST']   = (string) parse_url( $igny8_wish['url'], PHP_URL_HOST ) . ':' . parse_url( $igny8_wish['url'], PHP_URL_PORT );
$_SERVER['REQUEST_URI'] = '/';

$igny8_database = new mysqli( 'localhost', 'root', '', '', 0, getenv( 'IGNY8_TEST_SOCKET' ) );
$igny8_database->query( 'CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci' );
$igny8_database->close();

require $igny8_wish['core'] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

// Nobody waits for a message that a test site was installed.
add_filter( 'pre_wp_mail', '__return_true' );
wp_install( $igny8_wish['title'], $igny8_wish['user'], $igny8_wish['email'], true, '', $igny8_wish['password'] );
if ( $igny8_wish['multisite'] ) {
	// What the screen "Create a Network of WordPress Sites" does; that refuses an address with a port.
	foreach ( $wpdb->tables( 'ms_global' ) as $igny8_table => $igny8_name ) {
		$wpdb->$igny8_table = $igny8_name;
	}
	install_network();
	$igny8_network = populate_network( 1, $_SERVER['HTTP_HOST'], $igny8_wish['email'], $igny8_wish['title'] );
	if ( is_wp_error( $igny8_network ) ) {
		fwrite( STDERR, $igny8_network->get_error_message() );
		exit( 1 );
	}
}
update_option( 'permalink_structure', '/%postname%/' );
update_option( 'show_avatars', '0' );
update_option( 'timezone_string', 'UTC' );
