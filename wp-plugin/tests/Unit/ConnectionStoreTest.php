<?php
/**
 * What is remembered of the connection.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Unit;

use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\ConnectionStore;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Connection\Switches;
use Igny8\Bridge\Tests\Support\MemoryLog;
use Igny8\Bridge\Tests\Support\MemoryOptions;
use Igny8\Bridge\Tests\Support\SetClock;
use Igny8\Bridge\Wp\CannotStore;
use PHPUnit\Framework\TestCase;

final class ConnectionStoreTest extends TestCase {

	private MemoryOptions $options;

	private SetClock $clock;

	private MemoryLog $log;

	private ConnectionStore $store;

	protected function setUp(): void {
		$this->options = new MemoryOptions();
		$this->clock   = new SetClock();
		$this->log     = new MemoryLog();
		$this->store   = new ConnectionStore( $this->options, $this->clock, $this->log );
	}

	public function test_a_site_gets_a_name_that_stays(): void {
		self::assertSame( array( State::NOT_CONNECTED, 0 ), array( $this->store->get()->state, $this->store->get()->version ) );
		self::assertSame( array(), $this->options->stored, 'A look stores nothing.' );
		$name = $this->store->change( static function (): void {} )->site_uuid;
		self::assertMatchesRegularExpression( '/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/', $name );
		self::assertSame( $name, $this->store->get()->site_uuid );
	}

	public function test_nothing_that_two_processes_change_at_once_is_lost(): void {
		$this->store->get();

		$this->options->meanwhile = function (): void {
			$this->store->change(
				static function ( Connection $connection ): void {
					$connection->email = 'other@example.com';
				}
			);
		};
		$this->store->change(
			static function ( Connection $connection ): void {
				$connection->failures = 3;
			}
		);
		self::assertSame( array( 'other@example.com', 3 ), array( $this->store->get()->email, $this->store->get()->failures ) );
	}

	public function test_every_field_comes_back_as_it_was(): void {
		$before = $this->store->change(
			static function ( Connection $connection ): void {
				foreach ( array( 'registration', 'email', 'integration_id', 'sealed_key', 'key_hint', 'trouble_detail' ) as $field ) {
					$connection->{$field} = "ü \"$field\"";
				}
				$connection->last_sync = 17;
				$connection->home      = base64_encode( 'https://bücher.example' );
			}
		);
		self::assertEquals( $before, $this->store->get() );
		self::assertSame( 'https://bücher.example', $this->store->get()->home_url() );
	}

	public function test_an_attempt_that_nobody_renews_is_over_when_its_lease_is(): void {
		$until = $this->clock->now + 15;
		$this->store->change(
			static function ( Connection $connection ) use ( $until ): void {
				$connection->apply( State::CONNECT_STARTED );
				$connection->authenticating_until = $until;
			}
		);
		self::assertSame( State::AUTHENTICATING, $this->store->get()->state );
		$this->clock->now = $until;
		self::assertSame( State::NOT_CONNECTED, $this->store->get()->state );
		$this->clock->now = $until - 365 * 86400;
		self::assertSame( State::NOT_CONNECTED, $this->store->get()->state, 'Nor does it last for a year when the clock is set back.' );
	}

	public function test_the_connected_address_survives_a_search_and_replace(): void {
		$this->store->change(
			static function ( Connection $connection ): void {
				$connection->home = base64_encode( 'https://old.example' );
			}
		);
		$this->options->stored = str_replace( 'old.example', 'new.example', $this->options->stored );
		self::assertSame( 'https://old.example', $this->store->get()->home_url() );
	}

	public function test_a_state_of_a_newer_version_is_left_by_connecting_again(): void {
		$site_uuid = $this->store->change(
			static function ( Connection $connection ): void {
				$connection->state  = 'paused';
				$connection->before = 'paused';
			}
		)->site_uuid;

		$connection = $this->store->get();
		self::assertSame( array( State::NEEDS_RECONNECT, State::NEEDS_RECONNECT, $site_uuid ), array( $connection->state, $connection->before, $connection->site_uuid ) );
		$connected = $this->store->change(
			static function ( Connection $connection ): void {
				$connection->apply( State::CONNECT_STARTED );
				$connection->apply( State::REGISTERED );
			}
		);
		self::assertSame( State::STRUCTURE_SYNCING, $connected->state );
		self::assertSame( array(), $this->log->lines );
	}

	/**
	 * @dataProvider damaged_rows
	 */
	public function test_a_damaged_row_is_forgotten_and_that_is_said_once( string $row ): void {
		$this->options->stored[ ConnectionStore::OPTION ] = $row;

		$connection = $this->store->get();
		self::assertSame( State::NOT_CONNECTED, $connection->state );
		self::assertEquals( $connection, $this->store->get(), 'What took its place stays.' );
		self::assertSame( array( 'error: The connection was damaged in the database and had to be forgotten. Connect the site again.' ), $this->log->lines );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public function damaged_rows(): array {
		return array(
			'empty'           => array( '' ),
			'cut off'         => array( '{"version":3,"site_uu' ),
			'a field is gone' => array( '{"version":3,"site_uuid":"the site"}' ),
			'of another type' => array( '{"version":"3","site_uuid":17}' ),
		);
	}

	/**
	 * @dataProvider damaged_rows
	 */
	public function test_a_damaged_row_is_read_even_where_nothing_can_be_stored( string $row ): void {
		$this->options->stored[ ConnectionStore::OPTION ] = $row;
		$this->options->meanwhile                         = static function (): void {
			throw new CannotStore( 'read-only' );
		};
		self::assertSame( State::NOT_CONNECTED, $this->store->get()->state );
		self::assertSame( array(), $this->log->lines );
	}

	public function test_switches_begin_as_sync_on_and_two_way_off(): void {
		$switches = new Switches( $this->options );
		self::assertSame( array( true, false, false ), array( $switches->sync(), $switches->two_way(), $switches->are_told() ) );
	}

	public function test_a_switch_that_was_turned_meanwhile_is_not_yet_told(): void {
		$switches = new Switches( $this->options );
		$switches->turn( false, false );
		$switches->told( true, false );
		self::assertFalse( $switches->are_told() );
		$switches->told( false, false );
		self::assertTrue( $switches->are_told() );
	}

	/**
	 * @dataProvider damaged_rows
	 */
	public function test_switches_whose_row_is_damaged_are_told_as_they_stand( string $row ): void {
		$this->options->stored[ Switches::OPTION ] = $row;

		$switches = new Switches( $this->options );
		$switches->told( $switches->sync(), $switches->two_way() );
		self::assertTrue( $switches->are_told() );
	}
}
