<?php
/**
 * Why IGNY8 was not heard.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

use Igny8\Bridge\Api\ApiException;
use Igny8\Bridge\Api\Endpoint;

/**
 * Puts the reasons of ApiException in words: what the cause is, and who does what about it.
 */
final class Causes {

	/**
	 * Where IGNY8 is.
	 *
	 * @var Endpoint
	 */
	private Endpoint $endpoint;

	/**
	 * Uses the address of IGNY8 for texts that name it.
	 *
	 * @param Endpoint $endpoint Where IGNY8 is.
	 */
	public function __construct( Endpoint $endpoint ) {
		$this->endpoint = $endpoint;
	}

	/**
	 * The cause.
	 *
	 * @param string $reason A reason of ApiException.
	 * @param string $detail What IGNY8 said, for reasons that have no words of their own.
	 */
	public function cause( string $reason, string $detail ): string {
		switch ( $reason ) {
			case ApiException::HOST_NOT_FOUND:
				/* translators: %s: a host name. */
				return sprintf( __( '%s was not found.', 'igny8-bridge' ), $this->endpoint->host() );
			case ApiException::TLS_FAILED:
				return __( 'The secure connection failed.', 'igny8-bridge' );
			case ApiException::CLOCK_BEHIND:
				return __( 'This server\'s clock is behind: by it, IGNY8\'s certificate is not valid yet.', 'igny8-bridge' );
			case ApiException::PROXY_NOT_FOUND:
				return __( 'The proxy that WordPress sends through was not found.', 'igny8-bridge' );
			case ApiException::BLOCKED:
				return __( 'WordPress blocks outgoing requests.', 'igny8-bridge' );
			case ApiException::TIMED_OUT:
				return __( 'There was no answer in 10 s.', 'igny8-bridge' );
			case ApiException::NO_ANSWER:
				/* translators: %s: a host name. */
				return sprintf( __( '%s does not answer.', 'igny8-bridge' ), $this->endpoint->host() );
			case ApiException::NOT_HTTPS:
				return __( 'The address needs https://.', 'igny8-bridge' );
			case ApiException::NOT_IGNY8:
				return __( 'A proxy answered for IGNY8.', 'igny8-bridge' );
			case ApiException::BODY_CUT:
				/* translators: %s: a size, such as "1 MB". */
				return sprintf( __( 'Requests over %s are cut.', 'igny8-bridge' ), self::size( (int) $detail ) );
			default:
				return '' === $detail ? __( 'Something went wrong there.', 'igny8-bridge' ) : $detail;
		}
	}

	/**
	 * Whether IGNY8 was not heard at all.
	 *
	 * @param string $reason A reason of ApiException.
	 */
	public function is_unreachable( string $reason ): bool {
		return null !== $this->remedy( $reason );
	}

	/**
	 * Who does what about it.
	 *
	 * @param string $reason A reason of ApiException.
	 * @return string|null Null when IGNY8 was heard.
	 */
	public function remedy( string $reason ): ?string {
		switch ( $reason ) {
			case ApiException::HOST_NOT_FOUND:
				return __( 'Next at your host: Fix DNS.', 'igny8-bridge' );
			case ApiException::TLS_FAILED:
				return __( 'Next at your host: Update certificates.', 'igny8-bridge' );
			case ApiException::CLOCK_BEHIND:
				return $this->clock_remedy();
			case ApiException::PROXY_NOT_FOUND:
				return __( 'Next in WordPress: Correct WP_PROXY_HOST in wp-config.php.', 'igny8-bridge' );
			case ApiException::BLOCKED:
				/* translators: %s: a host name. */
				return sprintf( __( 'Next in WordPress: Add %s to WP_ACCESSIBLE_HOSTS.', 'igny8-bridge' ), $this->endpoint->host() );
			case ApiException::NOT_HTTPS:
				return __( 'Next in WordPress: Correct IGNY8_API_URL in wp-config.php.', 'igny8-bridge' );
			case ApiException::TIMED_OUT:
			case ApiException::NO_ANSWER:
			case ApiException::NOT_IGNY8:
				/* translators: %s: a host name. */
				return sprintf( __( 'Next at your host: Allow %s.', 'igny8-bridge' ), $this->endpoint->host() );
			case ApiException::BODY_CUT:
				return __( 'Next at your host: Raise the limit.', 'igny8-bridge' );
			default:
				return null;
		}
	}

	/**
	 * That this server's clock is off.
	 *
	 * @param string $duration By how much, such as "7 min".
	 */
	public function clock( string $duration ): string {
		/* translators: %s: a duration, such as "7 min". */
		return sprintf( __( 'This server\'s clock is %s off.', 'igny8-bridge' ), $duration );
	}

	/**
	 * Who does what about a clock that is off.
	 */
	public function clock_remedy(): string {
		return __( 'Next at your host: Set it.', 'igny8-bridge' );
	}

	/**
	 * That something could not be stored, and who does what about it.
	 */
	public static function not_stored(): string {
		return __( 'The database does not take changes.', 'igny8-bridge' ) . ' ' . __( 'Next at your host: Let it be written.', 'igny8-bridge' );
	}

	/**
	 * A size, never smaller than it is: of what is larger than a request that was cut, everything is cut.
	 *
	 * @param int $bytes How many bytes.
	 */
	private static function size( int $bytes ): string {
		$step    = $bytes < MB_IN_BYTES ? KB_IN_BYTES : MB_IN_BYTES / 10;
		$rounded = (int) round( $step * ceil( $bytes / $step ) );
		return (string) size_format( $rounded, $rounded <= MB_IN_BYTES ? 0 : 1 );
	}
}
