<?php
/**
 * HTTP requests.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Wp;

/**
 * Sends a request. Redirects are not followed: the credentials are for one host only.
 */
interface Http {

	/**
	 * Sends a request and waits for the answer.
	 *
	 * @param string                $method  GET, POST, PATCH or DELETE.
	 * @param string                $url     The address.
	 * @param array<string, string> $headers The headers, by name.
	 * @param string|null           $body    The body, if any.
	 * @throws HttpFailure When there is no answer.
	 */
	public function request( string $method, string $url, array $headers, ?string $body ): HttpResponse;
}
