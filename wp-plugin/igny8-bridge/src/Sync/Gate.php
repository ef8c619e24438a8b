<?php
/**
 * Nothing leaves a site that may be a copy.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Sync;

use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\ConnectionStore;
use Igny8\Bridge\Connection\Identity;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Connection\Trouble;
use Igny8\Bridge\Log\Log;
use Igny8\Bridge\Wp\CannotStore;

/**
 * Compares the site with the one that was connected: its address and its environment type. Everything that sends with
 * the site's key asks here first, as does the settings page.
 */
final class Gate {

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
	 * When it is sent again.
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
	 * Puts the parts together.
	 *
	 * @param ConnectionStore $connections Remembers the connection.
	 * @param Identity        $identity    Who this site is.
	 * @param Schedule        $schedule    When it is sent again.
	 * @param Log             $log         Keeps what happened.
	 */
	public function __construct( ConnectionStore $connections, Identity $identity, Schedule $schedule, Log $log ) {
		$this->connections = $connections;
		$this->identity    = $identity;
		$this->schedule    = $schedule;
		$this->log         = $log;
	}

	/**
	 * Looks whether it is the site that was connected. Another one goes into safe mode. One that is again what it was
	 * leaves it by itself, whatever somebody chose: that was about what it was meanwhile. Only where IGNY8 said that it is
	 * another site must somebody settle that.
	 *
	 * @return Connection The connection as it is then.
	 */
	public function check(): Connection {
		$connection = $this->connections->get();
		try {
			return $this->follow( $connection );
		} catch ( CannotStore $refused ) {
			// A look does not fail; and what may be a copy sends nothing, even if that cannot be noted.
			$this->enter_safe_mode( $connection );
			return $connection;
		}
	}

	/**
	 * Draws the conclusions.
	 *
	 * @param Connection $connection The connection.
	 * @return Connection The connection as it is then.
	 * @throws CannotStore When the database does not take one.
	 */
	private function follow( Connection $connection ): Connection {
		$difference = $this->identity->difference( $connection );
		if ( $connection->is_connected() && null !== $difference ) {
			return $this->close();
		}
		if ( $connection->is_connected() && null === $connection->environment_type ) {
			return $this->learn();
		}
		return null === $difference && self::closed_itself( $connection ) ? $this->open() : $connection;
	}

	/**
	 * Safe mode begins.
	 */
	private function close(): Connection {
		$has_begun  = false;
		$connection = $this->connections->change(
			function ( Connection $connection ) use ( &$has_begun ): void {
				$has_begun = $this->enter_safe_mode( $connection );
			}
		);
		if ( $has_begun ) {
			$this->schedule->settled();
			$this->log->error( $this->identity->safe_mode_text( $connection ) );
		}
		return $connection;
	}

	/**
	 * Puts a connection that is not that of this site into safe mode.
	 *
	 * @param Connection $connection The connection.
	 * @return bool Whether it is one.
	 */
	private function enter_safe_mode( Connection $connection ): bool {
		$difference = $this->identity->difference( $connection );
		if ( null === $difference || ! $connection->is_connected() ) {
			return false;
		}
		$connection->apply( State::IDENTITY_CONFLICT );
		$connection->clear_trouble();
		$connection->trouble = $difference;
		return true;
	}

	/**
	 * Safe mode is over by itself.
	 */
	private function open(): Connection {
		$is_over    = false;
		$connection = $this->connections->change(
			function ( Connection $connection ) use ( &$is_over ): void {
				$is_over = self::closed_itself( $connection ) && null === $this->identity->difference( $connection );
				if ( $is_over ) {
					$connection->apply( State::IDENTITY_SETTLED );
					$connection->clear_trouble();
				}
			}
		);
		if ( $is_over ) {
			$this->schedule->follow_up();
			$this->log->info( __( 'Safe mode is over: this is again the site that was connected.', 'igny8-bridge' ) );
		}
		return $connection;
	}

	/**
	 * An earlier version connected the site without noting of what environment type it is.
	 */
	private function learn(): Connection {
		return $this->connections->change(
			function ( Connection $connection ): void {
				if ( $connection->is_connected() ) {
					$connection->environment_type = $connection->environment_type ?? $this->identity->environment_type();
				}
			}
		);
	}

	/**
	 * Whether it is in safe mode because of what this side found, not because IGNY8 said so.
	 *
	 * @param Connection $connection The connection.
	 */
	private static function closed_itself( Connection $connection ): bool {
		return State::SAFE_MODE === $connection->state && in_array( $connection->trouble, array( Trouble::MOVED, Trouble::ENVIRONMENT_CHANGED ), true );
	}
}
