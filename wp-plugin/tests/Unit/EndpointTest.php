<?php
/**
 * Where IGNY8 is.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Unit;

use Igny8\Bridge\Api\Endpoint;
use PHPUnit\Framework\TestCase;

final class EndpointTest extends TestCase {

	/**
	 * @dataProvider addresses
	 */
	public function test_a_key_travels_over_https_or_not_at_all( string $address, bool $is_safe ): void {
		self::assertSame( $is_safe, ( new Endpoint( $address ) )->is_safe() );
	}

	/**
	 * @return array<int, array{string, bool}>
	 */
	public function addresses(): array {
		return array(
			array( 'https://api.igny8.com', true ),
			array( 'HTTPS://api.igny8.com/', true ),
			array( 'http://localhost:4000', true ),
			array( 'http://127.0.0.1:4000', true ),
			array( 'http://127.8.9.1', true ),
			array( 'http://[::1]:4000', true ),
			array( 'http://api.igny8.com', false ),
			array( 'http://localhost.example.com', false ),
			array( 'http://127.0.0.1.example.com', false ),
			array( 'http://127.0.0.1@example.com', false ),
			array( 'http://192.168.1.5', false ),
			array( 'ftp://localhost', false ),
			array( 'api.igny8.com', false ),
			array( '', false ),
		);
	}

	public function test_encodes_what_goes_behind_the_question_mark(): void {
		$endpoint = new Endpoint( 'https://api.igny8.com/' );
		self::assertSame( 'https://api.igny8.com/sites/?url=https%3A%2F%2Fb%C3%BCcher.example', $endpoint->url( '/sites/', array( 'url' => 'https://bücher.example', 'limit' => null ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound -- reads better in one line.
	}
}
