<?php
/**
 * What is stored of a person.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Igny8\Bridge\Privacy\PolicyText;
use Igny8\Bridge\Tests\Support\FakeBackend;
use Igny8\Bridge\Tests\Support\SiteTestCase;

final class PrivacyTest extends SiteTestCase {

	private const NOBODY = 'nobody@example.com';

	/**
	 * What WordPress's tool gets.
	 *
	 * @param string $email The person's address.
	 * @return array<string, string> The fields, by name.
	 */
	private function export( string $email ): array {
		$answer = apply_filters( 'wp_privacy_personal_data_exporters', array() )['igny8-bridge']['callback']( $email, 1 );
		self::assertTrue( $answer['done'] );
		$fields = array();
		foreach ( $answer['data'] as $item ) {
			$fields += array_column( $item['data'], 'value', 'name' );
		}
		return $fields;
	}

	/**
	 * Runs WordPress's tool.
	 *
	 * @param string $email The person's address.
	 * @return array{0: bool, 1: bool, 2: int} Whether something was removed, was retained, how many messages.
	 */
	private function erase( string $email ): array {
		$answer = apply_filters( 'wp_privacy_personal_data_erasers', array() )['igny8-bridge']['callback']( $email, 1 );
		self::assertTrue( $answer['done'] );
		return array( $answer['items_removed'], $answer['items_retained'], count( $answer['messages'] ) );
	}

	private function administrator(): string {
		return get_userdata( 1 )->user_email;
	}

	public function test_exports_the_accounts_address_and_what_its_user_did(): void {
		$this->connect();
		$this->base->log()->warning( 'A line about DEV@igny8.com.' );
		self::assertSame( array( 'E-mail address of the IGNY8 account', 'Time', 'What happened' ), array_keys( $this->export( 'Dev@IGNY8.com' ) ) );
		self::assertSame( array( 'Connected the site', 'Last attempt to connect the site' ), array_keys( $this->export( $this->administrator() ) ) );
		$this->base->disconnector()->disconnect( 1 );
		self::assertArrayHasKey( 'Disconnected the site', $this->export( $this->administrator() ) );
		self::assertSame( array( array(), array() ), array( $this->export( self::NOBODY ), $this->export( '' ) ) );
	}

	public function test_erases_the_address_and_the_lines_with_it_and_the_connection_goes_on(): void {
		$this->connect();
		$this->base->log()->warning( 'A line about dev@igny8.com.' );
		self::assertSame( array( true, false, 0 ), $this->erase( FakeBackend::EMAIL ) );
		self::assertSame( array(), $this->export( FakeBackend::EMAIL ) );
		self::assertStringNotContainsString( FakeBackend::EMAIL, implode( $this->log() ) );
		self::assertSame( array( false, false, 0 ), $this->erase( FakeBackend::EMAIL ) );
		self::assertTrue( igny8_sync_site_structure_to_backend() );
	}

	public function test_an_address_that_is_part_of_another_ones_tells_and_erases_nothing_of_that_person(): void {
		foreach ( array( 'joana@example.com', 'jo.ana@example.com', 'ana@example.com.au', "\u{E9}ana@example.com" ) as $other ) {
			$this->base->log()->info( "A line about $other." );
		}
		self::assertSame( array(), $this->export( 'ana@example.com' ) );
		self::assertSame( array( false, false, 0 ), $this->erase( 'ana@example.com' ) );
		self::assertCount( 4, $this->log() );
		$this->base->log()->info( 'Of <Ana@example.com>, "ana@example.com" and ana@example.com.' );
		self::assertArrayHasKey( 'What happened', $this->export( 'ana@example.com' ) );
		self::assertSame( array( true, false, 0 ), $this->erase( 'ana@example.com' ) );
		self::assertCount( 4, $this->log() );
	}

	public function test_keeps_who_connected_as_long_as_changes_are_made_as_that_user(): void {
		$this->connect();
		self::assertSame( array( true, true, 1 ), $this->erase( $this->administrator() ) );
		self::assertSame( 1, $this->connection()->connected_by );
		$this->base->disconnector()->disconnect( 1 );
		self::assertSame( array( true, false, 0 ), $this->erase( $this->administrator() ) );
		self::assertSame( array( null, null ), array( $this->connection()->connected_by, $this->connection()->disconnected_by ) );
		self::assertSame( array(), $this->export( $this->administrator() ) );
	}

	public function test_nothing_changes_for_somebody_who_is_not_known(): void {
		$this->connect();
		$this->base->log()->info( 'A line.' );
		$before = array( $this->connection(), $this->log() );
		self::assertSame( array( false, false, 0 ), $this->erase( self::NOBODY ) );
		self::assertSame( array( false, false, 0 ), $this->erase( '' ) );
		self::assertEquals( $before, array( $this->connection(), $this->log() ) );
	}

	public function test_suggests_a_text_for_the_privacy_policy(): void {
		$text = PolicyText::text();
		foreach ( array( 'sends nothing of visitors', 'sets no cookies', 'e-mail address of the IGNY8 account', 'never stored', '90 days' ) as $part ) {
			self::assertStringContainsString( $part, $text );
		}
		self::assertSame( $text, wp_kses_post( $text ) );
	}
}
