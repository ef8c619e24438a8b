<?php
/**
 * Ends the connection.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Connect;

use Igny8\Bridge\Api\ApiException;
use Igny8\Bridge\Api\Clients;
use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\ConnectionStore;
use Igny8\Bridge\Connection\Lock;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Log\Log;
use Igny8\Bridge\Security\CannotOpen;
use Igny8\Bridge\Security\Vault;
use Igny8\Bridge\Sync\EffectiveSettings;
use Igny8\Bridge\Sync\Gate;
use Igny8\Bridge\Sync\Schedule;
use Igny8\Bridge\Wp\Clock;

/**
 * Tells IGNY8 that the connection is over and forgets the keys, the latter in any case but one: while somebody connects
 * the site, a disconnect waits, or else IGNY8 would register a site that has just been disconnected. In safe mode IGNY8 is
 * not told: this may be a copy, and the connection that it would end is the original's.
 */
final class Disconnector {

	/** How it ended. IGNY8 knows of it, or it is none of its business. */
	public const TOLD = 'told';
	/** The keys are forgotten, but IGNY8 could not be told. */
	public const NOT_TOLD = 'not_told';
	/** There is no connection: somebody else was faster. */
	public const ALREADY = 'already';
	/** Somebody else is at it; nothing was done. */
	public const BUSY = 'busy';

	/**
	 * Makes clients of the API.
	 *
	 * @var Clients
	 */
	private Clients $clients;

	/**
	 * Remembers the connection.
	 *
	 * @var ConnectionStore
	 */
	private ConnectionStore $connections;

	/**
	 * Opens the key.
	 *
	 * @var Vault
	 */
	private Vault $vault;

	/**
	 * One at a time.
	 *
	 * @var Lock
	 */
	private Lock $lock;

	/**
	 * Keeps what IGNY8 answered.
	 *
	 * @var EffectiveSettings
	 */
	private EffectiveSettings $settings;

	/**
	 * When the structure is sent by itself.
	 *
	 * @var Schedule
	 */
	private Schedule $schedule;

	/**
	 * Knows whether it is the site that was connected.
	 *
	 * @var Gate
	 */
	private Gate $gate;

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
	 * @param Clients           $clients     Makes clients of the API.
	 * @param ConnectionStore   $connections Remembers the connection.
	 * @param Vault             $vault       Opens the key.
	 * @param Lock              $lock        One at a time.
	 * @param EffectiveSettings $settings    Keeps what IGNY8 answered.
	 * @param Schedule          $schedule    When the structure is sent by itself.
	 * @param Gate              $gate        Knows whether it is the site that was connected.
	 * @param Log               $log         Keeps what happened.
	 * @param Clock             $clock       Tells the time.
	 */
	public function __construct( Clients $clients, ConnectionStore $connections, Vault $vault, Lock $lock, EffectiveSettings $settings, Schedule $schedule, Gate $gate, Log $log, Clock $clock ) {
		$this->clients     = $clients;
		$this->connections = $connections;
		$this->vault       = $vault;
		$this->lock        = $lock;
		$this->settings    = $settings;
		$this->schedule    = $schedule;
		$this->gate        = $gate;
		$this->log         = $log;
		$this->clock       = $clock;
	}

	/**
	 * Ends the connection.
	 *
	 * @param int $user The WordPress user who wants it.
	 * @return string How it ended: one of the constants.
	 */
	public function disconnect( int $user ): string {
		if ( ! $this->lock->acquire_patiently() ) {
			return self::BUSY;
		}
		try {
			$connection = $this->gate->check();
			$end        = null === $connection->sealed_key ? self::ALREADY : $this->end( $connection, $user );
		} finally {
			$this->lock->release();
		}
		if ( self::ALREADY !== $end ) {
			/**
			 * Fires after the connection of this site was ended, here or by IGNY8. Content stays in IGNY8.
			 *
			 * @since 0.1.0
			 *
			 * @param int|null $user The WordPress user who ended it; null when IGNY8 did.
			 */
			do_action( 'igny8_disconnected', $user );
		}
		return $end;
	}

	/**
	 * Tells IGNY8 and forgets the keys.
	 *
	 * @param Connection $connection The connection.
	 * @param int        $user       The WordPress user who wants it.
	 * @return string TOLD or NOT_TOLD.
	 */
	private function end( Connection $connection, int $user ): string {
		$is_told = State::SAFE_MODE === $connection->state || $this->tell( $connection );
		$now     = $this->clock->now();
		$this->connections->change(
			static function ( Connection $connection ) use ( $user, $now ): void {
				if ( State::SAFE_MODE === $connection->state ) {
					$connection->site_uuid = wp_generate_uuid4();
				}
				$connection->apply( State::ENDED );
				$connection->forget_keys();
				$connection->clear_trouble();
				$connection->disconnected_at = $now;
				$connection->disconnected_by = $user;
			}
		);
		$this->schedule->clear();
		$this->settings->forget();
		$this->log->info( $is_told ? __( 'Disconnected.', 'igny8-bridge' ) : __( 'Disconnected here; IGNY8 could not be told.', 'igny8-bridge' ) );
		return $is_told ? self::TOLD : self::NOT_TOLD;
	}

	/**
	 * Tells IGNY8.
	 *
	 * @param Connection $connection The connection.
	 * @return bool Whether IGNY8 knows: it was told, or it has ended the connection already, or another site has it. Of a site
	 *              whose key was revoked or has expired it does not know that it is disconnected.
	 */
	private function tell( Connection $connection ): bool {
		try {
			$key = $this->vault->open( (string) $connection->sealed_key );
			$this->clients->with( $key )->disconnect_integration( (string) $connection->integration_id );
			return true;
		} catch ( CannotOpen $exception ) {
			return false;
		} catch ( ApiException $exception ) {
			return in_array( $exception->reason(), array( ApiException::KEY_REPLACED, 'not_found', 'identity_conflict', 'integration_disconnected' ), true );
		}
	}
}
