<?php
/**
 * Removes all that the plugin stored, on every site of a network. Content in IGNY8 stays.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/src/autoload.php';

$igny8_bridge = new Igny8\Bridge\Foundation();
if ( ! is_multisite() ) {
	$igny8_bridge->uninstall();
	return;
}
$igny8_bridge_sites = get_sites(
	array(
		'fields' => 'ids',
		'number' => 0,
	)
);
foreach ( $igny8_bridge_sites as $igny8_bridge_site ) {
	switch_to_blog( $igny8_bridge_site );
	$igny8_bridge->uninstall();
	restore_current_blog();
}
