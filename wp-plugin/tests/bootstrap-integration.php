<?php
/**
 * Integration tests run inside a real WordPress; tools/test.ts starts its database and says where it is.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

$_SERVER['HTTP_HOST']   = getenv( 'IGNY8_TEST_HOST' );
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['REMOTE_ADDR'] = '127.0.0.1';

require_once __DIR__ . '/../vendor/autoload.php';
// WP-CLI brings a copy of what WordPress sends with; WordPress 6.1 would take it for its own.
foreach ( Composer\Autoload\ClassLoader::getRegisteredLoaders() as $igny8_loader ) {
	$igny8_loader->set( 'Requests', array() );
}
require_once getenv( 'IGNY8_TEST_CORE' ) . '/wp-load.php';
