<?php
/**
 * Many PHP processes at once.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Igny8\Bridge\Connection\Lock;
use Igny8\Bridge\Tests\Support\SiteTestCase;

final class RaceTest extends SiteTestCase {

	private const PROCESSES = 20;
	private const ROUNDS    = 10;

	protected function setUp(): void {
		global $wpdb;
		parent::setUp();
		// What the processes are to see must be stored for good.
		$wpdb->query( 'ROLLBACK' );
	}

	protected function tearDown(): void {
		$this->base->options()->delete( Lock::OPTION );
		parent::tearDown();
	}

	public function test_of_20_processes_that_want_the_lock_one_gets_it(): void {
		$racers  = array();
		$winners = array();
		for ( $racer = 0; $racer < self::PROCESSES; $racer++ ) {
			$racers[] = $this->racer();
		}
		foreach ( $racers as $racer ) {
			self::assertSame( "ready\n", fgets( $racer['out'] ) );
		}
		foreach ( $this->beginnings() as $name => $stored ) {
			for ( $round = 0; $round < self::ROUNDS; $round++ ) {
				if ( null === $stored ) {
					$this->base->options()->delete( Lock::OPTION );
				} else {
					$this->base->options()->write( Lock::OPTION, $stored );
				}
				foreach ( $racers as $racer ) {
					fwrite( $racer['in'], "go\n" );
				}
				$winners[ "$name, round $round" ] = array_sum( array_map( static fn( array $racer ): int => (int) fgets( $racer['out'] ), $racers ) );
			}
		}
		foreach ( $racers as $racer ) {
			fclose( $racer['in'] );
			proc_close( $racer['process'] );
		}
		self::assertSame( array_fill_keys( array_keys( $winners ), 1 ), $winners );
		self::assertCount( 3 * self::ROUNDS, $winners );
	}

	/**
	 * What is stored when the race begins: nothing, a lock that was given back, the lease of a process that was stopped.
	 *
	 * @return array<string, string|null>
	 */
	private function beginnings(): array {
		return array(
			'none'       => null,
			'given back' => '{"until":0,"token":"a"}',
			'run out'    => (string) wp_json_encode(
				array(
					'until' => time() - 1,
					'token' => 'b',
				)
			),
		);
	}

	/**
	 * Starts a process that waits for the word.
	 *
	 * @return array{process: resource, in: resource, out: resource}
	 */
	private function racer(): array {
		$process = proc_open( // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.system_calls_proc_open -- it is what this test is about.
			array( PHP_BINARY, '-d', 'display_errors=stderr', dirname( __DIR__ ) . '/Support/racer.php' ),
			array(
				array( 'pipe', 'r' ),
				array( 'pipe', 'w' ),
				STDERR,
			),
			$pipes
		);
		self::assertIsResource( $process );
		return array(
			'process' => $process,
			'in'      => $pipes[0],
			'out'     => $pipes[1],
		);
	}
}
