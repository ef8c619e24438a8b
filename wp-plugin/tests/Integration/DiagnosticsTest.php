<?php
/**
 * [Copy diagnostics].
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Igny8\Bridge\Citizenship;
use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Tests\Support\FakeBackend;
use Igny8\Bridge\Tests\Support\SiteTestCase;

final class DiagnosticsTest extends SiteTestCase {

	private const PUSH = 'POST /integration/integrations/{id}/update-structure/';

	/**
	 * The text that support gets.
	 */
	private function diagnostics(): string {
		$citizen = new Citizenship( $this->base );
		return $citizen->diagnostics()->text( $citizen->checks()->run() );
	}

	/**
	 * The text on the settings page.
	 *
	 * @param array<string, string> $query What stands in the address.
	 */
	private function shown( array $query = array() ): string {
		self::assertSame( 1, preg_match( '#<textarea id="igny8-diagnostics-text"[^>]* readonly [^>]*>(.*?)</textarea>#s', $this->page( $query ), $found ) );
		return html_entity_decode( $found[1], ENT_QUOTES );
	}

	public function test_tells_what_support_asks_for_first(): void {
		$this->connect();
		$this->backend->fail( self::PUSH, 503, 'unavailable' );
		igny8_sync_site_structure_to_backend();
		$text = $this->diagnostics();
		$told = array(
			'/^## IGNY8 Bridge, \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/m',
			'/^version: ' . preg_quote( IGNY8_BRIDGE_VERSION, '/' ) . '$/m',
			'/^state: degraded$/m',
			'/^trouble: unavailable$/m',
			'/^request_id: request-1$/m',
			'/^failures: 1$/m',
			'/^next_daily: \d{4}-\d\d-\d\dT/m',
			'/^environment: ' . wp_get_environment_type() . '$/m',
			'#^home_url: ' . preg_quote( home_url(), '#' ) . '$#m',
			'#^site_url: ' . preg_quote( site_url(), '#' ) . '$#m',
			'#^rest_url: ' . preg_quote( rest_url(), '#' ) . '$#m',
			'/^cron: (nothing is due|due since \d+ s)$/m',
			'/^wordpress: ' . preg_quote( get_bloginfo( 'version' ), '/' ) . '$/m',
			'/^php: ' . preg_quote( PHP_VERSION, '/' ) . ' cli$/m',
			'/^database: .*\d/m',
			'/^curl: \d+\.\d+\.\d+ \w+/m',
			'/^.*IGNY8_API_URL.*WP_HTTP_BLOCK_EXTERNAL|WP_HTTP_BLOCK_EXTERNAL.*IGNY8_API_URL/m',
			'/^state: recommended\. The connection to IGNY8 needs attention\. Next in WordPress: Try again now\.$/m',
			'/^key: good\. The API key can be read\.$/m',
			'/^reachable: good\. IGNY8 can be reached\.$/m',
			'#^\S+Z POST /integration/integrations/\S+/update-structure/: 503 unavailable\..* Request ID request-1$#m',
		);
		foreach ( $told as $pattern ) {
			self::assertMatchesRegularExpression( $pattern, $text );
		}
	}

	public function test_runs_each_check_of_site_health_and_no_other(): void {
		$citizen = new Citizenship( $this->base );
		preg_match_all( '/^(\w+): (?:good|recommended|critical)\. /m', $this->diagnostics(), $found );
		self::assertSame( array_keys( $citizen->checks()->local + $citizen->checks()->remote ), $found[1] );
	}

	public function test_names_constants_that_are_set_and_none_that_only_exists(): void {
		self::assertStringNotContainsString( 'ALTERNATE_WP_CRON', $this->diagnostics() );
		define( 'ALTERNATE_WP_CRON', true );
		define( 'IGNY8_PASSWORD', '' );
		preg_match( '/^## Constants set\n(.*)$/m', $this->diagnostics(), $found );
		$names = explode( ', ', $found[1] );
		self::assertContains( 'ALTERNATE_WP_CRON', $names );
		self::assertNotContains( 'IGNY8_PASSWORD', $names );
		self::assertNotContains( 'IGNY8_BRIDGE_VERSION', $names );
	}

	public function test_holds_no_secret_wherever_one_is_planted(): void {
		define( 'WP_PROXY_HOST', 'http://proxy-user:proxy-password-in-url@proxy.example' );
		define( 'WP_PROXY_USERNAME', 'proxy-username' );
		define( 'WP_PROXY_PASSWORD', 'proxy password/1' );
		define( 'IGNY8_OLD_API_KEY', 'igny8_typed-into-wp-config' );
		// Where wp-config.php has no salts, WordPress makes them in the database.
		add_filter( 'salt', static fn( string $salt, string $scheme ): string => 'nonce' === $scheme ? 'salt-from-the-database' : $salt, 10, 2 );
		$this->connect();
		wp_update_user(
			array(
				'ID'           => 1,
				'display_name' => 'Ana Planted',
			)
		);
		$connection = $this->connection();
		$vault      = $this->base->vault();
		$secrets    = array(
			$vault->open( (string) $connection->sealed_key ),
			$vault->open( (string) $connection->sealed_secret ),
			(string) $connection->sealed_key,
			(string) $connection->sealed_secret,
			FakeBackend::EMAIL,
			'somebody.else+tag@mail.example.org',
			'Ana Planted',
			(string) $connection->site_uuid,
			'igny8_' . str_repeat( 'Ab1', 12 ) . 'xy',
			'whsec_' . base64_encode( 'of another site' ), // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode -- as a signing secret looks.
			'session-of-somebody',
			'user:url-password',
			WP_PROXY_USERNAME,
			WP_PROXY_PASSWORD,
			rawurlencode( WP_PROXY_PASSWORD ),
			IGNY8_OLD_API_KEY,
			AUTH_KEY,
			SECURE_AUTH_KEY,
			LOGGED_IN_KEY,
			NONCE_KEY,
			AUTH_SALT,
			SECURE_AUTH_SALT,
			LOGGED_IN_SALT,
			NONCE_SALT,
			wp_salt( 'auth' ),
			'salt-from-the-database',
		);
		self::assertNotContains( '', $secrets );
		// Of these only their place tells that they are secret, or that they are somebody's.
		$told   = array_diff( $secrets, array( 'Ana Planted', (string) $connection->site_uuid, 'session-of-somebody', 'user:url-password' ) );
		$told[] = 'Authorization: Bearer session-of-somebody (https://user:url-password@proxy.example/path) ' . WP_PROXY_HOST . ' .';
		// Said in each place that others fill: the address of the site, the trouble, the log, the answer of who is asked.
		add_filter( 'home_url', static fn( string $url ): string => str_replace( '//', '//user:url-password@', $url ) );
		add_filter( 'site_url', static fn( string $url ): string => str_replace( '//', '//user:url-password@', $url ) );
		$this->base->connections()->change(
			static function ( Connection $connection ) use ( $told ): void {
				$connection->trouble_detail = implode( ' ', $told );
			}
		);
		foreach ( array_chunk( $told, (int) ceil( count( $told ) / 5 ) ) as $part ) {
			$this->base->log()->error( implode( ' ', $part ) );
		}
		$this->backend->instead( 'GET /health/live', FakeBackend::json( 503, array( 'detail' => implode( ' ', $told ) ) ) );
		foreach ( array( $this->diagnostics(), $this->shown(), $this->shown( array( 'igny8-diagnostics' => 'asked' ) ) ) as $text ) {
			self::assertSame( 2, substr_count( $text, '[removed] (https://proxy.example/path) http://proxy.example .' ), 'Both were told, without what is secret.' );
			foreach ( array_merge( $secrets, array( 'proxy-password-in-url' ) ) as $secret ) {
				self::assertStringNotContainsString( $secret, $text );
			}
		}
		$this->base->disconnector()->disconnect( 1 );
		self::assertSame( State::DISCONNECTED, $this->connection()->state );
		self::assertStringNotContainsString( 'Ana Planted', $this->diagnostics() );
	}

	public function test_what_others_say_is_one_line_and_no_html(): void {
		$this->base->log()->error( "first\r\n## Checks\nkey: good. \0</textarea><script>alert(1)</script>" );
		self::assertStringContainsString( 'first ## Checks key: good. </textarea><script>', $this->shown() );
		self::assertStringNotContainsString( '<script>', $this->page() );
	}

	public function test_the_page_asks_igny8_only_when_somebody_wants_that(): void {
		$this->connect();
		$sent = count( $this->backend->sent );
		self::assertStringNotContainsString( 'reachable:', $this->shown() );
		self::assertCount( $sent, $this->backend->sent );
		$this->backend->instead( 'GET /health/live', new \WP_Error( 'http_request_failed', 'cURL error 6: Could not resolve host' ) );
		self::assertStringContainsString( 'reachable: critical. IGNY8 cannot be reached. 127.0.0.1 was not found. Next at your host: Fix DNS.', $this->shown( array( 'igny8-diagnostics' => 'asked' ) ) );
		self::assertCount( $sent + 1, $this->backend->sent );
		self::assertStringContainsString( '<details open><summary>Show diagnostics', $this->page( array( 'igny8-diagnostics' => 'asked' ) ) );
	}

	public function test_stands_between_the_log_and_the_end_of_the_connection(): void {
		$this->connect();
		self::assertMatchesRegularExpression( '/Activity log .*Copy diagnostics For support\. Keys, passwords, names and email addresses are left out\. Show diagnostics .*Disconnect site/', $this->text() );
	}

	public function test_survives_a_connection_that_is_damaged_and_secrets_that_do_not_open(): void {
		$this->connect();
		$this->base->connections()->change(
			static function ( Connection $connection ): void {
				$connection->sealed_key = 'damaged';
			}
		);
		self::assertStringContainsString( 'key: critical. The API key cannot be read. The API key cannot be read: ', $this->diagnostics() );
		$this->base->options()->write( \Igny8\Bridge\Connection\ConnectionStore::OPTION, '{"version":1' );
		self::assertStringContainsString( 'state: not_connected', $this->diagnostics() );
	}
}
