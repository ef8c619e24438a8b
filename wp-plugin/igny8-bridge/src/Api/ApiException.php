<?php
/**
 * A request to IGNY8 that could not be done.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Api;

use Igny8\Bridge\Api\Model\Problem;
use RuntimeException;

/**
 * Thrown by every method of the client. `reason()` is either a problem code of the contract (IGNY8 said no) or one of
 * the constants below (IGNY8 was not heard, or it said what became of the key). The message is for the activity log and holds no secret.
 */
class ApiException extends RuntimeException {

	public const HOST_NOT_FOUND = 'host_not_found';
	public const TLS_FAILED     = 'tls_failed';
	/** To this server IGNY8's certificate is not valid yet. */
	public const CLOCK_BEHIND    = 'clock_behind';
	public const PROXY_NOT_FOUND = 'proxy_not_found';
	public const BLOCKED         = 'blocked';
	public const TIMED_OUT       = 'timed_out';
	public const NO_ANSWER       = 'no_answer';
	public const NOT_HTTPS       = 'not_https';
	public const NOT_IGNY8       = 'not_igny8';
	/** Something on the way takes no body of that size. The message begins with the number of its bytes. */
	public const BODY_CUT = 'body_cut';
	/** IGNY8 said no, and that the key was good once. */
	public const KEY_EXPIRED  = 'key_expired';
	public const KEY_REPLACED = 'key_replaced';

	/** What has become of a key says more than that it is refused. */
	private const OF_KEYS = array(
		'expired'      => self::KEY_EXPIRED,
		'replaced'     => self::KEY_REPLACED,
		'disconnected' => 'integration_disconnected',
		'deleted'      => 'not_found',
	);

	/**
	 * A problem code of the contract, or one of the constants.
	 *
	 * @var string
	 */
	private string $reason;

	/**
	 * The HTTP status; 0 when there was no answer.
	 *
	 * @var int
	 */
	private int $status;

	/**
	 * The id of the request, when IGNY8 gave it one.
	 *
	 * @var string|null
	 */
	private ?string $request_id;

	/**
	 * How many seconds IGNY8 asked to wait.
	 *
	 * @var int|null
	 */
	private ?int $retry_after;

	/**
	 * Tells what could not be done.
	 *
	 * @param string      $reason      A problem code of the contract, or one of the constants.
	 * @param string      $message     For the activity log.
	 * @param int         $status      The HTTP status; 0 when there was no answer.
	 * @param string|null $request_id  The id of the request.
	 * @param int|null    $retry_after How many seconds to wait at least.
	 */
	public function __construct( string $reason, string $message, int $status = 0, ?string $request_id = null, ?int $retry_after = null ) {
		parent::__construct( $message );
		$this->reason      = $reason;
		$this->status      = $status;
		$this->request_id  = $request_id;
		$this->retry_after = $retry_after;
	}

	/**
	 * IGNY8 answered with a problem.
	 *
	 * @param Problem  $problem     What it said.
	 * @param int|null $retry_after How many seconds it asked to wait.
	 */
	public static function from_problem( Problem $problem, ?int $retry_after ): self {
		$reason = self::OF_KEYS[ (string) $problem->reason ] ?? $problem->code;
		return new self( $reason, $problem->detail, $problem->status, $problem->request_id, $retry_after );
	}

	/**
	 * A problem code of the contract, or one of the constants.
	 */
	public function reason(): string {
		return $this->reason;
	}

	/**
	 * Whether IGNY8 refuses the key, whatever became of it.
	 */
	public function is_key_refused(): bool {
		return in_array( $this->reason, array( 'unauthenticated', self::KEY_EXPIRED, self::KEY_REPLACED ), true );
	}

	/**
	 * The HTTP status; 0 when there was no answer.
	 */
	public function status(): int {
		return $this->status;
	}

	/**
	 * The id of the request, when IGNY8 gave it one.
	 */
	public function request_id(): ?string {
		return $this->request_id;
	}

	/**
	 * How many seconds IGNY8 asked to wait.
	 */
	public function retry_after(): ?int {
		return $this->retry_after;
	}
}
