<?php
/**
 * What connecting finds out on the way.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Tests\Support\FakeBackend;
use Igny8\Bridge\Tests\Support\SiteTestCase;

final class PreflightTest extends SiteTestCase {

	private const PUSH = 'POST /integration/integrations/{id}/update-structure/';

	/**
	 * By how many seconds IGNY8's clock is ahead of this one.
	 *
	 * @var int
	 */
	private int $igny8_is_ahead = 0;

	protected function setUp(): void {
		parent::setUp();
		add_filter(
			'pre_http_request',
			function ( $answer ) {
				if ( is_array( $answer ) ) {
					$answer['headers']['date'] = gmdate( 'D, d M Y H:i:s', time() + $this->igny8_is_ahead ) . ' GMT';
				}
				return $answer;
			},
			20
		);
	}

	public function test_a_clock_that_is_off_does_not_stop_connecting_and_is_said_until_it_is_set(): void {
		$this->igny8_is_ahead = 7 * 60 + 30;
		$this->connect();
		self::assertSame( State::READY, $this->connection()->state );
		self::assertStringContainsString( 'Connected & Ready This server\'s clock is 7 min off. Next at your host: Set it.', $this->text( array( 'igny8-notice' => 'connect' ) ) );
		self::assertContains( 'warning: This server\'s clock is 450 s behind IGNY8\'s.', $this->log() );
		$this->igny8_is_ahead = 0;
		igny8_sync_site_structure_to_backend();
		self::assertStringNotContainsString( 'clock is', explode( 'Activity log', $this->text() )[0] );
	}

	public function test_a_clock_that_is_off_is_said_also_when_connecting_fails_for_another_reason(): void {
		$this->igny8_is_ahead = -3 * HOUR_IN_SECONDS;
		$this->connect( 'wrong' );
		self::assertMatchesRegularExpression( '/Email or password is wrong\..*This server\'s clock is [23] h off\. Next at your host: Set it\./', $this->text( array( 'igny8-notice' => 'connect' ) ) );
	}

	public function test_a_clock_that_is_right_is_not_spoken_of(): void {
		$this->igny8_is_ahead = 200;
		$this->connect();
		self::assertStringNotContainsString( 'clock', $this->text() );
	}

	/**
	 * @testWith [1000, "1 KB"]
	 *           [20480, "20 KB"]
	 *           [20481, "21 KB"]
	 *           [1048576, "1 MB"]
	 *           [1048577, "1.1 MB"]
	 */
	public function test_says_over_which_size_requests_are_cut_and_never_a_smaller_one( int $bytes, string $size ): void {
		$causes = new \Igny8\Bridge\Admin\Causes( $this->base->endpoint() );
		self::assertSame( "Requests over $size are cut.", $causes->cause( 'body_cut', "$bytes bytes are too many on the way." ) );
	}

	public function test_a_delayed_connection_says_who_does_what_about_it(): void {
		$this->connect();
		$this->backend->instead( self::PUSH, FakeBackend::json( 403, '<h1>no</h1>' ) );
		igny8_sync_site_structure_to_backend();
		self::assertMatchesRegularExpression( '/Connected, delayed\. A proxy answered for IGNY8\. Next try in \d+ (s|min)\. Next at your host: Allow 127\.0\.0\.1\. .*Next in WordPress: Try again now/', $this->text() );
	}
}
