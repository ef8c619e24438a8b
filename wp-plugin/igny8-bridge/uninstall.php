<?php
/**
 * Removes all that the plugin stored, on every site of a network. Content in IGNY8 stays.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/src/autoload.php';

( new Igny8\Bridge\Foundation() )->uninstall_everywhere();
