<?php
/**
 * Secrets at rest.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Unit;

use Igny8\Bridge\Security\CannotOpen;
use Igny8\Bridge\Security\Vault;
use PHPUnit\Framework\TestCase;

final class VaultTest extends TestCase {

	private const SECRET = 'igny8_aBcD3fGhIjKlMnOpQrStUvWxYz0123450oXq1w';

	public function test_opens_what_it_sealed(): void {
		$vault = new Vault( 'salts of this site' );
		self::assertSame( self::SECRET, $vault->open( $vault->seal( self::SECRET ) ) );
	}

	public function test_a_sealed_secret_tells_nothing_and_never_looks_the_same(): void {
		$vault = new Vault( 'salts of this site' );
		$first = $vault->seal( self::SECRET );
		self::assertStringNotContainsString( 'igny8_', $first );
		self::assertStringNotContainsString( 'igny8_', (string) base64_decode( explode( ':', $first )[2], true ) );
		self::assertNotSame( $first, $vault->seal( self::SECRET ) );
	}

	public function test_says_that_the_salts_changed(): void {
		$sealed = ( new Vault( 'salts of this site' ) )->seal( self::SECRET );
		$vault  = new Vault( 'other salts' );
		self::assertFalse( $vault->fits( $sealed ) );
		$this->expectExceptionMessage( CannotOpen::KEY_CHANGED );
		$vault->open( $sealed );
	}

	/**
	 * @dataProvider damage
	 */
	public function test_says_that_the_text_was_damaged( callable $damage ): void {
		$vault = new Vault( 'salts of this site' );
		$this->expectExceptionMessage( CannotOpen::DAMAGED );
		$vault->open( $damage( $vault->seal( self::SECRET ) ) );
	}

	/**
	 * @return array<string, array{callable}>
	 */
	public function damage(): array {
		return array(
			'a bit turned' => array(
				static function ( string $sealed ): string {
					$parts = explode( ':', $sealed );
					$bytes = (string) base64_decode( $parts[2], true );
					$at    = strlen( $bytes ) - 1;

					$bytes[ $at ] = chr( ord( $bytes[ $at ] ) ^ 1 );
					return "$parts[0]:$parts[1]:" . base64_encode( $bytes );
				},
			),
			'cut off'      => array( static fn( string $sealed ): string => substr( $sealed, 0, 50 ) ),
			'not base64'   => array( static fn( string $sealed ): string => substr( $sealed, 0, 60 ) . '!!' ),
		);
	}

	public function test_opens_nothing_that_is_not_sealed(): void {
		$vault = new Vault( 'salts of this site' );
		foreach ( array( '', self::SECRET, 'v2:x:y' ) as $text ) {
			self::assertFalse( $vault->fits( $text ) );
		}
	}
}
