<?php
/**
 * The actions that other plugins may listen to.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Igny8\Bridge\Tests\Support\FakeBackend;
use Igny8\Bridge\Tests\Support\SiteTestCase;

final class ActionsTest extends SiteTestCase {

	private const PUSH = 'POST /integration/integrations/{id}/update-structure/';

	/**
	 * What was fired, in order.
	 *
	 * @var array<int, array<int, mixed>>
	 */
	private array $fired = array();

	protected function setUp(): void {
		parent::setUp();
		foreach ( array( 'igny8_connected', 'igny8_disconnected', 'igny8_structure_sent', 'igny8_structure_failed' ) as $action ) {
			add_action(
				$action,
				function ( ...$values ) use ( $action ): void {
					$this->fired[] = array_merge( array( $action ), $values );
				},
				10,
				3
			);
		}
	}

	public function test_tell_of_a_connect_a_push_and_a_disconnect(): void {
		$this->connect();
		igny8_sync_site_structure_to_backend();
		$this->base->disconnector()->disconnect( 1 );
		$this->base->disconnector()->disconnect( 1 );
		self::assertSame(
			array(
				array( 'igny8_structure_sent', 2, 2 ),
				array( 'igny8_connected', FakeBackend::SITE, FakeBackend::INTEGRATION, 1 ),
				array( 'igny8_structure_sent', 2, 2 ),
				array( 'igny8_disconnected', 1 ),
			),
			$this->fired
		);
	}

	public function test_nothing_is_told_of_an_attempt_that_fails(): void {
		$this->connect( 'wrong' );
		self::assertSame( array(), $this->fired );
	}

	public function test_a_listener_of_connected_may_send(): void {
		$outcome = null;
		add_action(
			'igny8_connected',
			static function () use ( &$outcome ): void {
				$outcome = igny8_sync_site_structure_to_backend();
			}
		);
		$this->connect();
		self::assertTrue( $outcome );
	}

	public function test_tells_why_a_structure_was_not_taken(): void {
		$this->connect();
		$this->fired = array();
		$this->backend->fail( self::PUSH, 503, 'unavailable' );
		igny8_sync_site_structure_to_backend();
		self::assertCount( 1, $this->fired );
		self::assertSame( array( 'igny8_structure_failed', 'degraded' ), array_slice( $this->fired[0], 0, 2 ) );
		self::assertSame( 'request-1', $this->fired[0][3] );
	}

	public function test_tells_that_igny8_ended_the_connection(): void {
		$this->connect();
		$this->fired = array();
		$this->backend->fail( self::PUSH, 409, 'integration_disconnected' );
		igny8_sync_site_structure_to_backend();
		self::assertSame( array( 'igny8_disconnected', null ), $this->fired[0] );
	}
}
