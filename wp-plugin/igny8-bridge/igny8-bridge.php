<?php
/**
 * Connects this site to IGNY8.
 *
 * @package           Igny8\Bridge
 * @license           GPL-2.0-or-later
 *
 * @wordpress-plugin
 * Plugin Name:       IGNY8 Bridge
 * Description:       Connects this site to IGNY8 and keeps its structure in step: which post types and taxonomies there are, and how many items each has.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            IGNY8
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       igny8-bridge
 * Domain Path:       /languages
 */

declare(strict_types=1);

defined( 'ABSPATH' ) || exit;

define( 'IGNY8_BRIDGE_VERSION', '0.1.0' );
define( 'IGNY8_BRIDGE_FILE', __FILE__ );

require __DIR__ . '/src/autoload.php';
require __DIR__ . '/src/functions.php';

register_activation_hook( __FILE__, array( igny8_bridge(), 'activate' ) );
register_deactivation_hook( __FILE__, array( igny8_bridge(), 'deactivate' ) );
igny8_bridge()->register();
