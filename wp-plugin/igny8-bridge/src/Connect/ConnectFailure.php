<?php
/**
 * Why the site could not be connected.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Connect;

use Igny8\Bridge\Api\ApiException;
use RuntimeException;

/**
 * Thrown in the connect flow where the reason is known, shown in one place. `reason()` is one of the constants, or that
 * of the ApiException behind it.
 */
final class ConnectFailure extends RuntimeException {

	public const WRONG_CREDENTIALS = 'wrong_credentials';
	public const WRONG_KEY         = 'wrong_key';
	public const UNKNOWN_SITE      = 'unknown_site';
	public const BUSY              = 'busy';

	/**
	 * One of the constants, or that of an ApiException.
	 *
	 * @var string
	 */
	private string $reason;

	/**
	 * The id of the request that failed.
	 *
	 * @var string|null
	 */
	private ?string $request_id;

	/**
	 * Names the reason.
	 *
	 * @param string      $reason     One of the constants, or that of an ApiException.
	 * @param string      $message    What IGNY8 said to it.
	 * @param string|null $request_id The id of the request that failed.
	 */
	public function __construct( string $reason, string $message = '', ?string $request_id = null ) {
		parent::__construct( $message );
		$this->reason     = $reason;
		$this->request_id = $request_id;
	}

	/**
	 * A request of the flow failed, for no reason that the flow knows a better name for.
	 *
	 * @param ApiException $error Why.
	 */
	public static function from_api( ApiException $error ): self {
		return new self( $error->reason(), $error->getMessage(), $error->request_id() );
	}

	/**
	 * One of the constants, or that of an ApiException.
	 */
	public function reason(): string {
		return $this->reason;
	}

	/**
	 * The id of the request that failed.
	 */
	public function request_id(): ?string {
		return $this->request_id;
	}
}
