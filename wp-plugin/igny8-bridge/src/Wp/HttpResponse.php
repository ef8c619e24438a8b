<?php
/**
 * An answer over HTTP.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Wp;

/**
 * What a server answered.
 */
final class HttpResponse {

	/**
	 * The status, such as 200.
	 *
	 * @var int
	 */
	public int $status;

	/**
	 * The headers, by name in lower case.
	 *
	 * @var array<string, string>
	 */
	public array $headers;

	/**
	 * The body.
	 *
	 * @var string
	 */
	public string $body;

	/**
	 * Makes an answer.
	 *
	 * @param int                   $status  The status.
	 * @param array<string, string> $headers The headers, by name in lower case.
	 * @param string                $body    The body.
	 */
	public function __construct( int $status, array $headers, string $body ) {
		$this->status  = $status;
		$this->headers = $headers;
		$this->body    = $body;
	}
}
