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
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Log\Log;
use Igny8\Bridge\Security\CannotOpen;
use Igny8\Bridge\Security\Vault;
use Igny8\Bridge\Sync\EffectiveSettings;
use Igny8\Bridge\Sync\Schedule;
use Igny8\Bridge\Wp\Clock;

/**
 * Tells IGNY8 that the connection is over and forgets the keys, the latter in any case.
 */
final class Disconnector {

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
	 * @param EffectiveSettings $settings    Keeps what IGNY8 answered.
	 * @param Schedule          $schedule    When the structure is sent by itself.
	 * @param Log               $log         Keeps what happened.
	 * @param Clock             $clock       Tells the time.
	 */
	public function __construct( Clients $clients, ConnectionStore $connections, Vault $vault, EffectiveSettings $settings, Schedule $schedule, Log $log, Clock $clock ) {
		$this->clients     = $clients;
		$this->connections = $connections;
		$this->vault       = $vault;
		$this->settings    = $settings;
		$this->schedule    = $schedule;
		$this->log         = $log;
		$this->clock       = $clock;
	}

	/**
	 * Ends the connection.
	 *
	 * @param int $user The WordPress user who wants it.
	 * @return bool Whether IGNY8 knows.
	 */
	public function disconnect( int $user ): bool {
		$is_told = $this->tell( $this->connections->get() );
		$now     = $this->clock->now();
		$this->connections->change(
			static function ( Connection $connection ) use ( $user, $now ): void {
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
		return $is_told;
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
