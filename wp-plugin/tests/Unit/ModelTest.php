<?php
/**
 * Every object of the contract, read and written.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Unit;

use Igny8\Bridge\Api\Decode;
use Igny8\Bridge\Api\MalformedAnswer;
use Igny8\Bridge\Api\Model\ContentTypeUpdate;
use Igny8\Bridge\Api\Model\Integration;
use Igny8\Bridge\Api\Model\IntegrationCreate;
use PHPUnit\Framework\TestCase;

final class ModelTest extends TestCase {

	/**
	 * @dataProvider examples
	 */
	public function test_an_example_of_the_contract_is_the_same_after_it_was_read_and_written( string $model, array $example ): void {
		self::assertSame( $this->sorted( $example ), $this->sorted( $model::from_array( $example )->to_array() ) );
	}

	/**
	 * @dataProvider examples
	 */
	public function test_an_unknown_field_is_not_in_the_way( string $model, array $example ): void {
		$read = $model::from_array( array( 'a_field_of_tomorrow' => array( 1 ) ) + $example );
		self::assertArrayNotHasKey( 'a_field_of_tomorrow', $read->to_array() );
	}

	public function test_there_is_an_example_of_every_model(): void {
		$models = array_map(
			static function ( string $file ): string {
				return basename( $file, '.php' );
			},
			glob( __DIR__ . '/../../igny8-bridge/src/Api/Model/*.php' )
		);
		self::assertSame( array(), array_diff( $models, array_keys( $this->examples() ) ) );
		self::assertGreaterThan( 40, count( $models ) );
	}

	public function test_an_enum_value_of_tomorrow_is_kept(): void {
		$data = array( 'status' => 'a_status_of_tomorrow' ) + $this->examples()['Integration'][1];
		self::assertSame( 'a_status_of_tomorrow', Integration::from_array( $data )->to_array()['status'] );
	}

	public function test_a_field_that_is_null_is_told_from_one_that_is_left_out(): void {
		self::assertSame( '{"fetch_limit":null}', json_encode( ContentTypeUpdate::from_array( array( 'fetch_limit' => null ) ) ) );
		self::assertSame( '{"fetch_limit":null}', json_encode( new ContentTypeUpdate( null, null, null, array( 'fetch_limit' ) ) ) );
		self::assertSame( '{}', json_encode( ContentTypeUpdate::from_array( array() ) ) );
	}

	public function test_a_whole_number_is_one_however_it_is_written(): void {
		self::assertSame( array( 1, 200 ), array( Decode::integer( array( 'n' => 1.0 ), 'n' ), Decode::integer( array( 'n' => 2e2 ), 'n' ) ) );
		foreach ( array( 1.5, 1e300, '1', true ) as $value ) {
			try {
				Decode::integer( array( 'n' => $value ), 'n' );
				self::fail( 'It was taken.' );
			} catch ( MalformedAnswer $malformed ) {
				self::assertStringContainsString( 'n', $malformed->getMessage() );
			}
		}
	}

	public function test_a_field_that_is_missing_is_named(): void {
		$this->expectException( MalformedAnswer::class );
		$this->expectExceptionMessage( '"site_id"' );
		IntegrationCreate::from_array( array() );
	}

	public function examples(): array {
		$file     = json_decode( file_get_contents( __DIR__ . '/../Support/contract-examples.json' ), true );
		$examples = array();
		foreach ( $file['models'] as $name => $example ) {
			$examples[ $name ] = array( 'Igny8\\Bridge\\Api\\Model\\' . $name, $example );
		}
		return $examples;
	}

	private function sorted( array $data ): array {
		ksort( $data );
		return array_map(
			function ( $value ) {
				return is_array( $value ) ? $this->sorted( $value ) : $value;
			},
			$data
		);
	}
}
