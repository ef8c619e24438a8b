<?php
/**
 * A server that says what a test tells it to.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Support;

use Igny8\Bridge\Wp\Http;
use Igny8\Bridge\Wp\HttpFailure;
use Igny8\Bridge\Wp\HttpResponse;

/**
 * Gives one answer and remembers what was asked.
 */
final class ScriptedHttp implements Http {

	/**
	 * The answer.
	 *
	 * @var HttpResponse|HttpFailure
	 */
	private $answer;

	/**
	 * The requests: method, address, headers, body.
	 *
	 * @var array<int, array{string, string, array<string, string>, string|null}>
	 */
	public array $requests = array();

	/**
	 * Sets the answer.
	 *
	 * @param HttpResponse|HttpFailure $answer The answer.
	 */
	public function __construct( $answer ) {
		$this->answer = $answer;
	}

	public function request( string $method, string $url, array $headers, ?string $body ): HttpResponse {
		$this->requests[] = array( $method, $url, $headers, $body );
		if ( $this->answer instanceof HttpFailure ) {
			throw $this->answer;
		}
		return $this->answer;
	}
}
