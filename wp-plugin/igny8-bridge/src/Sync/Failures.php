<?php
/**
 * What to do about a failure.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Sync;

use Igny8\Bridge\Api\ApiException;
use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\ConnectionStore;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Connection\Trouble;
use Igny8\Bridge\Log\Log;
use Igny8\Bridge\Wp\Clock;

/**
 * Turns a failed push into the connection's next state, and schedules the next try where waiting helps.
 */
final class Failures {

	/** Trying again does not help against these answers of IGNY8, whatever their reason: the next try is the daily push. */
	private const FINAL_STATUSES = array( 400, 403, 404, 410, 413, 415, 422 );

	/** What something on the way answered, with a status of its own. */
	private const NOT_FROM_IGNY8 = array( ApiException::NOT_IGNY8, ApiException::BODY_CUT );

	/**
	 * Remembers the connection.
	 *
	 * @var ConnectionStore
	 */
	private ConnectionStore $connections;

	/**
	 * Schedules the next try.
	 *
	 * @var Schedule
	 */
	private Schedule $schedule;

	/**
	 * Keeps what happened.
	 *
	 * @var Log
	 */
	private Log $log;

	/**
	 * Tells the time.
	 *
	 * @var Clock
	 */
	private Clock $clock;

	/**
	 * Puts the parts together.
	 *
	 * @param ConnectionStore $connections Remembers the connection.
	 * @param Schedule        $schedule    Schedules the next try.
	 * @param Log             $log         Keeps what happened.
	 * @param Clock           $clock       Tells the time.
	 */
	public function __construct( ConnectionStore $connections, Schedule $schedule, Log $log, Clock $clock ) {
		$this->connections = $connections;
		$this->schedule    = $schedule;
		$this->log         = $log;
		$this->clock       = $clock;
	}

	/**
	 * A push failed.
	 *
	 * @param string       $registration Whose key it was.
	 * @param ApiException $error        Why.
	 */
	public function of_push( string $registration, ApiException $error ): void {
		$event   = self::event( $error );
		$now     = $this->clock->now();
		$is_over = false;
		$this->write_down(
			$registration,
			function ( Connection $connection ) use ( $event, $error, $now, &$is_over ): void {
				$connection->apply( $event );
				$is_over                    = State::DISCONNECTED === $connection->state;
				$connection->trouble        = $error->reason();
				$connection->trouble_detail = $error->getMessage();
				$connection->request_id     = $error->request_id();
				$connection->failures      += 1;
				$connection->next_try       = State::PUSH_REFUSED === $event ? $this->schedule->next_daily( $connection ) : null;
				if ( $is_over ) {
					$connection->forget_keys();
					$connection->disconnected_at = $now;
					$connection->disconnected_by = null;
				}
			},
			// A site that is inactive finds out by itself that it was activated.
			in_array( $event, array( State::PUSH_DELAYED, State::SITE_INACTIVE ), true ) ? $error->retry_after() ?? 0 : null
		);
		if ( $is_over ) {
			/** This action is documented in src/Connect/Disconnector.php. */
			do_action( 'igny8_disconnected', null );
		}
	}

	/**
	 * The site's key is of no use any more, as far as this side can tell.
	 *
	 * @param string $registration Whose key it was.
	 * @param string $trouble      A constant of Trouble.
	 */
	public function key_lost( string $registration, string $trouble ): void {
		$this->write_down(
			$registration,
			static function ( Connection $connection ) use ( $trouble ): void {
				$connection->apply( State::KEY_LOST );
				$connection->clear_trouble();
				$connection->trouble = $trouble;
			},
			null
		);
	}

	/**
	 * What a failure means for the connection.
	 *
	 * @param ApiException $error Why it failed.
	 */
	private static function event( ApiException $error ): string {
		if ( $error->is_key_refused() ) {
			return State::KEY_LOST;
		}
		switch ( $error->reason() ) {
			case 'scope_missing':
			case 'not_found':
				return State::KEY_LOST;
			case Trouble::IDENTITY_CONFLICT:
				return State::IDENTITY_CONFLICT;
			case 'site_inactive':
				return State::SITE_INACTIVE;
			case 'integration_disconnected':
				return State::ENDED;
			default:
				$is_final = in_array( $error->status(), self::FINAL_STATUSES, true ) && ! in_array( $error->reason(), self::NOT_FROM_IGNY8, true );
				return $is_final ? State::PUSH_REFUSED : State::PUSH_DELAYED;
		}
	}

	/**
	 * Changes the connection, unless it is another one by now or one that sends nothing any more, and schedules the next try.
	 *
	 * @param string                     $registration Whose key it was.
	 * @param callable(Connection): void $change       What to change.
	 * @param int|null                   $retry_after  How many seconds to wait at least; null when waiting does not help.
	 */
	private function write_down( string $registration, callable $change, ?int $retry_after ): void {
		$is_ours    = false;
		$connection = $this->connections->change(
			static function ( Connection $connection ) use ( $registration, $change, &$is_ours ): void {
				$is_ours = $connection->registration === $registration && $connection->is_connected();
				if ( $is_ours ) {
					$change( $connection );
				}
			}
		);
		if ( ! $is_ours ) {
			return;
		}
		if ( null === $retry_after ) {
			$this->schedule->settled();
			return;
		}
		$next_try = $this->schedule->retry( $connection->failures, $retry_after );
		$this->connections->change(
			static function ( Connection $connection ) use ( $registration, $next_try ): void {
				if ( $connection->registration === $registration ) {
					$connection->next_try = $next_try;
				}
			}
		);
		/* translators: %s: a time in UTC. */
		$this->log->warning( sprintf( __( 'The next try is at %s UTC.', 'igny8-bridge' ), gmdate( 'H:i:s', $next_try ) ) );
	}
}
