<?php
/**
 * HTTP requests through WordPress.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Wp;

defined( 'ABSPATH' ) || exit;

// phpcs:disable WordPress.Security.EscapeOutput.ExceptionNotEscaped -- an exception is no output; whoever shows its message escapes it.

/**
 * Sends with wp_remote_request(), so that the site's proxy settings and blocking rules hold.
 */
final class WpHttp implements Http {

	private const TIMEOUT_SECONDS = 10;
	private const MAX_ANSWER      = 4 * MB_IN_BYTES;

	/**
	 * How the plugin names itself.
	 *
	 * @var string
	 */
	private string $user_agent;

	/**
	 * When the request that is under way has taken long enough, as microtime() tells it.
	 *
	 * @var float
	 */
	private float $give_up_at = 0.0;

	/**
	 * Names the plugin to the other side.
	 *
	 * @param string $user_agent Such as `IGNY8-Bridge/0.1.0`.
	 */
	public function __construct( string $user_agent ) {
		$this->user_agent = $user_agent;
	}

	/**
	 * Sends a request and waits for the answer.
	 *
	 * @param string                $method  GET, POST, PATCH or DELETE.
	 * @param string                $url     The address.
	 * @param array<string, string> $headers The headers, by name.
	 * @param string|null           $body    The body, if any.
	 * @throws HttpFailure When there is no answer.
	 */
	public function request( string $method, string $url, array $headers, ?string $body ): HttpResponse {
		// Some plugins switch certificate checks off for the whole site; a key must never travel that way.
		add_filter( 'https_ssl_verify', array( $this, 'check_certificates' ), PHP_INT_MAX );
		add_action( 'requests-requests.before_request', array( $this, 'begin' ), PHP_INT_MAX, 5 );
		add_action( 'requests-request.progress', array( $this, 'go_on' ), 10, 0 );
		try {
			$answer = wp_remote_request(
				$url,
				array(
					'method'              => $method,
					'headers'             => $headers,
					'body'                => (string) $body,
					'timeout'             => self::TIMEOUT_SECONDS,
					'redirection'         => 0,
					'sslverify'           => true,
					'limit_response_size' => self::MAX_ANSWER,
					'user-agent'          => $this->user_agent,
				)
			);
		} finally {
			remove_filter( 'https_ssl_verify', array( $this, 'check_certificates' ), PHP_INT_MAX );
			remove_action( 'requests-requests.before_request', array( $this, 'begin' ), PHP_INT_MAX );
			remove_action( 'requests-request.progress', array( $this, 'go_on' ) );
		}
		if ( is_wp_error( $answer ) ) {
			throw new HttpFailure( $answer->get_error_message(), 'http_request_not_executed' === $answer->get_error_code() );
		}
		$headers = array();
		foreach ( wp_remote_retrieve_headers( $answer ) as $name => $value ) {
			// Of a header that was sent twice, the last.
			$last                                    = is_array( $value ) ? end( $value ) : $value;
			$headers[ strtolower( (string) $name ) ] = is_string( $last ) ? $last : '';
		}
		return new HttpResponse( (int) wp_remote_retrieve_response_code( $answer ), $headers, wp_remote_retrieve_body( $answer ) );
	}

	/**
	 * A request begins. Where PHP has no cURL the time that WordPress gives it is one between two bytes, not of the whole.
	 *
	 * @param string               $url     The address.
	 * @param array<string, mixed> $headers The headers.
	 * @param mixed                $data    The body.
	 * @param string               $type    The method.
	 * @param array<string, mixed> $options How it is sent.
	 */
	public function begin( $url, $headers, $data, $type, $options ): void { // phpcs:ignore Generic.CodeAnalysis.UnusedFunctionParameter.FoundBeforeLastUsed, Generic.CodeAnalysis.UnusedFunctionParameter.Found -- WordPress passes them all.
		$timeout          = $options['timeout'] ?? null;
		$this->give_up_at = microtime( true ) + ( is_numeric( $timeout ) ? (float) $timeout : self::TIMEOUT_SECONDS );
	}

	/**
	 * A part of the answer has come.
	 *
	 * @throws HttpFailure When that has taken too long.
	 */
	public function go_on(): void {
		if ( microtime( true ) > $this->give_up_at ) {
			throw new HttpFailure( 'The answer timed out: it began and did not end.', false );
		}
	}

	/**
	 * What certificates are checked by. WordPress passes the path of a bundle here, and not every host has another one:
	 * a path stays, anything else becomes that of WordPress's own bundle.
	 *
	 * @param mixed $verify What other plugins made of it.
	 */
	public function check_certificates( $verify ): string {
		return is_string( $verify ) ? $verify : ABSPATH . WPINC . '/certificates/ca-bundle.crt';
	}
}
