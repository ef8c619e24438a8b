<?php
/**
 * One version everywhere.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Unit;

use PHPUnit\Framework\TestCase;

final class VersionTest extends TestCase {

	public function test_the_plugin_has_the_same_version_wherever_it_stands(): void {
		$folder   = dirname( __DIR__, 2 );
		$patterns = array(
			'igny8-bridge/igny8-bridge.php' => array( '/^ \* Version:\s+(\S+)$/m', "/'IGNY8_BRIDGE_VERSION', '([^']+)'/" ),
			'igny8-bridge/readme.txt'       => array( '/^Stable tag: (\S+)$/m', '/^= (\S+) =$/m' ),
			'package.json'                  => array( '/"version": "([^"]+)"/' ),
		);
		$versions = array();
		foreach ( $patterns as $file => $places ) {
			foreach ( $places as $pattern ) {
				self::assertSame( 1, preg_match( $pattern, (string) file_get_contents( "$folder/$file" ), $found ), "$file $pattern" );
				$versions[] = $found[1];
			}
		}
		self::assertCount( 1, array_unique( $versions ), implode( ', ', $versions ) );
	}
}
