<?php
/**
 * Whether this server's clock is right.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Api;

use Igny8\Bridge\Log\Log;
use Igny8\Bridge\Wp\CannotStore;
use Igny8\Bridge\Wp\Clock;
use Igny8\Bridge\Wp\Http;
use Igny8\Bridge\Wp\HttpFailure;
use Igny8\Bridge\Wp\HttpResponse;
use Igny8\Bridge\Wp\Options;

/**
 * Compares the Date of each answer of IGNY8 with this server's clock, on the way of the requests that are sent anyway, and
 * remembers by how much they differ. A clock that is off stops nothing: the keys work all the same. But IGNY8's signed
 * calls to the site fail, and IGNY8 does not believe the time at which a structure was gathered.
 */
final class ClockCheck implements Http {

	public const OPTION = 'igny8_bridge_clock';

	/** A signed call may be this much older or newer than the clock of who checks it (Standard Webhooks). */
	public const TOLERANCE_SECONDS = 300;

	/** What an answer that was slow, or two clocks that tick apart, may add or take. */
	private const NOISE_SECONDS = 30;

	/**
	 * Sends.
	 *
	 * @var Http
	 */
	private Http $http;

	/**
	 * Where the difference is kept.
	 *
	 * @var Options
	 */
	private Options $options;

	/**
	 * This server's clock.
	 *
	 * @var Clock
	 */
	private Clock $clock;

	/**
	 * Keeps what happened.
	 *
	 * @var Log
	 */
	private Log $log;

	/**
	 * Puts the parts together.
	 *
	 * @param Http    $http    Sends.
	 * @param Options $options Where the difference is kept.
	 * @param Clock   $clock   This server's clock.
	 * @param Log     $log     Keeps what happened.
	 */
	public function __construct( Http $http, Options $options, Clock $clock, Log $log ) {
		$this->http    = $http;
		$this->options = $options;
		$this->clock   = $clock;
		$this->log     = $log;
	}

	/**
	 * Sends a request and waits for the answer.
	 *
	 * @param string                $method  GET, POST, PATCH or DELETE.
	 * @param string                $url     The address.
	 * @param array<string, string> $headers The headers, by name.
	 * @param string|null           $body    The body, if any.
	 * @throws HttpFailure When there is no answer.
	 */
	public function request( string $method, string $url, array $headers, ?string $body ): HttpResponse {
		$response = $this->http->request( $method, $url, $headers, $body );
		$date     = strtotime( $response->headers['date'] ?? '' );
		// Every answer of IGNY8 has a request ID. One with an age comes from a cache, with the date of then.
		if ( false !== $date && isset( $response->headers['x-request-id'] ) && ! isset( $response->headers['age'] ) ) {
			$this->compare( $this->clock->now() - $date );
		}
		return $response;
	}

	/**
	 * By how many seconds this server's clock was ahead of IGNY8's at the last look; negative when it was behind.
	 *
	 * @return int|null Null when nobody has looked yet.
	 */
	public function ahead(): ?int {
		$stored = json_decode( (string) $this->options->read( self::OPTION ), true );
		return is_int( $stored ) ? $stored : null;
	}

	/**
	 * Whether the clock is so much off that something fails.
	 */
	public function is_off(): bool {
		return self::is_too_much( (int) $this->ahead() );
	}

	/**
	 * Remembers a difference; the one that is stored stays if it says the same.
	 *
	 * @param int $ahead By how many seconds this server's clock is ahead.
	 */
	private function compare( int $ahead ): void {
		$stored = $this->ahead();
		if ( null !== $stored && abs( $ahead - $stored ) <= self::NOISE_SECONDS && self::is_too_much( $ahead ) === self::is_too_much( $stored ) ) {
			return;
		}
		try {
			$this->options->write( self::OPTION, (string) $ahead );
		} catch ( CannotStore $refused ) {
			// The request was answered all the same; the next answer tells it again.
			return;
		}
		if ( self::is_too_much( $ahead ) ) {
			/* translators: %d: a number of seconds. */
			$this->log->warning( sprintf( 0 < $ahead ? __( 'This server\'s clock is %d s ahead of IGNY8\'s.', 'igny8-bridge' ) : __( 'This server\'s clock is %d s behind IGNY8\'s.', 'igny8-bridge' ), abs( $ahead ) ) );
		}
	}

	/**
	 * Whether a difference is more than signed calls allow.
	 *
	 * @param int $ahead By how many seconds this server's clock is ahead.
	 */
	private static function is_too_much( int $ahead ): bool {
		return abs( $ahead ) > self::TOLERANCE_SECONDS;
	}
}
