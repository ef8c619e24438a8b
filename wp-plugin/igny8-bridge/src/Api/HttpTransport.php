<?php
/**
 * Sends the client's requests over HTTP.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Api;

use Igny8\Bridge\Api\Model\Problem;
use Igny8\Bridge\Log\Log;
use Igny8\Bridge\Wp\Http;
use Igny8\Bridge\Wp\HttpFailure;
use Igny8\Bridge\Wp\HttpResponse;
use JsonSerializable;

// phpcs:disable WordPress.Security.EscapeOutput.ExceptionNotEscaped -- an exception is no output; whoever shows its message escapes it.

/**
 * Adds the address, the credential and who is calling, decodes the answer, and leaves a line in the activity log.
 */
final class HttpTransport implements Transport {

	/** No limit on the way is smaller than this: that a connection was cut then has another cause. */
	private const SURELY_PASSES = 16 * 1024;

	/** Only a failure as quick as this is looked into: both requests together must end before the lock's lease does. */
	private const QUICK_MILLISECONDS = 4000;

	/**
	 * Where IGNY8 is.
	 *
	 * @var Endpoint
	 */
	private Endpoint $endpoint;

	/**
	 * Sends.
	 *
	 * @var Http
	 */
	private Http $http;

	/**
	 * Keeps a line of every request.
	 *
	 * @var Log
	 */
	private Log $log;

	/**
	 * Headers of every request: the credential and who is calling.
	 *
	 * @var array<string, string>
	 */
	private array $headers;

	/**
	 * Puts the parts together.
	 *
	 * @param Endpoint              $endpoint Where IGNY8 is.
	 * @param Http                  $http     Sends.
	 * @param Log                   $log      Keeps a line of every request.
	 * @param array<string, string> $headers  Headers of every request.
	 */
	public function __construct( Endpoint $endpoint, Http $http, Log $log, array $headers ) {
		$this->endpoint = $endpoint;
		$this->http     = $http;
		$this->log      = $log;
		$this->headers  = $headers;
	}

	/**
	 * Sends a request.
	 *
	 * @param string                $method  GET, POST, PATCH or DELETE.
	 * @param string                $path    The path, such as `/auth/me/`.
	 * @param array<string, mixed>  $query   What goes behind the question mark, by name.
	 * @param array<string, mixed>  $headers Further headers, by name.
	 * @param JsonSerializable|null $body    What to send as JSON.
	 * @return array<array-key, mixed> The decoded answer; empty when it has no body.
	 * @throws ApiException When there is no answer, or it is an error.
	 */
	public function send( string $method, string $path, array $query, array $headers, ?JsonSerializable $body ): array {
		if ( ! $this->endpoint->is_safe() ) {
			throw new ApiException( ApiException::NOT_HTTPS, sprintf( 'The address of IGNY8 (%s) does not begin with https://.', $this->endpoint->host() ) );
		}
		$headers = array_filter( $headers, 'is_string' ) + $this->headers + array( 'Accept' => 'application/json' );
		$text    = null;
		if ( 'GET' !== $method ) {
			// Without a body cURL would call the request a form; an empty object says that there is nothing in it.
			$headers['Content-Type'] = 'application/json';
			// Labels come from other plugins: a broken character must not cost the whole message.
			$text = null === $body ? '{}' : (string) json_encode( $body, JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE );
		}

		$since = microtime( true );
		try {
			$response = $this->http->request( $method, $this->endpoint->url( $path, $query ), $headers, $text );
			$answer   = $this->decode( $response, strlen( (string) $text ) );
			$this->log->exchange( $method, $path, $response->status, self::since( $since ), $response->headers['x-request-id'] ?? null );
			return $answer;
		} catch ( HttpFailure $failure ) {
			$error = $this->unheard( $failure, strlen( (string) $text ), self::since( $since ) );
		} catch ( ApiException $exception ) {
			$error = $exception;
		}
		$this->log->failed_exchange( $method, $path, $error, self::since( $since ) );
		throw $error;
	}

	/**
	 * Reads an answer.
	 *
	 * @param HttpResponse $response The answer.
	 * @param int          $sent     How many bytes the body of the request had.
	 * @return array<array-key, mixed>
	 * @throws ApiException When it is an error or not IGNY8's.
	 */
	private function decode( HttpResponse $response, int $sent ): array {
		$data = json_decode( $response->body, true );
		if ( $response->status >= 200 && $response->status < 300 && ( is_array( $data ) || '' === $response->body ) ) {
			return is_array( $data ) ? $data : array();
		}
		$retry_after = $this->retry_after( $response );
		$problem     = $response->status >= 400 && is_array( $data ) ? self::problem( $data ) : null;
		if ( null !== $problem ) {
			throw ApiException::from_problem( $problem, $retry_after );
		}
		$who = sprintf( 'Something other than IGNY8 answered (status %d, %s).', $response->status, $response->headers['content-type'] ?? 'no content type' );
		if ( 413 === $response->status ) {
			throw new ApiException( ApiException::BODY_CUT, "$sent bytes are too many on the way. $who", 413, null, $retry_after );
		}
		throw new ApiException( ApiException::NOT_IGNY8, $who, $response->status, null, $retry_after );
	}

	/**
	 * What IGNY8 says of an error; null when it is somebody else's, WordPress's own for example.
	 *
	 * @param array<array-key, mixed> $data The decoded answer.
	 */
	private static function problem( array $data ): ?Problem {
		try {
			return Problem::from_array( $data );
		} catch ( MalformedAnswer $malformed ) {
			return null;
		}
	}

	/**
	 * How many seconds to wait, from a Retry-After header in either of its forms (RFC 9110). A date is one of the clock of
	 * whoever answered, which need not be that of this server.
	 *
	 * @param HttpResponse $response The answer.
	 */
	private function retry_after( HttpResponse $response ): ?int {
		$value = $response->headers['retry-after'] ?? '';
		if ( ctype_digit( $value ) ) {
			return (int) $value;
		}
		$at  = '' === $value ? false : strtotime( $value );
		$now = strtotime( $response->headers['date'] ?? '' );
		return false === $at ? null : max( 0, $at - ( false === $now ? time() : $now ) );
	}

	/**
	 * Names why nobody answered. cURL says it in words that begin with "cURL error {number}"; where PHP has no cURL, PHP
	 * itself says it.
	 *
	 * @param HttpFailure $failure  What WordPress or cURL said.
	 * @param int         $sent     How many bytes the body of the request had.
	 * @param int         $duration How long it took, in milliseconds.
	 */
	private function unheard( HttpFailure $failure, int $sent, int $duration ): ApiException {
		// In the words of PHP "ssl://" begins the address of whoever does not answer, whatever the cause.
		$reasons = array(
			'/certificate is not yet valid/i'           => ApiException::CLOCK_BEHIND,
			'/cURL error 5:|resolve proxy/i'            => ApiException::PROXY_NOT_FOUND,
			'/cURL error 6:|resolve host|getaddrinfo/i' => ApiException::HOST_NOT_FOUND,
			'/cURL error (35|51|53|58|59|60|77|80|83|90|91):|SSL(?!:\/\/)|certificate/i' => ApiException::TLS_FAILED,
			'/cURL error 28:|timed out/i'               => ApiException::TIMED_OUT,
			'/from proxy after CONNECT/i'               => ApiException::NOT_IGNY8,
		);
		$reason  = $failure->is_blocked ? ApiException::BLOCKED : ApiException::NO_ANSWER;
		foreach ( $failure->is_blocked ? array() : $reasons as $pattern => $candidate ) {
			if ( 1 === preg_match( $pattern, $failure->getMessage() ) ) {
				$reason = $candidate;
				break;
			}
		}
		if ( ApiException::NO_ANSWER === $reason && $sent > self::SURELY_PASSES && $duration < self::QUICK_MILLISECONDS && $this->is_small_answered() ) {
			return new ApiException( ApiException::BODY_CUT, "$sent bytes are too many on the way, a small request is answered. {$failure->getMessage()}" );
		}
		return new ApiException( $reason, $failure->getMessage() );
	}

	/**
	 * Whether IGNY8 answers a request that has no body.
	 */
	private function is_small_answered(): bool {
		try {
			$response = $this->http->request( 'GET', $this->endpoint->url( '/health/live', array() ), array( 'Accept' => 'application/json' ), null );
			return 200 === $response->status && is_array( json_decode( $response->body, true ) );
		} catch ( HttpFailure $failure ) {
			return false;
		}
	}

	/**
	 * Milliseconds since then.
	 *
	 * @param float $start Seconds, as microtime() gives them.
	 */
	private static function since( float $start ): int {
		return (int) round( ( microtime( true ) - $start ) * 1000 );
	}
}
