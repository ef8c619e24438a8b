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
 * Gives its answers and remembers what was asked.
 */
final class ScriptedHttp implements Http {

	/**
	 * The answers; the last one stays.
	 *
	 * @var array<int, HttpResponse|HttpFailure>
	 */
	private array $answers;

	/**
	 * The requests: method, address, headers, body.
	 *
	 * @var array<int, array{string, string, array<string, string>, string|null}>
	 */
	public array $requests = array();

	/**
	 * Sets the answers.
	 *
	 * @param HttpResponse|HttpFailure ...$answers The answers, in order; the last one also to every further request.
	 */
	public function __construct( ...$answers ) {
		$this->answers = $answers;
	}

	public function request( string $method, string $url, array $headers, ?string $body ): HttpResponse {
		$this->requests[] = array( $method, $url, $headers, $body );
		$answer           = 1 < count( $this->answers ) ? array_shift( $this->answers ) : $this->answers[0];
		if ( $answer instanceof HttpFailure ) {
			throw $answer;
		}
		return $answer;
	}
}
