<?php
/**
 * What a web server does in front of WordPress, for PHP's own server: files as they are, everything else to index.php.
 * Files below /wp-content/ are the site's, all others are of the shared core.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

$igny8_path = rawurldecode( (string) parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
if ( getenv( 'IGNY8_TEST_MULTISITE' ) ) {
	// As the rules for a network's .htaccess: a site's subfolder has the files of the one WordPress.
	$igny8_path = (string) preg_replace( '#^/(?!wp-(?:admin|content|includes)/)[_0-9a-zA-Z-]+(/wp-(?:admin|content|includes)(?:/.*)?|/[^/]*\.php)$#D', '$1', $igny8_path );
}
$igny8_root = 0 === strpos( $igny8_path, '/wp-content/' ) ? getenv( 'IGNY8_TEST_WORDPRESS' ) : $_SERVER['DOCUMENT_ROOT'];
$igny8_file = $igny8_root . $igny8_path;
if ( is_dir( $igny8_file ) && is_file( rtrim( $igny8_file, '/' ) . '/index.php' ) ) {
	if ( '/' !== substr( $igny8_path, -1 ) ) {
		header( 'Location: ' . parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) . '/' );
		return true;
	}
	$igny8_file .= 'index.php';
	$igny8_path .= 'index.php';
}
if ( ! is_file( $igny8_file ) ) {
	$igny8_path = '/index.php';
	$igny8_file = $_SERVER['DOCUMENT_ROOT'] . $igny8_path;
}
if ( '.php' !== substr( $igny8_file, -4 ) ) {
	$igny8_types = array(
		'css'   => 'text/css',
		'gif'   => 'image/gif',
		'jpg'   => 'image/jpeg',
		'js'    => 'text/javascript',
		'png'   => 'image/png',
		'svg'   => 'image/svg+xml',
		'woff2' => 'font/woff2',
	);
	header( 'Content-Type: ' . ( $igny8_types[ pathinfo( $igny8_file, PATHINFO_EXTENSION ) ] ?? 'application/octet-stream' ) );
	header( 'Content-Length: ' . filesize( $igny8_file ) );
	readfile( $igny8_file );
	return true;
}
$_SERVER['SCRIPT_NAME']     = $igny8_path;
$_SERVER['PHP_SELF']        = $igny8_path;
$_SERVER['SCRIPT_FILENAME'] = $igny8_file;
chdir( dirname( $igny8_file ) );
require $igny8_file;
return true;
