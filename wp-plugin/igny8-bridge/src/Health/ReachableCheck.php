<?php
/**
 * Whether IGNY8 answers.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Health;

use Igny8\Bridge\Admin\Causes;
use Igny8\Bridge\Api\ApiException;
use Igny8\Bridge\Api\Clients;

/**
 * Does IGNY8 answer? The only check that sends a request; it carries no key.
 */
final class ReachableCheck implements Check {

	/**
	 * Makes clients of the API.
	 *
	 * @var Clients
	 */
	private Clients $clients;

	/**
	 * Why IGNY8 was not heard.
	 *
	 * @var Causes
	 */
	private Causes $causes;

	/**
	 * Puts the parts together.
	 *
	 * @param Clients $clients Makes clients of the API.
	 * @param Causes  $causes  Why IGNY8 was not heard.
	 */
	public function __construct( Clients $clients, Causes $causes ) {
		$this->clients = $clients;
		$this->causes  = $causes;
	}

	/**
	 * Looks.
	 */
	public function run(): Finding {
		try {
			$this->clients->anonymous()->get_liveness();
		} catch ( ApiException $exception ) {
			$remedy = $this->causes->remedy( $exception->reason() );
			return new Finding(
				Finding::CRITICAL,
				__( 'IGNY8 cannot be reached', 'igny8-bridge' ),
				$this->causes->cause( $exception->reason(), $exception->getMessage() ),
				$remedy ?? __( 'Next in WordPress: Try again in a few minutes.', 'igny8-bridge' )
			);
		}
		return new Finding( Finding::GOOD, __( 'IGNY8 can be reached', 'igny8-bridge' ), __( 'It answers this site\'s requests.', 'igny8-bridge' ) );
	}
}
