<?php
/**
 * The check of PHP's extensions.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Unit;

use Igny8\Bridge\Health\ExtensionsCheck;
use PHPUnit\Framework\TestCase;

final class ExtensionsCheckTest extends TestCase {

	/**
	 * What is missing, what is found.
	 *
	 * @return array<string, array{array<int, string>, string, string}>
	 */
	public function cases(): array {
		return array(
			'nothing'           => array( array(), 'good', '' ),
			'curl, not openssl' => array( array( 'curl' ), 'good', '' ),
			'sodium'            => array( array( 'sodium' ), 'recommended', 'Next at your host: Switch on sodium.' ),
			'both for TLS'      => array( array( 'curl', 'openssl', 'mbstring' ), 'critical', 'Next at your host: Switch on mbstring, curl.' ),
		);
	}

	/**
	 * @dataProvider cases
	 */
	public function test_says_what_is_missing_and_how_bad_that_is( array $missing, string $status, string $remedy ): void {
		$finding = ( new ExtensionsCheck( static fn( string $name ): bool => ! in_array( $name, $missing, true ) ) )->run();
		self::assertSame( array( $status, $remedy ), array( $finding->status, $finding->remedy ) );
	}
}
