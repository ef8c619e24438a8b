<?php
/**
 * What WordPress.org asks of a plugin's header and readme.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Unit;

use FilesystemIterator;
use PHPUnit\Framework\TestCase;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;

/**
 * The rules are those of the directory's readme parser and of the plugin "Plugin Check".
 */
final class ReadmeTest extends TestCase {

	private const PLUGIN = __DIR__ . '/../../igny8-bridge';

	public function test_the_header_and_the_readme_say_the_same(): void {
		$readme = $this->headers( 'readme.txt', '' );
		$plugin = $this->headers( 'igny8-bridge.php', ' \*' );
		self::assertSame( 1, preg_match( '/^=== (.+) ===$/m', $this->text( 'readme.txt' ), $name ) );
		self::assertSame( $plugin['Plugin Name'], $name[1] );
		foreach ( array( 'Requires at least', 'Requires PHP', 'License', 'License URI' ) as $header ) {
			self::assertSame( $plugin[ $header ], $readme[ $header ], $header );
		}
		self::assertSame( $plugin['Version'], $readme['Stable tag'] );
		self::assertSame( 'igny8-bridge', $plugin['Text Domain'] );
		self::assertMatchesRegularExpression( '/^\d+\.\d+$/', $readme['Tested up to'] );
		self::assertMatchesRegularExpression( '/^[a-z0-9_.-]+(, [a-z0-9_.-]+)*$/', $readme['Contributors'] );
	}

	public function test_nothing_of_the_readme_is_cut_off(): void {
		$readme = $this->text( 'readme.txt' );
		self::assertLessThanOrEqual( 5, count( explode( ',', $this->headers( 'readme.txt', '' )['Tags'] ) ) );
		$parts = explode( "\n\n", $readme );
		self::assertLessThanOrEqual( 150, strlen( $parts[1] ), $parts[1] );
		$sections = preg_split( '/^== .+ ==$/m', $readme );
		foreach ( array_slice( (array) $sections, 1 ) as $section ) {
			self::assertLessThan( 2500, str_word_count( (string) $section ) );
		}
		self::assertStringContainsString( '== External services ==', $readme );
	}

	public function test_every_filter_action_function_and_constant_that_others_may_use_is_in_the_readme(): void {
		$readme = $this->text( 'readme.txt' );
		$public = array();
		foreach ( $this->files() as $path => $code ) {
			preg_match_all( "/(?:apply_filters|do_action)\(\s*'([^']+)'|configured\(\s*'([^']+)'|(?<=function )(igny8_(?!bridge\b)\w+)/", $code, $found );
			$public = array_merge( $public, ...array_slice( $found, 1 ) );
		}
		$public = array_unique( array_filter( $public ) );
		self::assertGreaterThan( 5, count( $public ) );
		foreach ( $public as $name ) {
			self::assertMatchesRegularExpression( "/[`\x27]{$name}(\\(\\))?[`\x27]/", $readme );
		}
	}

	public function test_a_file_that_does_something_does_nothing_for_who_asks_for_it_directly(): void {
		foreach ( $this->files() as $path => $code ) {
			$is_only_names = 1 === preg_match( '/^(final class|abstract class|class|interface|trait|function) /m', $code ) && 1 !== preg_match( '/^(?!declare)[a-z_]+\(|^(require|include)/m', $code );
			self::assertTrue( $is_only_names || 1 === preg_match( "/^defined\( '(ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;$/m", $code ), $path );
		}
	}

	private function text( string $file ): string {
		return (string) file_get_contents( self::PLUGIN . "/$file" );
	}

	/**
	 * @return array<string, string>
	 */
	private function headers( string $file, string $before ): array {
		preg_match_all( "/^$before ?([A-Z][A-Za-z ]+): +(.+)$/m", $this->text( $file ), $found );
		return array_combine( $found[1], $found[2] );
	}

	/**
	 * @return array<string, string> The code of every PHP file, by its path.
	 */
	private function files(): array {
		$files = array();
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( self::PLUGIN, FilesystemIterator::SKIP_DOTS ) ) as $file ) {
			if ( 'php' === $file->getExtension() ) {
				$files[ $file->getPathname() ] = (string) file_get_contents( $file->getPathname() );
			}
		}
		return $files;
	}
}
