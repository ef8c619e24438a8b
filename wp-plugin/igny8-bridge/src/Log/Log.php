<?php
/**
 * What the plugin did.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Log;

use Igny8\Bridge\Api\ApiException;

/**
 * Takes lines for the activity log. Secrets never go in: no key, token, password or body of a request.
 */
interface Log {

	/**
	 * Something happened as it should.
	 *
	 * @param string $message What.
	 */
	public function info( string $message ): void;

	/**
	 * Something is odd, and goes on.
	 *
	 * @param string $message What.
	 */
	public function warning( string $message ): void;

	/**
	 * Something went wrong.
	 *
	 * @param string $message What.
	 */
	public function error( string $message ): void;

	/**
	 * A request was answered.
	 *
	 * @param string      $method     The method.
	 * @param string      $path       The path.
	 * @param int         $status     The status of the answer.
	 * @param int         $duration   How long it took, in milliseconds.
	 * @param string|null $request_id The id of the request.
	 */
	public function exchange( string $method, string $path, int $status, int $duration, ?string $request_id ): void;

	/**
	 * A request failed.
	 *
	 * @param string       $method   The method.
	 * @param string       $path     The path.
	 * @param ApiException $error    Why.
	 * @param int          $duration How long it took, in milliseconds.
	 */
	public function failed_exchange( string $method, string $path, ApiException $error, int $duration ): void;
}
