<?php
/**
 * The table of states.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Unit;

use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\State;
use PHPUnit\Framework\TestCase;

final class StateTest extends TestCase {

	/**
	 * The way of the specification, event by event.
	 */
	public function test_goes_from_not_connected_to_ready_as_specified(): void {
		$connection = new Connection( 'a' );
		self::assertSame( State::NOT_CONNECTED, $connection->state );
		foreach (
			array(
				State::CONNECT_STARTED => State::AUTHENTICATING,
				State::REGISTERED      => State::STRUCTURE_SYNCING,
				State::PUSH_ACCEPTED   => State::READY,
			) as $event => $expected
		) {
			$connection->apply( $event );
			self::assertSame( $expected, $connection->state );
		}
	}

	/**
	 * @dataProvider every_state
	 */
	public function test_a_failed_attempt_ends_where_it_began( string $state ): void {
		$connection        = new Connection( 'a' );
		$connection->state = $state;
		$connection->apply( State::CONNECT_STARTED );
		self::assertSame( State::AUTHENTICATING, $connection->state );
		$connection->apply( State::CONNECT_STARTED );
		$connection->apply( State::CONNECT_FAILED );
		self::assertSame( State::AUTHENTICATING === $state ? State::NOT_CONNECTED : $state, $connection->state );
	}

	/**
	 * @dataProvider every_state
	 */
	public function test_only_a_registered_site_can_become_ready( string $state ): void {
		$expected = State::is_connected( $state ) ? State::READY : $state;
		self::assertSame( $expected, State::after( $state, State::PUSH_ACCEPTED, State::NOT_CONNECTED ) );
	}

	/**
	 * @dataProvider every_state
	 */
	public function test_connect_can_be_pressed_in_every_state( string $state ): void {
		self::assertSame( State::AUTHENTICATING, State::after( $state, State::CONNECT_STARTED, State::NOT_CONNECTED ) );
	}

	/**
	 * @dataProvider outcomes
	 */
	public function test_each_outcome_of_a_push_has_its_state( string $event, string $expected ): void {
		foreach ( array_filter( State::all(), array( State::class, 'is_connected' ) ) as $state ) {
			self::assertSame( $expected, State::after( $state, $event, State::NOT_CONNECTED ) );
		}
	}

	/**
	 * @dataProvider outcomes
	 */
	public function test_a_late_outcome_changes_nothing_in_a_state_that_sends_nothing( string $event ): void {
		foreach ( array( State::NOT_CONNECTED, State::NEEDS_RECONNECT, State::SAFE_MODE, State::DISCONNECTED ) as $state ) {
			self::assertSame( State::ENDED === $event && State::NOT_CONNECTED !== $state ? State::DISCONNECTED : $state, State::after( $state, $event, State::NOT_CONNECTED ) );
		}
	}

	/**
	 * @dataProvider every_state_and_event
	 */
	public function test_every_event_has_one_meaning_in_every_state( string $state, string $event, string $expected ): void {
		self::assertSame( $expected, State::after( $state, $event, State::DEGRADED ) );
	}

	/**
	 * Every state with every event; what is not written here changes nothing.
	 *
	 * @return array<string, array{string, string, string}>
	 */
	public function every_state_and_event(): array {
		$connect   = array( 'connect_started' => 'authenticating' );
		$stopped   = $connect + array( 'ended' => 'disconnected' );
		$connected = $stopped + array(
			'registered'        => 'structure_syncing',
			'push_accepted'     => 'ready',
			'push_delayed'      => 'degraded',
			'push_refused'      => 'structure_refused',
			'key_lost'          => 'needs_reconnect',
			'identity_conflict' => 'safe_mode',
			'site_inactive'     => 'inactive',
		);
		$moves     = array(
			'not_connected'     => $connect,
			'authenticating'    => $stopped + array(
				'connect_failed' => 'degraded',
				'registered'     => 'structure_syncing',
			),
			'structure_syncing' => $connected,
			'structure_refused' => $connected,
			'ready'             => $connected,
			'degraded'          => $connected,
			'needs_reconnect'   => $stopped,
			'safe_mode'         => $stopped + array(
				'identity_settled' => 'structure_syncing',
				'copy_released'    => 'not_connected',
			),
			'inactive'          => $connected,
			'disconnected'      => $connect,
		);
		$events    = array( 'connect_started', 'connect_failed', 'registered', 'push_accepted', 'push_delayed', 'push_refused', 'key_lost', 'identity_conflict', 'identity_settled', 'copy_released', 'site_inactive', 'ended' );
		$cases     = array();
		foreach ( $moves as $state => $next ) {
			foreach ( $events as $event ) {
				$cases[ "$state, $event" ] = array( $state, $event, $next[ $event ] ?? $state );
			}
		}
		return $cases;
	}

	public function test_the_table_above_knows_every_state_and_every_event(): void {
		$constants = ( new \ReflectionClass( State::class ) )->getReflectionConstants();
		$public    = array_filter( $constants, static fn( \ReflectionClassConstant $constant ): bool => $constant->isPublic() );
		$names     = array_map( static fn( \ReflectionClassConstant $constant ): string => (string) $constant->getValue(), $public );
		$cases     = array_values( $this->every_state_and_event() );
		self::assertEqualsCanonicalizing( array_values( $names ), array_values( array_unique( array_merge( array_column( $cases, 0 ), array_column( $cases, 1 ) ) ) ) );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public function every_state(): array {
		return array_combine( State::all(), array_map( static fn( string $state ): array => array( $state ), State::all() ) );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public function outcomes(): array {
		return array(
			'accepted'          => array( State::PUSH_ACCEPTED, State::READY ),
			'delayed'           => array( State::PUSH_DELAYED, State::DEGRADED ),
			'refused'           => array( State::PUSH_REFUSED, State::STRUCTURE_REFUSED ),
			'key lost'          => array( State::KEY_LOST, State::NEEDS_RECONNECT ),
			'identity conflict' => array( State::IDENTITY_CONFLICT, State::SAFE_MODE ),
			'inactive'          => array( State::SITE_INACTIVE, State::INACTIVE ),
			'ended'             => array( State::ENDED, State::DISCONNECTED ),
		);
	}
}
