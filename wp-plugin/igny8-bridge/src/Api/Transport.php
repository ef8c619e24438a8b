<?php
/**
 * How the generated client sends.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Api;

use JsonSerializable;

/**
 * Sends one request to IGNY8 and decodes the answer.
 */
interface Transport {

	/**
	 * Sends a request. Values of null in `$query` and `$headers` are left out.
	 *
	 * @param string                $method  GET, POST, PATCH or DELETE.
	 * @param string                $path    The path, such as `/auth/me/`.
	 * @param array<string, mixed>  $query   What goes behind the question mark, by name.
	 * @param array<string, mixed>  $headers Further headers, by name.
	 * @param JsonSerializable|null $body    What to send as JSON.
	 * @return array<array-key, mixed> The decoded answer; empty when it has no body.
	 * @throws ApiException When there is no answer, or it is an error.
	 */
	public function send( string $method, string $path, array $query, array $headers, ?JsonSerializable $body ): array;
}
