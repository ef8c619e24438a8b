<?php
/**
 * What a file of the plugin does when a browser asks for it.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Unit;

use PHPUnit\Framework\TestCase;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;

final class DirectAccessTest extends TestCase {

	/**
	 * WordPress.org's Plugin Check asks for it in each file that hooks, defines a constant or declares a function, and
	 * looks at the first 50 lines. A file of classes alone does nothing.
	 */
	public function test_a_file_that_hooks_or_declares_a_function_answers_nobody_who_asks_for_it_directly(): void {
		$bare = array();
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( dirname( __DIR__, 2 ) . '/igny8-bridge', RecursiveDirectoryIterator::SKIP_DOTS ) ) as $file ) {
			$code = 'php' === $file->getExtension() ? (string) file_get_contents( $file->getPathname() ) : '';
			$code = (string) preg_replace( '#/\*.*?\*/#s', '', $code );
			$head = implode( "\n", array_slice( explode( "\n", $code ), 0, 50 ) );
			if ( 1 === preg_match( '/\b(?:define|add_action|add_filter)\s*\(|^\s*function\s+\w+\s*\(/m', $code ) && 1 !== preg_match( "/^defined\( '(?:ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;$/m", $head ) ) {
				$bare[] = $file->getFilename();
			}
		}
		self::assertSame( array(), $bare );
	}
}
