<?php
/**
 * Requests and answers.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Unit;

use Igny8\Bridge\Api\ApiException;
use Igny8\Bridge\Api\Client;
use Igny8\Bridge\Api\Endpoint;
use Igny8\Bridge\Api\HttpTransport;
use Igny8\Bridge\Api\Model\ReportedType;
use Igny8\Bridge\Api\Model\UpdateStructureRequest;
use Igny8\Bridge\Tests\Support\MemoryLog;
use Igny8\Bridge\Tests\Support\ScriptedHttp;
use Igny8\Bridge\Wp\HttpFailure;
use Igny8\Bridge\Wp\HttpResponse;
use PHPUnit\Framework\TestCase;

final class HttpTransportTest extends TestCase {

	private const KEY = 'igny8_secretsecretsecret';

	private const ME = '{"account":{"id":"1","name":"A"},"user":null,"api_key":null,"scopes":["sites:read"],"new_field":1}';

	private MemoryLog $log;

	private ScriptedHttp $http;

	protected function setUp(): void {
		$this->log = new MemoryLog();
	}

	public function test_sends_the_credential_and_who_is_calling(): void {
		$http = new ScriptedHttp( new HttpResponse( 200, array( 'x-request-id' => 'r1' ), self::ME ) );
		self::assertSame( 'A', $this->client( $http )->get_me()->account->name );
		list( $method, $url, $headers, $body ) = $http->requests[0];
		self::assertSame( array( 'GET', 'https://api.example/auth/me/', null ), array( $method, $url, $body ) );
		self::assertSame( 'Bearer ' . self::KEY, $headers['Authorization'] );
		self::assertSame( array( 'info: GET /auth/me/ 200 r1' ), $this->log->lines );
	}

	public function test_an_empty_map_is_an_object_and_a_broken_character_is_replaced(): void {
		$http = new ScriptedHttp( new HttpResponse( 500, array(), '' ) );
		$body = new UpdateStructureRequest( array(), array( '2024' => new ReportedType( "Caf\xE9/s", 3, array() ) ) );
		try {
			$this->client( $http )->update_structure( 'id', $body );
		} catch ( ApiException $exception ) {
			self::assertSame( '{"post_types":{},"taxonomies":{"2024":{"label":"Caf\ufffd/s","count":3,"statuses":{}}}}', $http->requests[0][3] );
		}
	}

	public function test_a_request_without_a_body_says_so_in_json(): void {
		$http = new ScriptedHttp( new HttpResponse( 204, array(), '' ) );
		$this->client( $http )->logout();
		self::assertSame( '{}', $http->requests[0][3] );
		self::assertSame( 'application/json', $http->requests[0][2]['Content-Type'] );
	}

	public function test_nothing_is_sent_to_an_address_that_is_not_safe(): void {
		$http = new ScriptedHttp( new HttpResponse( 200, array(), self::ME ) );
		try {
			$this->client( $http, 'http://api.example' )->get_me();
			self::fail( 'It was sent.' );
		} catch ( ApiException $exception ) {
			self::assertSame( ApiException::NOT_HTTPS, $exception->reason() );
			self::assertSame( array(), $http->requests );
		}
	}

	public function test_a_problem_becomes_an_exception_with_its_code_and_request_id(): void {
		$problem = '{"type":"/p","title":"T","status":429,"detail":"Too many.","instance":"/","code":"a_code_of_tomorrow","request_id":"r2"}';
		$error   = $this->error( new HttpResponse( 429, array( 'retry-after' => '17' ), $problem ) );
		self::assertSame( array( 'a_code_of_tomorrow', 429, 'r2', 17, 'Too many.' ), array( $error->reason(), $error->status(), $error->request_id(), $error->retry_after(), $error->getMessage() ) );
		self::assertSame( array( 'error: GET /auth/me/ a_code_of_tomorrow r2' ), $this->log->lines );
	}

	public function test_understands_a_retry_after_that_is_a_date(): void {
		$error = $this->error( new HttpResponse( 503, array( 'retry-after' => gmdate( 'D, d M Y H:i:s', time() + 100 ) . ' GMT' ), 'busy' ) );
		self::assertEqualsWithDelta( 100, $error->retry_after(), 2 );
	}

	public function test_a_date_to_wait_for_is_one_of_the_clock_of_who_answered(): void {
		$headers = array(
			'date'        => 'Sun, 22 Nov 2026 10:00:00 GMT',
			'retry-after' => 'Sun, 22 Nov 2026 10:05:00 GMT',
		);
		self::assertSame( 300, $this->error( new HttpResponse( 503, $headers, 'busy' ) )->retry_after() );
	}

	public function test_a_413_that_is_not_igny8s_says_how_many_bytes_were_too_many(): void {
		$error = $this->push_error( 30, new HttpResponse( 413, array( 'content-type' => 'text/html' ), '<h1>Too large</h1>' ) );
		self::assertSame( array( ApiException::BODY_CUT, 413 ), array( $error->reason(), $error->status() ) );
		self::assertStringStartsWith( strlen( (string) $this->http->requests[0][3] ) . ' bytes are too many', $error->getMessage() );
	}

	/**
	 * @dataProvider cut_connections
	 */
	public function test_a_connection_that_is_cut_under_a_large_body_is_put_down_to_its_size_only_if_a_small_request_is_answered( int $labels, object $probe, string $reason, int $requests ): void {
		$error = $this->push_error( $labels, new HttpFailure( 'cURL error 56: Recv failure: Connection reset by peer', false ), $probe );
		self::assertSame( array( $reason, $requests ), array( $error->reason(), count( $this->http->requests ) ) );
		if ( 2 === $requests ) {
			self::assertSame( array( 'GET', 'https://api.example/health/live', array( 'Accept' => 'application/json' ), null ), $this->http->requests[1], 'Without the credential.' );
		}
	}

	/**
	 * @return array<string, array{int, object, string, int}>
	 */
	public function cut_connections(): array {
		return array(
			'large, small answered'        => array( 1000, new HttpResponse( 200, array(), '{"status":"ok"}' ), ApiException::BODY_CUT, 2 ),
			'large, small cut too'         => array( 1000, new HttpFailure( 'cURL error 7: Failed to connect', false ), ApiException::NO_ANSWER, 2 ),
			'large, small answered by two' => array( 1000, new HttpResponse( 200, array(), '<h1>Hello</h1>' ), ApiException::NO_ANSWER, 2 ),
			'small'                        => array( 10, new HttpResponse( 200, array(), '{"status":"ok"}' ), ApiException::NO_ANSWER, 1 ),
		);
	}

	/**
	 * @dataProvider foreign_answers
	 */
	public function test_knows_an_answer_that_is_not_igny8s( int $status, string $body ): void {
		$error = $this->error( new HttpResponse( $status, array( 'content-type' => 'text/html' ), $body ) );
		self::assertSame( ApiException::NOT_IGNY8, $error->reason() );
		self::assertStringNotContainsString( 'Welcome', $error->getMessage(), 'What a stranger says is not repeated.' );
	}

	public function test_tells_the_status_of_a_json_error_that_is_not_igny8s(): void {
		self::assertSame( 404, $this->error( new HttpResponse( 404, array(), '{"code":"rest_no_route"}' ) )->status() );
	}

	/**
	 * @return array<string, array{int, string}>
	 */
	public function foreign_answers(): array {
		return array(
			'a page with status 200'       => array( 200, '<h1>Welcome</h1>' ),
			'a redirect'                   => array( 301, '' ),
			'a firewall'                   => array( 403, '<h1>Welcome</h1>' ),
			'JSON of somebody else'        => array( 404, '{"error":"Welcome"}' ),
			'an answer of another shape'   => array( 200, '{"hello":1}' ),
			'a problem of another shape'   => array( 400, '{"code":"x"}' ),
			'an error of WordPress'        => array( 404, '{"code":"rest_no_route","message":"Welcome","data":{"status":404}}' ),
			'an answer that was cut short' => array( 200, '{"account":{"id"' ),
		);
	}

	/**
	 * @dataProvider failures
	 */
	public function test_names_why_nobody_answered( string $message, bool $is_blocked, string $reason ): void {
		self::assertSame( $reason, $this->error( new HttpFailure( $message, $is_blocked ) )->reason() );
	}

	/**
	 * @return array<int, array{string, bool, string}>
	 */
	public function failures(): array {
		return array(
			array( 'cURL error 6: Could not resolve host: api.example', false, ApiException::HOST_NOT_FOUND ),
			array( 'cURL error 7: Failed to connect to api.example port 443', false, ApiException::NO_ANSWER ),
			array( 'cURL error 28: Operation timed out after 10001 milliseconds', false, ApiException::TIMED_OUT ),
			array( 'cURL error 60: SSL certificate problem: certificate has expired', false, ApiException::TLS_FAILED ),
			array( 'cURL error 60: SSL certificate problem: certificate is not yet valid', false, ApiException::CLOCK_BEHIND ),
			array( 'cURL error 5: Could not resolve proxy: proxy.example', false, ApiException::PROXY_NOT_FOUND ),
			array( 'cURL error 35: OpenSSL SSL_connect: SSL_ERROR_SYSCALL', false, ApiException::TLS_FAILED ),
			array( 'User has blocked requests through HTTP.', true, ApiException::BLOCKED ),
			array( 'stream_socket_client(): Unable to connect to ssl://api.example:443 (Connection refused)', false, ApiException::NO_ANSWER ),
			array( 'stream_socket_client(): Unable to connect to ssl://api.example:443 (Connection timed out)', false, ApiException::TIMED_OUT ),
			array( 'There are no HTTP transports available.', false, ApiException::NO_ANSWER ),
			array( 'stream_socket_client(): php_network_getaddresses: getaddrinfo for api.example failed: Name or service not known', false, ApiException::HOST_NOT_FOUND ),
			array( 'stream_socket_client(): SSL operation failed with code 1. error:0A000086:SSL routines::certificate verify failed', false, ApiException::TLS_FAILED ),
			array( 'cURL error 56: Received HTTP code 407 from proxy after CONNECT', false, ApiException::NOT_IGNY8 ),
		);
	}

	public function test_no_secret_reaches_the_log(): void {
		$this->error( new HttpFailure( 'cURL error 7', false ) );
		$this->error( new HttpResponse( 200, array(), 'x' ) );
		self::assertStringNotContainsString( self::KEY, implode( $this->log->lines ) );
	}

	private function error( object $answer ): ApiException {
		try {
			$this->client( new ScriptedHttp( $answer ) )->get_me();
		} catch ( ApiException $exception ) {
			return $exception;
		}
		self::fail( 'There was no error.' );
	}

	private function push_error( int $labels, object ...$answers ): ApiException {
		$this->http = new ScriptedHttp( ...$answers );
		$types      = array();
		for ( $type = 0; $type < $labels; $type++ ) {
			$types[ "type$type" ] = new ReportedType( 'A label', $type, array() );
		}
		try {
			$this->client( $this->http )->update_structure( 'id', new UpdateStructureRequest( $types, array() ) );
		} catch ( ApiException $exception ) {
			return $exception;
		}
		self::fail( 'There was no error.' );
	}

	private function client( ScriptedHttp $http, string $address = 'https://api.example' ): Client {
		return new Client( new HttpTransport( new Endpoint( $address ), $http, $this->log, array( 'Authorization' => 'Bearer ' . self::KEY ) ) );
	}
}
