<?php
/**
 * What connecting finds out on the way.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Igny8\Bridge\Admin\Causes;
use Igny8\Bridge\Api\Clients;
use Igny8\Bridge\Api\Endpoint;
use Igny8\Bridge\Citizenship;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Health\ReachableCheck;
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

	public function test_site_health_and_the_doctor_say_that_a_clock_is_off_at_the_first_answer(): void {
		$look = function (): array {
			$finding = ( new Citizenship( $this->base ) )->checks()->run()['clock'];
			return array( $finding->status, $finding->label, $finding->description, $finding->remedy );
		};
		self::assertSame( 'This server\'s clock was not compared yet', ( new Citizenship( $this->base ) )->checks()->run_local()['clock']->label );
		$this->igny8_is_ahead = 7 * 60 + 30;
		self::assertSame( array( 'recommended', 'This server\'s clock is off', 'This server\'s clock is 7 min off.', 'Next at your host: Set it.' ), $look() );
		$this->igny8_is_ahead = 0;
		self::assertSame( array( 'good', 'This server\'s clock is right', 'It agrees with IGNY8\'s within 5 min.', '' ), $look() );
	}

	/**
	 * What nobody plays: WordPress's own HTTP, and an address at which there is nothing.
	 *
	 * @dataProvider real_failures
	 */
	public function test_a_real_request_that_fails_is_explained( string $transport, string $place, string $expected, string $line ): void {
		remove_filter( 'pre_http_request', array( $this->backend, 'intercept' ), 10 );
		add_action(
			'requests-requests.before_request',
			static function ( &$url, $headers, $data, $type, &$options ) use ( $transport, $place ): void { // phpcs:ignore Generic.CodeAnalysis.UnusedFunctionParameter -- the first and the fifth are the ones.
				$url = 'DNS' === $place ? str_replace( '127.0.0.1', 'nowhere.invalid', $url ) : $url;
				if ( 'streams' === $transport ) {
					$options['transport'] = class_exists( 'WpOrg\Requests\Transport\Fsockopen' ) ? 'WpOrg\Requests\Transport\Fsockopen' : 'Requests_Transport_fsockopen';
				}
			},
			10,
			5
		);
		if ( 'proxy' === $place ) {
			add_action(
				'http_api_curl',
				static function ( $handle ): void {
					curl_setopt( $handle, CURLOPT_PROXY, 'proxy.invalid:3128' ); // phpcs:ignore WordPress.WP.AlternativeFunctions.curl_curl_setopt -- as WordPress itself does with WP_PROXY_HOST.
				}
			);
		}
		$this->connect();
		self::assertStringContainsString( "IGNY8 cannot be reached. $expected Try again", $this->text( array( 'igny8-notice' => 'connect' ) ) );
		self::assertMatchesRegularExpression( "#^error: POST /auth/login/: $line\. .+#m", implode( "\n", $this->log() ) );
		self::assertSame( State::NOT_CONNECTED, $this->connection()->state );
	}

	/**
	 * @return array<string, array{string, string, string, string}>
	 */
	public function real_failures(): array {
		return array(
			'DNS, curl'         => array( 'curl', 'DNS', '127.0.0.1 was not found. Next at your host: Fix DNS.', 'host_not_found' ),
			'DNS, streams'      => array( 'streams', 'DNS', '127.0.0.1 was not found. Next at your host: Fix DNS.', 'host_not_found' ),
			'a closed port'     => array( 'curl', '', '127.0.0.1 does not answer. Next at your host: Allow 127.0.0.1.', 'no_answer' ),
			'the same, streams' => array( 'streams', '', '127.0.0.1 does not answer. Next at your host: Allow 127.0.0.1.', 'no_answer' ),
			'DNS of a proxy'    => array( 'curl', 'proxy', 'The proxy that WordPress sends through was not found. Next in WordPress: Correct WP_PROXY_HOST in wp-config.php.', 'proxy_not_found' ),
		);
	}

	public function test_an_address_that_wordpress_blocks_or_that_has_no_https_is_asked_nothing(): void {
		self::assertTrue( WP_HTTP_BLOCK_EXTERNAL );
		remove_filter( 'pre_http_request', array( $this->backend, 'intercept' ), 10 );
		add_action(
			'requests-requests.before_request',
			static function (): void {
				self::fail( 'A request went out.' );
			}
		);
		$look = function ( string $address ): array {
			$endpoint = new Endpoint( $address );
			$finding  = ( new ReachableCheck( new Clients( $endpoint, $this->base->clock_check(), $this->base->log(), $this->base->identity() ), new Causes( $endpoint ) ) )->run();
			return array( $finding->status, $finding->description, $finding->remedy );
		};
		self::assertSame( array( 'critical', 'WordPress blocks outgoing requests.', 'Next in WordPress: Add api.igny8.com to WP_ACCESSIBLE_HOSTS.' ), $look( 'https://api.igny8.com' ) );
		self::assertSame( array( 'critical', 'The address needs https://.', 'Next in WordPress: Correct IGNY8_API_URL in wp-config.php.' ), $look( 'http://127.0.0.1.example' ) );
	}

	public function test_a_clock_that_is_right_is_not_spoken_of(): void {
		$this->igny8_is_ahead = 200;
		$this->connect();
		self::assertStringNotContainsString( 'clock', explode( 'Activity log', $this->text() )[0] );
	}

	/**
	 * @testWith [1000, "1 KB"]
	 *           [20480, "20 KB"]
	 *           [20481, "21 KB"]
	 *           [1048576, "1 MB"]
	 *           [1048577, "1.1 MB"]
	 */
	public function test_says_over_which_size_requests_are_cut_and_never_a_smaller_one( int $bytes, string $size ): void {
		$causes = new Causes( $this->base->endpoint() );
		self::assertSame( "Requests over $size are cut.", $causes->cause( 'body_cut', "$bytes bytes are too many on the way." ) );
	}

	public function test_a_delayed_connection_says_who_does_what_about_it(): void {
		$this->connect();
		$this->backend->instead( self::PUSH, FakeBackend::json( 403, '<h1>no</h1>' ) );
		igny8_sync_site_structure_to_backend();
		self::assertMatchesRegularExpression( '/Connected, delayed\. A proxy answered for IGNY8\. Next try in \d+ (s|min)\. Next at your host: Allow 127\.0\.0\.1\. .*Next in WordPress: Try again now/', $this->text() );
	}
}
