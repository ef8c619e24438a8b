<?php
/**
 * The list of filters and actions.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Unit;

use PHPUnit\Framework\TestCase;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;

final class HooksTest extends TestCase {

	public function test_the_readme_lists_every_filter_and_action_and_no_other(): void {
		$plugin = dirname( __DIR__, 2 );
		$fired  = array();
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( "$plugin/igny8-bridge", RecursiveDirectoryIterator::SKIP_DOTS ) ) as $file ) {
			if ( 'php' === $file->getExtension() ) {
				$code = (string) file_get_contents( $file->getPathname() );
				preg_match_all( '/\b(apply_filters|do_action)(?:_ref_array|_deprecated)?\(\s*([\'"])(.*?)\2/', $code, $found, PREG_SET_ORDER );
				self::assertSame( preg_match_all( '/\b(?:apply_filters|do_action)(?:_\w+)?\(/', $code ), count( $found ), "{$file->getFilename()} names every hook in a literal." );
				foreach ( $found as $hook ) {
					$fired[ $hook[3] ] = 'do_action' === $hook[1] ? 'action' : 'filter';
				}
			}
		}
		preg_match_all( '/^\| `(igny8_\w+)`\s*\| (filter|action)\s*\|/m', (string) file_get_contents( "$plugin/README.md" ), $listed, PREG_SET_ORDER );
		$listed = array_column( $listed, 2, 1 );
		ksort( $fired );
		ksort( $listed );
		self::assertSame( $fired, $listed );
	}
}
