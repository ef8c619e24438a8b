<?php
/**
 * `wp igny8`, run by a real `wp`.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Igny8\Bridge\Connection\ConnectionStore;
use Igny8\Bridge\Foundation;
use Igny8\Bridge\Sync\Schedule;
use Igny8\Bridge\Tests\Support\FakeBackend;
use PHPUnit\Framework\TestCase;

/**
 * Each command is a process of its own, so what it changes is not taken back by a transaction: the plugin is set up afresh
 * around each test.
 */
final class CliTest extends TestCase {

	private const PUSH = 'POST /integration/integrations/{id}/update-structure/';

	private const SECRETS = array( FakeBackend::PASSWORD, FakeBackend::KEY, 'igny8_site1key', 'whsec_1', 'session_token' );

	private Foundation $base;

	/**
	 * What IGNY8 knows by now.
	 *
	 * @var array<string, mixed>
	 */
	private array $backend = array();

	protected function setUp(): void {
		wp_cache_flush();
		$this->base = new Foundation();
		$this->set_up_afresh();
	}

	protected function tearDown(): void {
		$this->set_up_afresh();
	}

	private function set_up_afresh(): void {
		$this->base->uninstall();
		igny8_bridge()->activate();
	}

	/**
	 * Runs `wp igny8`.
	 *
	 * @param array<int, string>    $arguments What follows.
	 * @param string                $input     Standard input.
	 * @param array<string, string> $env       More of the environment.
	 * @return array{0: int, 1: string, 2: string} Exit code, standard output, standard error.
	 */
	private function wp( array $arguments, string $input = '', array $env = array() ): array {
		$tests   = dirname( __DIR__ );
		$command = array_merge(
			array( PHP_BINARY, '-d', 'display_errors=stderr', '-d', 'memory_limit=512M', dirname( $tests ) . '/vendor/wp-cli/wp-cli/php/boot-fs.php', '--allow-root', '--no-color', '--path=' . getenv( 'IGNY8_TEST_CORE' ), '--url=' . home_url(), "--require=$tests/Support/cli-backend.php", 'igny8' ),
			$arguments
		);
		$env    += array(
			'WP_CONFIG_PATH'     => getenv( 'IGNY8_TEST_WORDPRESS' ) . '/wp-config.php',
			'IGNY8_TEST_BACKEND' => (string) wp_json_encode( $this->backend ),
		) + getenv();
		$files   = array( tmpfile(), tmpfile(), tmpfile() );
		fwrite( $files[0], $input );
		rewind( $files[0] );
		$process = proc_open( $command, $files, $pipes, null, $env );
		$code    = proc_close( $process );
		$output  = array();
		foreach ( array( 1, 2 ) as $stream ) {
			rewind( $files[ $stream ] );
			$output[ $stream ] = (string) stream_get_contents( $files[ $stream ] );
			foreach ( self::SECRETS as $secret ) {
				self::assertStringNotContainsString( $secret, $output[ $stream ], 'No secret is printed.' );
			}
		}
		return array( $code, $output[1], $output[2] );
	}

	/**
	 * Runs it with `--format=json`.
	 *
	 * @param array<int, string>    $arguments What follows.
	 * @param int                   $code      The exit code to expect.
	 * @param string                $input     Standard input.
	 * @param array<string, string> $env       More of the environment.
	 * @return array<array-key, mixed> The document.
	 */
	private function json( array $arguments, int $code = 0, string $input = '', array $env = array() ): array {
		list( $status, $output, $errors ) = $this->wp( array_merge( $arguments, array( '--format=json' ) ), $input, $env );
		self::assertSame( $code, $status, $output . $errors );
		$document = json_decode( $output, true );
		self::assertIsArray( $document, "One JSON document and nothing else: $output$errors" );
		return $document;
	}

	/**
	 * What wp-config.php says beside the usual.
	 *
	 * @param array<string, string> $constants Constants.
	 * @param string|null           $salt      The security keys, if they are others.
	 * @return array<string, string> As environment.
	 */
	private static function configured( array $constants, ?string $salt = null ): array {
		return array(
			'IGNY8_TEST_CONSTANTS' => (string) wp_json_encode( $constants ),
			'IGNY8_TEST_SALT'      => (string) $salt,
		);
	}

	private function connect(): void {
		$this->json( array( 'connect', '--email=' . FakeBackend::EMAIL, '--stdin', '--user=admin' ), 0, FakeBackend::PASSWORD . "\n" . FakeBackend::KEY . "\n" );
		$this->backend += array(
			'has_integration' => true,
			'site_keys'       => array( 'igny8_site1key' ),
		);
	}

	public function test_connects_from_nothing_to_ready_with_secrets_on_standard_input(): void {
		self::assertSame( 'not_connected', $this->json( array( 'status' ) )['state'] );
		$document = $this->json( array( 'connect', '--email=' . FakeBackend::EMAIL, '--stdin', '--user=admin' ), 0, FakeBackend::PASSWORD . "\r\n" . FakeBackend::KEY . "\r\n" );
		self::assertSame(
			array(
				'state'      => 'ready',
				'status'     => 'Connected & Ready',
				'post_types' => 2,
				'taxonomies' => 2,
			),
			$document
		);
		$status = $this->json( array( 'status' ) );
		self::assertSame( array( 'ready', true, false, FakeBackend::EMAIL, 'igny8_site1ke...', 1 ), array( $status['state'], $status['sync'], $status['two_way'], $status['email'], $status['key'], $status['connected_by'] ) );
		self::assertNotNull( $status['next_daily'] );
	}

	public function test_connects_with_secrets_from_the_environment(): void {
		list( $code, $output ) = $this->wp(
			array( 'connect', '--email=' . FakeBackend::EMAIL, '--user=admin' ),
			'',
			array(
				'IGNY8_PASSWORD' => FakeBackend::PASSWORD,
				'IGNY8_API_KEY'  => FakeBackend::KEY,
			)
		);
		self::assertSame( array( 0, "Success: Connected & Ready\n" ), array( $code, $output ) );
	}

	public function test_the_key_of_wp_config_wins_and_of_a_changed_one_a_connected_site_takes_no_notice(): void {
		$connect = array( 'connect', '--email=' . FakeBackend::EMAIL, '--stdin', '--user=admin' );
		$this->json( $connect, 0, FakeBackend::PASSWORD . "\nigny8_of_another_account\n", self::configured( array( 'IGNY8_API_KEY' => ' ' . FakeBackend::KEY . "\n" ) ) );
		$this->backend = array(
			'has_integration' => true,
			'site_keys'       => array( 'igny8_site1key' ),
		);
		$other         = self::configured( array( 'IGNY8_API_KEY' => 'igny8_of_another_account' ) );
		self::assertSame( 2, $this->json( array( 'push' ), 0, '', $other )['post_types'], 'The site has a key of its own.' );
		$error = $this->json( $connect, 1, FakeBackend::PASSWORD . "\n" . FakeBackend::KEY . "\n", $other )['error'];
		self::assertSame( array( 'wrong_key', 'ready' ), array( $error['code'], $error['state'] ) );
		$this->json( $connect, 0, FakeBackend::PASSWORD . "\n" );
	}

	public function test_with_an_encryption_key_the_connection_survives_new_security_keys_and_with_another_one_it_does_not(): void {
		$key = array( 'IGNY8_ENCRYPTION_KEY' => 'long and random' );
		$this->json( array( 'connect', '--email=' . FakeBackend::EMAIL, '--stdin', '--user=admin' ), 0, FakeBackend::PASSWORD . "\n" . FakeBackend::KEY . "\n", self::configured( $key ) );
		$this->backend = array(
			'has_integration' => true,
			'site_keys'       => array( 'igny8_site1key' ),
		);
		self::assertSame( 2, $this->json( array( 'push' ), 0, '', self::configured( $key, 'new security keys' ) )['post_types'] );
		$error = $this->json( array( 'push' ), 1, '', self::configured( array( 'IGNY8_ENCRYPTION_KEY' => 'another' ) ) )['error'];
		self::assertSame( array( 'needs_reconnect', null ), array( $error['state'], $error['request_id'] ) );
		self::assertSame( array(), array_filter( array_column( $this->json( array( 'log', '--level=error' ) ), 'request_id' ) ), 'Nothing was sent.' );
	}

	public function test_asks_at_a_terminal_and_shows_nothing_of_the_answer(): void {
		$wp      = implode( ' ', array_map( 'escapeshellarg', array( PHP_BINARY, dirname( __DIR__, 2 ) . '/vendor/wp-cli/wp-cli/php/boot-fs.php', '--allow-root', '--path=' . getenv( 'IGNY8_TEST_CORE' ), '--url=' . home_url(), '--require=' . dirname( __DIR__ ) . '/Support/cli-backend.php', 'igny8', 'connect', '--email=' . FakeBackend::EMAIL, '--user=admin', '--format=json' ) ) );
		$env     = array(
			'WP_CONFIG_PATH'     => getenv( 'IGNY8_TEST_WORDPRESS' ) . '/wp-config.php',
			'IGNY8_TEST_BACKEND' => '{}',
		) + getenv();
		$process = proc_open( array( 'script', '-qec', $wp, '/dev/null' ), array( array( 'pipe', 'r' ), array( 'pipe', 'w' ) ), $pipes, null, $env );
		$output  = '';
		foreach ( array(
			'Password: ' => FakeBackend::PASSWORD,
			'API Key: '  => FakeBackend::KEY,
		) as $question => $reply ) {
			while ( false === strpos( $output, $question ) && ! feof( $pipes[1] ) ) {
				$output .= fread( $pipes[1], 1 );
			}
			// The question stands there a moment before the terminal is silent.
			usleep( 500000 );
			fwrite( $pipes[0], $reply . "\n" );
		}
		$output .= stream_get_contents( $pipes[1] );
		self::assertSame( 0, proc_close( $process ), $output );
		self::assertStringContainsString( '"state":"ready"', $output );
		foreach ( self::SECRETS as $secret ) {
			self::assertStringNotContainsString( $secret, $output );
		}
	}

	public function test_says_why_it_does_not_connect(): void {
		$connect = array( 'connect', '--email=' . FakeBackend::EMAIL, '--stdin' );
		$right   = FakeBackend::PASSWORD . "\n" . FakeBackend::KEY . "\n";
		self::assertSame( 'no_user', $this->json( $connect, 1, $right )['error']['code'] );
		$connect[] = '--user=admin';
		self::assertSame( 'no_password', $this->json( $connect, 1 )['error']['code'] );
		$error = $this->json( $connect, 1, "wrong\n" . FakeBackend::KEY . "\n" )['error'];
		self::assertSame( array( 'wrong_credentials', 'Failed to connect. Email or password is wrong.', 'not_connected', 'request-1' ), array( $error['code'], $error['message'], $error['state'], $error['request_id'] ) );
		$this->backend['home_url'] = null;
		self::assertSame( 'unknown_site', $this->json( $connect, 1, $right )['error']['code'] );
		list( $code, $output, $errors ) = $this->wp( $connect, $right );
		self::assertSame( array( 1, '' ), array( $code, $output ) );
		self::assertStringContainsString( 'Error: Site not found. Your account has no', $errors );
	}

	public function test_an_editor_may_not_connect(): void {
		$editor = wp_create_user( 'cli-editor', wp_generate_password(), 'cli-editor@example.com' );
		( new \WP_User( $editor ) )->set_role( 'editor' );
		try {
			$document = $this->json( array( 'connect', '--email=' . FakeBackend::EMAIL, '--stdin', '--user=cli-editor' ), 1, "a\nb\n" );
			self::assertSame( 'not_allowed', $document['error']['code'] );
		} finally {
			require_once ABSPATH . 'wp-admin/includes/user.php';
			wp_delete_user( $editor );
		}
	}

	public function test_collects_without_sending(): void {
		$document = $this->json( array( 'collect', '--dry-run' ) );
		self::assertSame( array( 'post', 'page' ), array_keys( $document['post_types'] ) );
		self::assertSame( array( 'category', 'post_tag' ), array_keys( $document['taxonomies'] ) );
		self::assertSame( array( 'Posts', 1, false ), array( $document['post_types']['post']['label'], $document['post_types']['post']['statuses']['publish'], $document['sent'] ) );
		self::assertSame( array(), $this->json( array( 'log' ) ) );
		self::assertStringContainsString( 'Categories', $this->wp( array( 'collect', '--dry-run' ) )[1] );
	}

	public function test_a_database_that_does_not_count_is_told_as_any_other_failure(): void {
		global $wpdb;
		$this->connect();
		$this->backend['lost_table'] = $wpdb->term_taxonomy;
		foreach ( array( array( 'collect', '--dry-run' ), array( 'collect' ) ) as $command ) {
			$error = $this->json( $command, 1 )['error'];
			self::assertSame( 'not_counted', $error['code'] );
			self::assertStringStartsWith( 'The content could not be counted: ', $error['message'] );
		}
		self::assertSame( 'failed', $this->json( array( 'push' ), 1 )['error']['code'] );
	}

	public function test_a_database_that_cannot_be_written_is_told_as_any_other_failure(): void {
		global $wpdb;
		$wpdb->delete( $wpdb->options, array( 'option_name' => ConnectionStore::OPTION ) );
		$this->backend['read_only'] = true;
		self::assertSame( array( 'not_connected', null ), array( $this->json( array( 'status' ) )['state'], $this->json( array( 'status' ) )['site_uuid'] ) );
		self::assertContains( 'state', array_column( $this->json( array( 'doctor' ) ), 'name' ) );
		$refused = array(
			'code'    => 'database_refused',
			'message' => 'The database does not take changes. Next at your host: Let it be written.',
		);
		$connect = array( 'connect', '--email=' . FakeBackend::EMAIL, '--stdin', '--user=admin' );
		self::assertSame( $refused, $this->json( $connect, 1, FakeBackend::PASSWORD . "\n" . FakeBackend::KEY . "\n" )['error'] );
		unset( $this->backend['read_only'] );
		$this->connect();
		$this->backend['read_only'] = true;
		self::assertSame( 'ready', $this->json( array( 'status' ) )['state'] );
		self::assertSame( $refused, $this->json( array( 'push' ), 1 )['error'] );
		self::assertSame( $refused, $this->json( array( 'collect' ), 1 )['error'] );
		list( $code, , $errors ) = $this->wp( array( 'push' ) );
		self::assertSame( 1, $code );
		self::assertStringContainsString( "Error: {$refused['message']}\n", $errors );
		self::assertTrue( $this->base->lock()->acquire() );
		self::assertSame( $refused, $this->json( array( 'unlock' ), 1 )['error'] );
	}

	public function test_pushes_and_shows_the_log(): void {
		self::assertSame( 'not_connected', $this->json( array( 'push' ), 1 )['error']['code'] );
		$this->connect();
		self::assertSame( 'accepted', $this->json( array( 'push' ) )['outcome'] );
		self::assertTrue( $this->json( array( 'collect' ) )['sent'] );
		$this->backend['fail'] = array( array( self::PUSH, 503, 'unavailable' ) );
		$error                 = $this->json( array( 'push' ), 1 )['error'];
		self::assertSame( array( 'failed', 'degraded', 'request-1' ), array( $error['code'], $error['state'], $error['request_id'] ) );
		self::assertStringStartsWith( 'Connected, delayed.', $error['message'] );
		$errors = $this->json( array( 'log', '--level=error' ) );
		self::assertCount( 1, $errors );
		self::assertSame( array( 'error', 'request-1' ), array( $errors[0]['level'], $errors[0]['request_id'] ) );
		self::assertCount( 2, $this->json( array( 'log', '--limit=2' ) ) );
		self::assertSame( array(), $this->json( array( 'log', '--request-id=%' ) ) );
		self::assertSame( "Nothing matches.\n", $this->wp( array( 'log', '--request-id=none' ) )[1] );
	}

	public function test_unlocks_what_a_stopped_process_left_locked(): void {
		$this->connect();
		self::assertSame( array( 'was_locked' => false ), $this->json( array( 'unlock' ) ) );
		$holder = $this->base->lock();
		self::assertTrue( $holder->acquire() );
		self::assertSame( 'busy', $this->json( array( 'push' ), 1 )['error']['code'] );
		self::assertTrue( $holder->renew() );
		self::assertSame( array( 'was_locked' => true ), $this->json( array( 'unlock' ) ) );
		self::assertFalse( $holder->renew(), 'Who held it notices.' );
		self::assertSame( 'accepted', $this->json( array( 'push' ) )['outcome'] );
	}

	public function test_the_doctor_notices_a_log_that_got_lost_and_activating_makes_it_again(): void {
		global $wpdb;
		$wpdb->query( "DROP TABLE {$wpdb->prefix}igny8_log" );
		$check = function (): array {
			$findings = $this->json( array( 'doctor' ) );
			return $findings[ array_search( 'log', array_column( $findings, 'name' ), true ) ];
		};
		self::assertSame( array( 'recommended', 'Next in WordPress: Deactivate IGNY8 Bridge and activate it again.' ), array( $check()['status'], $check()['remedy'] ) );
		igny8_bridge()->activate();
		self::assertSame( 'good', $check()['status'] );
	}

	public function test_the_doctor_prints_what_support_needs(): void {
		$this->connect();
		list( $code, $text ) = $this->wp( array( 'doctor', '--diagnostics' ) );
		self::assertSame( 0, $code );
		self::assertMatchesRegularExpression( '/^## IGNY8 Bridge, .*^state: ready$.*^php: \S+ cli$.*^reachable: good\. /ms', $text );
		$this->backend['fail'] = array( array( 'GET /health/live', 503, 'unavailable' ) );
		$document              = $this->json( array( 'doctor', '--diagnostics' ), 1 );
		self::assertSame( array( 'diagnostics' ), array_keys( $document ) );
		self::assertStringContainsString( 'reachable: critical. IGNY8 cannot be reached.', $document['diagnostics'] );
	}

	public function test_the_doctor_finds_what_is_wrong(): void {
		$this->connect();
		$healthy = $this->json( array( 'doctor' ) );
		self::assertSame( array( 'name', 'status', 'label', 'description', 'remedy' ), array_keys( $healthy[0] ) );
		self::assertSame( array( 'state', 'key', 'schedule', 'log', 'https', 'clock', 'extensions', 'reachable' ), array_column( $healthy, 'name' ) );
		self::assertSame( array( 'good' ), array_values( array_unique( array_column( $healthy, 'status' ) ) ), (string) wp_json_encode( $healthy ) );

		wp_cache_flush();
		wp_clear_scheduled_hook( Schedule::DAILY );
		$statuses = array_column( $this->json( array( 'doctor' ) ), 'status', 'name' );
		self::assertSame( 'recommended', $statuses['schedule'] );

		$this->backend['fail'] = array( array( 'GET /health/live', 503, 'unavailable' ) );
		self::assertSame( 'critical', array_column( $this->json( array( 'doctor' ), 1 ), 'status', 'name' )['reachable'] );
	}
}
