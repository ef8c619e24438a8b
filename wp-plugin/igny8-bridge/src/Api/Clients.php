<?php
/**
 * Makes clients of the API.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Api;

use Igny8\Bridge\Connection\Identity;
use Igny8\Bridge\Log\Log;
use Igny8\Bridge\Wp\Http;

/**
 * A client per credential. Every one of them says which site is calling, so that a copy of a site is noticed.
 */
final class Clients {

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
	 * Who is calling.
	 *
	 * @var Identity
	 */
	private Identity $identity;

	/**
	 * Puts the parts together.
	 *
	 * @param Endpoint $endpoint Where IGNY8 is.
	 * @param Http     $http     Sends.
	 * @param Log      $log      Keeps a line of every request.
	 * @param Identity $identity Who is calling.
	 */
	public function __construct( Endpoint $endpoint, Http $http, Log $log, Identity $identity ) {
		$this->endpoint = $endpoint;
		$this->http     = $http;
		$this->log      = $log;
		$this->identity = $identity;
	}

	/**
	 * A client without a credential: for signing in.
	 */
	public function anonymous(): Client {
		return $this->client( array() );
	}

	/**
	 * A client for whoever has this key or session.
	 *
	 * @param string $credential An API key or the token of a session.
	 */
	public function with( string $credential ): Client {
		return $this->client( array( 'Authorization' => 'Bearer ' . $credential ) + $this->identity->headers() );
	}

	/**
	 * A client with these headers.
	 *
	 * @param array<string, string> $headers Headers of every request.
	 */
	private function client( array $headers ): Client {
		return new Client( new HttpTransport( $this->endpoint, $this->http, $this->log, $headers ) );
	}
}
