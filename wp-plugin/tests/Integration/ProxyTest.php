<?php
/**
 * Something on the way to IGNY8 that is in the way.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Sync\Schedule;
use Igny8\Bridge\Tests\Support\FakeBackend;
use Igny8\Bridge\Tests\Support\ProxiedBackend;
use Igny8\Bridge\Tests\Support\SiteTestCase;

/**
 * A real proxy over TLS, in a process of its own, between WordPress's own HTTP and IGNY8. The table below is what somebody
 * meets: what the proxy does, what the settings page says, what the log says, and how long the next try waits at least.
 */
final class ProxyTest extends SiteTestCase {

	private const PROXY = 'A proxy answered for IGNY8.';
	private const ALLOW = 'Next at your host: Allow 127.0.0.1.';

	private const PUSH = 'POST /integration/integrations/' . FakeBackend::INTEGRATION . '/update-structure/';

	/**
	 * What the proxy does => cause, remedy, line of the log behind method and path (a regular expression), seconds that the
	 * next try waits at least.
	 */
	private const CASES = array(
		'401 with HTML'        => array( self::PROXY, self::ALLOW, '401 not_igny8\. Something other than IGNY8 answered \(status 401, text/html\)\.', 1 ),
		'403 with HTML'        => array( self::PROXY, self::ALLOW, '403 not_igny8\. Something other than IGNY8 answered \(status 403, text/html\)\.', 1 ),
		'413 with HTML'        => array( 'Requests over 1 KB are cut.', 'Next at your host: Raise the limit.', '413 body_cut\. \d+ bytes are too many on the way\. Something other than IGNY8 answered \(status 413, text/html\)\.', 1 ),
		'429 with Retry-After' => array( self::PROXY, self::ALLOW, '429 not_igny8\. Something other than IGNY8 answered \(status 429, text/html\)\.', 1795 ),
		'500 with HTML'        => array( self::PROXY, self::ALLOW, '500 not_igny8\. Something other than IGNY8 answered \(status 500, text/html\)\.', 1 ),
		'slow body'            => array( 'There was no answer in 10 s.', self::ALLOW, 'timed_out\. .+', 1 ),
		'cut before IGNY8'     => array( '127.0.0.1 does not answer.', self::ALLOW, 'no_answer\. .+', 1 ),
		'cut after IGNY8'      => array( '127.0.0.1 does not answer.', self::ALLOW, 'no_answer\. .+', 1 ),
		'200 with HTML'        => array( self::PROXY, self::ALLOW, '200 not_igny8\. Something other than IGNY8 answered \(status 200, text/html\)\.', 1 ),
		'301'                  => array( self::PROXY, self::ALLOW, '301 not_igny8\. Something other than IGNY8 answered \(status 301, text/html\)\.', 1 ),
		'expired certificate'  => array( 'The secure connection failed.', 'Next at your host: Update certificates.', 'tls_failed\. .+', 1 ),
	);

	private static ?ProxiedBackend $igny8 = null;

	public static function setUpBeforeClass(): void {
		self::$igny8 = new ProxiedBackend();
	}

	public static function tearDownAfterClass(): void {
		self::$igny8->stop();
	}

	protected function setUp(): void {
		parent::setUp();
		// PHP warns of a connection that was reset while it reads from it, which WordPress lets it do.
		set_error_handler( static fn( int $level, string $message ): bool => 0 === strpos( $message, 'fread(): SSL: Connection reset' ), E_WARNING ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions.error_log_set_error_handler -- PHPUnit makes an error of it otherwise.
		remove_filter( 'pre_http_request', array( $this->backend, 'intercept' ), 10 );
		add_filter(
			'http_request_args',
			static function ( array $args ): array {
				// The plugin waits 10 s; a test does not.
				$args['timeout']         = 1;
				$args['sslcertificates'] = self::$igny8->bundle();
				return $args;
			}
		);
		self::$igny8->reset();
	}

	protected function tearDown(): void {
		restore_error_handler();
		array_map( 'unregister_post_type', array_filter( get_post_types(), static fn( string $name ): bool => 0 === strpos( $name, 'igny8_many_' ) ) );
		parent::tearDown();
	}

	/**
	 * @dataProvider cases
	 */
	public function test_connecting_says_who_is_in_the_way_and_connects_once_nobody_is( string $transport, string $case, string $cause, string $remedy, string $line ): void {
		$this->send_through( $transport );
		self::$igny8->spoil( $case );
		$this->connect();
		self::assertSame( State::NOT_CONNECTED, $this->connection()->state );
		self::assertStringContainsString( "IGNY8 cannot be reached. $cause $remedy Try again", $this->text( array( 'igny8-notice' => 'connect' ) ) );
		self::assertMatchesRegularExpression( "#^error: POST /auth/login/: $line$#m", implode( "\n", $this->log() ) );
		self::assertFalse( wp_next_scheduled( Schedule::RETRY ), 'The password is not kept, so nothing is tried without whoever knows it.' );
		$this->connects_now();
	}

	/**
	 * @dataProvider cases_of_a_request
	 */
	public function test_a_spoiled_registration_leaves_nothing_half( string $case, string $cause ): void {
		self::$igny8->spoil( $case, '/connect/' );
		$this->connect();
		self::assertSame( State::NOT_CONNECTED, $this->connection()->state );
		self::assertStringContainsString( "IGNY8 cannot be reached. $cause", $this->text( array( 'igny8-notice' => 'connect' ) ) );
		$this->connects_now();
	}

	/**
	 * @dataProvider cases
	 */
	public function test_a_push_says_who_is_in_the_way_and_comes_right_by_itself( string $transport, string $case, string $cause, string $remedy, string $line, int $wait ): void {
		$this->send_through( $transport );
		$this->connect();
		self::$igny8->spoil( $case );
		$sent_before = $this->connection()->last_sync;
		$key         = $this->connection()->sealed_key;
		self::assertWPError( igny8_sync_site_structure_to_backend() );
		self::assertSame( State::DEGRADED, $this->connection()->state );
		self::assertMatchesRegularExpression( '/Connection Status Connected, delayed\. ' . preg_quote( $cause, '/' ) . ' Next try in \d+ (s|min)\. ' . preg_quote( $remedy, '/' ) . ' .*Try again now/', $this->text() );
		self::assertMatchesRegularExpression( '#^error: ' . preg_quote( self::PUSH, '#' ) . ": $line$#m", implode( "\n", $this->log() ) );
		self::assertSame( $this->connection()->next_try, wp_next_scheduled( Schedule::RETRY ) );
		self::assertGreaterThanOrEqual( time() + $wait - 2, $this->connection()->next_try );
		self::assertLessThanOrEqual( time() + max( 60, $wait + 60 ), $this->connection()->next_try );
		self::assertSame( array( $sent_before, $key ), array( $this->connection()->last_sync, $this->connection()->sealed_key ), 'Nothing is lost.' );
		self::$igny8->spoil( '' );
		do_action( Schedule::RETRY );
		$this->is_connected_once();
	}

	/**
	 * @return array<string, array{string, string, string, string, string, int}>
	 */
	public function cases(): array {
		$cases = array();
		foreach ( array( 'curl', 'streams' ) as $transport ) {
			foreach ( self::CASES as $case => $expected ) {
				$cases[ "$case, $transport" ] = array_merge( array( $transport, (string) $case ), $expected );
			}
		}
		return $cases;
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public function cases_of_a_request(): array {
		$cases = array();
		foreach ( array_diff_key( self::CASES, array( 'expired certificate' => 'which ends a connection before there is a request' ) ) as $case => list( $cause ) ) {
			$cases[ "at $case" ] = array( (string) $case, $cause );
		}
		return $cases;
	}

	/**
	 * @testWith ["curl"]
	 *           ["streams"]
	 */
	public function test_a_redirect_carries_the_key_nowhere( string $transport ): void {
		$this->send_through( $transport );
		$this->connect();
		$before = count( self::$igny8->state()['requests'] );
		self::$igny8->spoil( '301' );
		igny8_sync_site_structure_to_backend();
		self::assertCount( $before, self::$igny8->state()['requests'], 'Where the redirect leads nobody was asked anything.' );
	}

	/**
	 * @testWith ["curl"]
	 *           ["streams"]
	 */
	public function test_a_proxy_that_cuts_large_requests_is_found_out( string $transport ): void {
		$this->send_through( $transport );
		$this->connect();
		add_filter( 'igny8_post_types', array( $this, 'many_types' ) );
		self::$igny8->spoil( 'cut over 16 KB' );
		self::assertWPError( igny8_sync_site_structure_to_backend() );
		self::assertMatchesRegularExpression( '/Connected, delayed\. Requests over \d\d KB are cut\. Next try in \d+ (s|min)\. Next at your host: Raise the limit\./', $this->text() );
		self::assertMatchesRegularExpression( '#^error: ' . preg_quote( self::PUSH, '#' ) . ': body_cut\. \d{5} bytes are too many on the way, a small request is answered\. #m', implode( "\n", $this->log() ) );
		self::$igny8->spoil( '' );
		do_action( Schedule::RETRY );
		$this->is_connected_once();
	}

	/**
	 * Registers so many types that the structure is large.
	 *
	 * @return array<int, string>
	 */
	public function many_types(): array {
		$names = array();
		for ( $type = 0; $type < 200; $type++ ) {
			$names[] = "igny8_many_$type";
			register_post_type( "igny8_many_$type", array( 'label' => str_repeat( 'long ', 20 ) ) );
		}
		return $names;
	}

	/**
	 * Lets WordPress send with a transport of its own choice, or with the one that it has where PHP lacks cURL.
	 *
	 * @param string $transport "curl" or "streams".
	 */
	private function send_through( string $transport ): void {
		if ( 'streams' === $transport ) {
			add_action(
				'requests-requests.before_request',
				static function ( $url, $headers, $data, $type, &$options ): void { // phpcs:ignore Generic.CodeAnalysis.UnusedFunctionParameter -- the fifth is the one.
					// It takes no address for a name; who signed the certificate, and until when, is checked.
					$options['verifyname'] = false;
					$options['transport']  = class_exists( 'WpOrg\Requests\Transport\Fsockopen' ) ? 'WpOrg\Requests\Transport\Fsockopen' : 'Requests_Transport_fsockopen';
				},
				10,
				5
			);
		}
	}

	/**
	 * The proxy is gone, and somebody presses Connect again.
	 */
	private function connects_now(): void {
		self::$igny8->spoil( '' );
		$this->connect();
		$this->is_connected_once();
		self::assertCount( 1, array_unique( self::$igny8->state()['attempts'] ), 'The same attempt was gone on with.' );
	}

	/**
	 * Both sides hold the same connection, and there is one.
	 */
	private function is_connected_once(): void {
		$igny8 = self::$igny8->state();
		self::assertSame( array( State::READY, 'ready' ), array( $this->connection()->state, $igny8['status'] ) );
		self::assertSame( array( $this->base->vault()->open( (string) $this->connection()->sealed_key ) ), $igny8['site_keys'] );
		self::assertSame( 1, array_count_values( $igny8['requests'] )['POST /integration/integrations/'], 'One integration.' );
		self::assertSame( array( 0, null, null ), array( $this->connection()->failures, $this->connection()->next_try, $this->connection()->trouble ) );
		self::assertFalse( wp_next_scheduled( Schedule::RETRY ) );
		self::assertStringContainsString( 'Connected & Ready', $this->text() );
	}

	/**
	 * Expects an error of WordPress.
	 *
	 * @param mixed $result What came back.
	 */
	private static function assertWPError( $result ): void {
		self::assertInstanceOf( 'WP_Error', $result );
	}
}
