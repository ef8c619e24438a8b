<?php
/**
 * Loads the plugin's classes (PSR-4): Igny8\Bridge\Sync\Push is src/Sync/Push.php.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

defined( 'ABSPATH' ) || exit;

spl_autoload_register(
	static function ( string $name ): void {
		$prefix = 'Igny8\\Bridge\\';
		if ( 0 !== strpos( $name, $prefix ) ) {
			return;
		}
		$file = __DIR__ . '/' . str_replace( '\\', '/', substr( $name, strlen( $prefix ) ) ) . '.php';
		if ( is_file( $file ) ) {
			require $file;
		}
	}
);
