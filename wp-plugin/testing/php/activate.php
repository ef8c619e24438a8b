<?php
/**
 * Switches plugins on, as the list of plugins does; on a network for all of it. Reads their files as JSON from its standard input.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

$_SERVER['HTTP_HOST']   = getenv( 'IGNY8_TEST_HOST' );
$_SERVER['REQUEST_URI'] = '/wp-admin/plugins.php';

require getenv( 'IGNY8_TEST_CORE' ) . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

foreach ( json_decode( (string) stream_get_contents( STDIN ), true ) as $igny8_plugin ) {
	$igny8_error = activate_plugin( $igny8_plugin, '', is_multisite() );
	if ( is_wp_error( $igny8_error ) ) {
		fwrite( STDERR, $igny8_plugin . ': ' . $igny8_error->get_error_message() );
		exit( 1 );
	}
}
