<?php
/**
 * No answer over HTTP.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Wp;

use RuntimeException;

/**
 * Thrown when a request brought no answer at all. The message is the one that WordPress or cURL gave.
 */
final class HttpFailure extends RuntimeException {

	/**
	 * WordPress's own rules forbade the request (WP_HTTP_BLOCK_EXTERNAL).
	 *
	 * @var bool
	 */
	public bool $is_blocked;

	/**
	 * Names what went wrong.
	 *
	 * @param string $message    What WordPress or cURL said.
	 * @param bool   $is_blocked Whether WordPress's own rules forbade the request.
	 */
	public function __construct( string $message, bool $is_blocked ) {
		parent::__construct( $message );
		$this->is_blocked = $is_blocked;
	}
}
