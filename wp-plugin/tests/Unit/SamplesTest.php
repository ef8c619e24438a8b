<?php
/**
 * The PHP samples of the API reference, run.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Unit;

use PHPUnit\Framework\TestCase;
use RuntimeException;

require_once __DIR__ . '/../Support/http-functions.php';

final class SamplesTest extends TestCase {

	private const KEY = 'igny8_secretsecretsecret';

	protected function setUp(): void {
		putenv( 'IGNY8_API_KEY=' . self::KEY );
		$GLOBALS['igny8_sample_requests'] = array();
	}

	protected function tearDown(): void {
		putenv( 'IGNY8_API_KEY' );
	}

	/**
	 * @dataProvider operations
	 */
	public function test_a_sample_sends_the_request_that_the_contract_shows( array $operation ): void {
		$GLOBALS['igny8_sample_answer'] = array( 200, '{"id":"1"}' );
		$this->run_sample( $operation['php'] );
		list( list( $url, $args ) ) = $GLOBALS['igny8_sample_requests'];
		$headers                    = $args['headers'] ?? array();
		self::assertSame( $operation['server'] . $operation['request']['path'], $url );
		self::assertSame( $operation['request']['method'], $args['method'] ?? 'GET' );
		self::assertSame( $operation['is_public'] ? null : 'Bearer ' . self::KEY, $headers['Authorization'] ?? null );
		unset( $headers['Authorization'] );
		self::assertSame( $operation['request']['headers'], $headers );
		self::assertSame( $operation['request']['body'] ?? null, isset( $args['body'] ) ? json_decode( $args['body'], true ) : null );
	}

	/**
	 * @dataProvider operations
	 */
	public function test_a_sample_says_what_went_wrong( array $operation ): void {
		$GLOBALS['igny8_sample_answer'] = array( 404, '{"code":"not_found","detail":"Your account has no such row."}' );
		$this->expectException( RuntimeException::class );
		$this->expectExceptionMessage( 'not_found: Your account has no such row.' );
		$this->run_sample( $operation['php'] );
	}

	public function operations(): array {
		$file = json_decode( file_get_contents( __DIR__ . '/../Support/contract-examples.json' ), true );
		return array_map(
			static function ( array $operation ): array {
				return array( $operation );
			},
			array_column( $file['operations'], null, 'id' )
		);
	}

	private function run_sample( string $sample ): void {
		$file = tempnam( sys_get_temp_dir(), 'sample' );
		file_put_contents( $file, "<?php\n" . $sample );
		try {
			require $file;
		} finally {
			unlink( $file );
		}
	}
}
