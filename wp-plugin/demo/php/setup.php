<?php
/**
 * Makes a new WordPress the demo, and gives an old one the account that the launcher says.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

require '/wordpress/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
require_once ABSPATH . 'wp-admin/includes/user.php';

$igny8_wish = json_decode( (string) getenv( 'IGNY8_DEMO' ), true );

if ( '1' !== get_option( 'igny8_demo_ready' ) ) {
	update_option( 'blogname', $igny8_wish['siteTitle'] );
	update_option( 'blogdescription', '' );
	update_option( 'permalink_structure', '/%postname%/' );
	update_option( 'timezone_string', 'UTC' );
	update_option( 'show_avatars', '0' );
	// Else the first page after a sign-in tries out how scripts are compressed, with three requests.
	update_site_option( 'can_compress_scripts', 0 );
	update_option( 'admin_email_lifespan', time() + YEAR_IN_SECONDS );
	foreach ( array( 'igny8-demo-content/igny8-demo-content.php', 'igny8-bridge/igny8-bridge.php' ) as $igny8_plugin ) {
		$igny8_error = activate_plugin( $igny8_plugin );
		if ( is_wp_error( $igny8_error ) ) {
			throw new RuntimeException( $igny8_error->get_error_message() );
		}
	}
	igny8_demo_register_products();
	flush_rewrite_rules();
	update_user_meta( 1, 'show_welcome_panel', 0 );
	update_option( 'igny8_demo_ready', '1', false );
}

// The account is the launcher's to choose at every start.
$igny8_user = get_userdata( 1 );
if ( $igny8_user->user_login !== $igny8_wish['adminUser'] ) {
	global $wpdb;
	$wpdb->update(
		$wpdb->users,
		array(
			'user_login'    => $igny8_wish['adminUser'],
			'user_nicename' => sanitize_title( $igny8_wish['adminUser'] ),
		),
		array( 'ID' => 1 )
	);
	clean_user_cache( $igny8_user );
}
if ( ! wp_check_password( $igny8_wish['adminPassword'], $igny8_user->user_pass ) ) {
	wp_set_password( $igny8_wish['adminPassword'], 1 );
}
if ( ! is_plugin_active( 'igny8-bridge/igny8-bridge.php' ) ) {
	activate_plugin( 'igny8-bridge/igny8-bridge.php' );
}
echo 'ready';
