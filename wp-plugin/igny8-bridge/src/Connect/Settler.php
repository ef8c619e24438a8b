<?php
/**
 * Settles which site this is.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Connect;

use Igny8\Bridge\Api\ApiException;
use Igny8\Bridge\Api\Clients;
use Igny8\Bridge\Api\Model\IdentityDecision;
use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\ConnectionStore;
use Igny8\Bridge\Connection\Identity;
use Igny8\Bridge\Connection\Lock;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Connection\Trouble;
use Igny8\Bridge\Log\Log;
use Igny8\Bridge\Security\CannotOpen;
use Igny8\Bridge\Security\Vault;
use Igny8\Bridge\Sync\EffectiveSettings;
use Igny8\Bridge\Sync\Gate;
use Igny8\Bridge\Sync\Schedule;
use Igny8\Bridge\Wp\Clock;

/**
 * Carries out what somebody chose in safe mode. IGNY8 is told first and the connection is changed after that: whatever
 * gets lost between the two leaves the site in safe mode, where the same choice can be made again.
 */
final class Settler {

	/** How it ended. It is the connected site; now it is to send. */
	public const SETTLED = 'settled';
	/** It is a copy, and not connected any more. */
	public const RELEASED = 'released';
	/** It stays off. */
	public const OFF = 'off';
	/** IGNY8 could not be told; the connection says why. */
	public const NOT_TOLD = 'not_told';
	/** There is nothing to settle: somebody else was faster. */
	public const ALREADY = 'already';
	/** Somebody else is at it; nothing was done. */
	public const BUSY = 'busy';

	/** What IGNY8 says of a connection that is over, and that no choice brings back: the next push finds that out. */
	private const OVER = array( 'not_found', 'scope_missing', 'integration_disconnected' );

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
	 * Who this site is.
	 *
	 * @var Identity
	 */
	private Identity $identity;

	/**
	 * Knows whether it is the site that was connected.
	 *
	 * @var Gate
	 */
	private Gate $gate;

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
	 * @param Identity          $identity    Who this site is.
	 * @param Gate              $gate        Knows whether it is the site that was connected.
	 * @param Vault             $vault       Opens the key.
	 * @param Lock              $lock        One at a time.
	 * @param EffectiveSettings $settings    Keeps what IGNY8 answered.
	 * @param Schedule          $schedule    When the structure is sent by itself.
	 * @param Log               $log         Keeps what happened.
	 * @param Clock             $clock       Tells the time.
	 */
	public function __construct( Clients $clients, ConnectionStore $connections, Identity $identity, Gate $gate, Vault $vault, Lock $lock, EffectiveSettings $settings, Schedule $schedule, Log $log, Clock $clock ) {
		$this->clients     = $clients;
		$this->connections = $connections;
		$this->identity    = $identity;
		$this->gate        = $gate;
		$this->vault       = $vault;
		$this->lock        = $lock;
		$this->settings    = $settings;
		$this->schedule    = $schedule;
		$this->log         = $log;
		$this->clock       = $clock;
	}

	/**
	 * This site has moved: from now on the connection belongs to the address of today.
	 *
	 * @return string How it ended: one of the constants.
	 */
	public function moved(): string {
		return $this->alone(
			function ( Connection $connection ): string {
				$home        = $this->identity->home_url();
				$environment = $this->identity->environment_type();
				try {
					$this->tell( $connection, 'moved', $home );
				} catch ( CannotOpen $exception ) {
					// The server that it moved to has security keys of its own. The next push says so.
					return $this->accept( $connection, $home, $environment );
				} catch ( ApiException $exception ) {
					return $exception->is_key_refused() || in_array( $exception->reason(), self::OVER, true )
						? $this->accept( $connection, $home, $environment )
						: $this->not_told( $connection, $exception );
				}
				return $this->accept( $connection, $home, $environment );
			}
		);
	}

	/**
	 * This is a copy: it gives the connection up, which is the original's, and becomes a site of its own. IGNY8 only notes
	 * that, so it does no harm if it cannot be told.
	 *
	 * @return string How it ended: one of the constants.
	 */
	public function copy(): string {
		return $this->alone(
			function ( Connection $connection ): string {
				try {
					$this->tell( $connection, 'copy', $this->identity->home_url() );
				} catch ( CannotOpen | ApiException $exception ) {
					$this->log->info( __( 'IGNY8 could not be told that this is a copy.', 'igny8-bridge' ) );
				}
				$is_released = $this->change(
					$connection,
					static function ( Connection $connection ): void {
						$connection->apply( State::COPY_RELEASED );
						$connection->become_another_site( wp_generate_uuid4() );
					}
				);
				if ( ! $is_released ) {
					return self::ALREADY;
				}
				$this->schedule->clear();
				$this->settings->forget();
				$this->log->info( __( 'This is a copy: its key is forgotten. The original stays connected.', 'igny8-bridge' ) );
				return self::RELEASED;
			}
		);
	}

	/**
	 * Nothing is to be sent until somebody chooses otherwise.
	 *
	 * @return string How it ended: one of the constants.
	 */
	public function stay_off(): string {
		return $this->alone(
			function ( Connection $connection ): string {
				$now    = $this->clock->now();
				$is_off = $this->change(
					$connection,
					static function ( Connection $connection ) use ( $now ): void {
						$connection->off_since = $connection->off_since ?? $now;
						$connection->refusal   = null;
					}
				);
				if ( ! $is_off ) {
					return self::ALREADY;
				}
				$this->log->info( __( 'This site stays off: nothing is sent until somebody chooses otherwise.', 'igny8-bridge' ) );
				return self::OFF;
			}
		);
	}

	/**
	 * The environment type of today is right. IGNY8 is not told: it keeps the one of the day on which the site was connected.
	 *
	 * @return string How it ended: one of the constants.
	 */
	public function allow(): string {
		return $this->alone(
			function ( Connection $connection ): string {
				return Trouble::ENVIRONMENT_CHANGED === $this->identity->difference( $connection )
					? $this->accept( $connection, $connection->home_url(), $this->identity->environment_type() )
					: self::ALREADY;
			}
		);
	}

	/**
	 * Carries a choice out if there is something to choose and nobody else is at it.
	 *
	 * @param callable(Connection): string $choice What to do.
	 */
	private function alone( callable $choice ): string {
		if ( ! $this->lock->acquire_patiently() ) {
			return self::BUSY;
		}
		try {
			$connection = $this->gate->check();
			return State::SAFE_MODE === $connection->state ? $choice( $connection ) : self::ALREADY;
		} finally {
			$this->lock->release();
		}
	}

	/**
	 * Tells IGNY8 what this site is.
	 *
	 * @param Connection $connection The connection.
	 * @param string     $decision   `moved` or `copy`.
	 * @param string     $home       Where the site is now.
	 * @throws CannotOpen When the key does not open.
	 * @throws ApiException When the request failed.
	 */
	private function tell( Connection $connection, string $decision, string $home ): void {
		$client = $this->clients->with( $this->vault->open( (string) $connection->sealed_key ) );
		$client->settle_identity( (string) $connection->integration_id, new IdentityDecision( $decision, $connection->site_uuid, $home, get_rest_url() ) );
	}

	/**
	 * It is the connected site. Should PHP be stopped now, the schedule sends what is left to send.
	 *
	 * @param Connection $connection  The connection, as it was.
	 * @param string     $home        Where the site is now.
	 * @param string     $environment Of what environment type it is now.
	 */
	private function accept( Connection $connection, string $home, string $environment ): string {
		$this->schedule->follow_up();
		$is_accepted = $this->change(
			$connection,
			static function ( Connection $connection ) use ( $home, $environment ): void {
				$connection->apply( State::IDENTITY_SETTLED );
				$connection->clear_trouble();
				$connection->accept( $home, $environment );
			}
		);
		if ( ! $is_accepted ) {
			return self::ALREADY;
		}
		/* translators: 1: an address, 2: an environment type of WordPress, such as staging. */
		$this->log->info( sprintf( __( 'Safe mode is over: this site, now at %1$s (%2$s), is the connected one.', 'igny8-bridge' ), $home, $environment ) );
		return self::SETTLED;
	}

	/**
	 * It stays in safe mode.
	 *
	 * @param Connection   $connection The connection, as it was.
	 * @param ApiException $error      Why.
	 */
	private function not_told( Connection $connection, ApiException $error ): string {
		$this->change(
			$connection,
			static function ( Connection $connection ) use ( $error ): void {
				$connection->refusal        = $error->reason();
				$connection->trouble_detail = $error->getMessage();
				$connection->request_id     = $error->request_id();
				$connection->off_since      = null;
			}
		);
		return self::NOT_TOLD;
	}

	/**
	 * Changes the connection, unless it is another one by now, or safe mode is over.
	 *
	 * @param Connection                 $before The connection, as it was.
	 * @param callable(Connection): void $change What to change.
	 * @return bool Whether it was changed.
	 */
	private function change( Connection $before, callable $change ): bool {
		$is_changed = false;
		$this->connections->change(
			static function ( Connection $connection ) use ( $before, $change, &$is_changed ): void {
				$is_changed = State::SAFE_MODE === $connection->state && $connection->registration === $before->registration;
				if ( $is_changed ) {
					$change( $connection );
				}
			}
		);
		return $is_changed;
	}
}
