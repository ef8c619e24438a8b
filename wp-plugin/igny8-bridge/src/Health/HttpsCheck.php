<?php
/**
 * Whether the API is spoken to over https.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Health;

use Igny8\Bridge\Admin\Causes;
use Igny8\Bridge\Api\ApiException;
use Igny8\Bridge\Api\Endpoint;

/**
 * May a key be sent to the configured address?
 */
final class HttpsCheck implements Check {

	/**
	 * Where IGNY8 is.
	 *
	 * @var Endpoint
	 */
	private Endpoint $endpoint;

	/**
	 * What to do about it.
	 *
	 * @var Causes
	 */
	private Causes $causes;

	/**
	 * Puts the parts together.
	 *
	 * @param Endpoint $endpoint Where IGNY8 is.
	 * @param Causes   $causes   What to do about it.
	 */
	public function __construct( Endpoint $endpoint, Causes $causes ) {
		$this->endpoint = $endpoint;
		$this->causes   = $causes;
	}

	/**
	 * Looks.
	 */
	public function run(): Finding {
		if ( $this->endpoint->is_safe() ) {
			/* translators: %s: a host name. */
			return new Finding( Finding::GOOD, __( 'The address of IGNY8 is safe', 'igny8-bridge' ), sprintf( __( 'Keys are sent to %s over a secure connection only, or inside this machine.', 'igny8-bridge' ), $this->endpoint->host() ) );
		}
		return new Finding( Finding::CRITICAL, __( 'The address of IGNY8 is not safe', 'igny8-bridge' ), $this->causes->cause( ApiException::NOT_HTTPS, '' ), (string) $this->causes->remedy( ApiException::NOT_HTTPS ) );
	}
}
