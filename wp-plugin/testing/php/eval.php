<?php
/**
 * Runs PHP in WordPress and prints what it returns as the last line, as JSON. Reads the code from its standard input.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

$_SERVER['HTTP_HOST']   = getenv( 'IGNY8_TEST_HOST' );
$_SERVER['REQUEST_URI'] = '/';

require getenv( 'IGNY8_TEST_CORE' ) . '/wp-load.php';

$igny8_result = eval( (string) stream_get_contents( STDIN ) ); // phpcs:ignore Squiz.PHP.Eval.Discouraged -- it is the purpose of this file, and only tests have it.
echo "\n" . wp_json_encode( $igny8_result );
