<?php
/**
 * Tries to take the lock, once for each line on its standard input, and prints how that went: 1 or 0.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

use Igny8\Bridge\Foundation;

// As little of WordPress as has a database: many of these start at once.
define( 'SHORTINIT', true );
$_SERVER['HTTP_HOST']   = getenv( 'IGNY8_TEST_HOST' );
$_SERVER['REQUEST_URI'] = '/';
require getenv( 'IGNY8_TEST_CORE' ) . '/wp-load.php';
require __DIR__ . '/../../igny8-bridge/src/autoload.php';

$igny8_foundation = new Foundation();
$igny8_foundation->options()->read( 'igny8_bridge_lock' );
echo "ready\n";
while ( false !== fgets( STDIN ) ) {
	echo $igny8_foundation->lock()->acquire() ? "1\n" : "0\n";
}
