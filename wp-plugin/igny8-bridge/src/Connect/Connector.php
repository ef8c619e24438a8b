<?php
/**
 * Connects the site.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Connect;

use Igny8\Bridge\Api\ApiException;
use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\ConnectionStore;
use Igny8\Bridge\Connection\Lock;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Connection\Switches;
use Igny8\Bridge\Log\Log;
use Igny8\Bridge\Structure\CannotCount;
use Igny8\Bridge\Structure\Collector;
use Igny8\Bridge\Sync\Push;
use Igny8\Bridge\Wp\Clock;

// phpcs:disable WordPress.Security.EscapeOutput.ExceptionNotEscaped -- an exception is no output; whoever shows its message escapes it.

/**
 * Runs the connect flow from a press of the button to "Connected & Ready". PHP may be stopped anywhere in it: before the
 * site is registered nothing has changed but an attempt, which the next press goes on with; after it the schedule
 * sends what is left to send: the structure, or with sync off the switches.
 */
final class Connector {

	/**
	 * Talks to IGNY8 up to the registration.
	 *
	 * @var Registration
	 */
	private Registration $registration;

	/**
	 * Remembers the connection.
	 *
	 * @var ConnectionStore
	 */
	private ConnectionStore $connections;

	/**
	 * The two switches.
	 *
	 * @var Switches
	 */
	private Switches $switches;

	/**
	 * One at a time.
	 *
	 * @var Lock
	 */
	private Lock $lock;

	/**
	 * Shows how far it is.
	 *
	 * @var Progress
	 */
	private Progress $progress;

	/**
	 * Gathers the structure.
	 *
	 * @var Collector
	 */
	private Collector $collector;

	/**
	 * Sends the structure.
	 *
	 * @var Push
	 */
	private Push $push;

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
	 * @param Registration    $registration Talks to IGNY8 up to the registration.
	 * @param ConnectionStore $connections  Remembers the connection.
	 * @param Switches        $switches     The two switches.
	 * @param Lock            $lock         One at a time.
	 * @param Progress        $progress     Shows how far it is.
	 * @param Collector       $collector    Gathers the structure.
	 * @param Push            $push         Sends the structure.
	 * @param Log             $log          Keeps what happened.
	 * @param Clock           $clock        Tells the time.
	 */
	public function __construct( Registration $registration, ConnectionStore $connections, Switches $switches, Lock $lock, Progress $progress, Collector $collector, Push $push, Log $log, Clock $clock ) {
		$this->registration = $registration;
		$this->connections  = $connections;
		$this->switches     = $switches;
		$this->lock         = $lock;
		$this->progress     = $progress;
		$this->collector    = $collector;
		$this->push         = $push;
		$this->log          = $log;
		$this->clock        = $clock;
	}

	/**
	 * Connects. How it ended stands in the progress and in the connection, both of which only the holder of the lock writes.
	 *
	 * @param Credentials $credentials What was typed.
	 * @param int         $user        The WordPress user who pressed the button.
	 * @param string      $run         Names this press.
	 * @return bool False when somebody else is at it, or has taken over: then neither says anything of this attempt.
	 */
	public function connect( Credentials $credentials, int $user, string $run ): bool {
		if ( ! $this->lock->acquire_patiently() ) {
			return false;
		}
		$is_registered = false;
		try {
			return $this->go_through( $credentials, $user, $run, $is_registered );
		} finally {
			$this->lock->release();
			if ( $is_registered ) {
				$this->announce( $user );
			}
		}
	}

	/**
	 * Tells other plugins. The lock is free by then, so they may send.
	 *
	 * @param int $user The WordPress user who connected.
	 */
	private function announce( int $user ): void {
		$connection = $this->connections->get();
		/**
		 * Fires after this site was connected to IGNY8, also when it was connected before. The structure may still be on its way.
		 *
		 * @since 0.1.0
		 *
		 * @param string $site_id        The site, as IGNY8 names it.
		 * @param string $integration_id The integration.
		 * @param int    $user           The WordPress user who connected it.
		 */
		do_action( 'igny8_connected', (string) $connection->site_id, (string) $connection->integration_id, $user );
	}

	/**
	 * Goes through the steps, while it holds the lock.
	 *
	 * @param Credentials $credentials   What was typed.
	 * @param int         $user          The WordPress user who pressed the button.
	 * @param string      $run           Names this press.
	 * @param bool        $is_registered Becomes true as soon as the site is registered.
	 * @return bool False when somebody else has taken over.
	 */
	private function go_through( Credentials $credentials, int $user, string $run, bool &$is_registered ): bool {
		$this->progress->start( $run, $user );
		try {
			$this->begin( $credentials );
			$this->registration->register(
				$credentials,
				$user,
				function ( string $step ): void {
					// With sync off the registration is the last step.
					$this->enter( Step::READ === $step && ! $this->switches->sync() ? Step::REGISTER : $step );
				}
			);
			$is_registered = true;
			if ( $this->switches->sync() ) {
				$this->send_structure();
			} else {
				$this->send_switches();
			}
			return true;
		} catch ( ConnectFailure $failure ) {
			return $this->failed( $failure );
		} catch ( ApiException $exception ) {
			return $this->failed( ConnectFailure::from_api( $exception ) );
		}
	}

	/**
	 * Notes that an attempt is under way, under the name that the last one had if that did not succeed.
	 *
	 * @param Credentials $credentials What was typed.
	 */
	private function begin( Credentials $credentials ): void {
		$this->switches->forget_told();
		$until = $this->clock->now() + Lock::LEASE_SECONDS;
		$this->connections->change(
			static function ( Connection $connection ) use ( $credentials, $until ): void {
				$connection->apply( State::CONNECT_STARTED );
				$connection->authenticating_until = $until;
				// A site that was never connected may have been made from a template, with the name that all others made from it have.
				if ( null === $connection->integration_id && null === $connection->attempt_id ) {
					$connection->site_uuid = wp_generate_uuid4();
				}
				$connection->attempt_id = $connection->attempt_id ?? wp_generate_uuid4();
				// What a connected site shows is who connected it, until somebody else has.
				if ( null === $connection->sealed_key ) {
					$connection->email = $credentials->email;
				}
			}
		);
	}

	/**
	 * A step begins.
	 *
	 * @param string $step One of the constants of Step.
	 * @throws ConnectFailure When somebody else has taken over.
	 */
	private function enter( string $step ): void {
		if ( ! $this->lock->renew() ) {
			throw new ConnectFailure( ConnectFailure::BUSY );
		}
		$until = $this->clock->now() + Lock::LEASE_SECONDS;
		$this->connections->change(
			static function ( Connection $connection ) use ( $until ): void {
				$connection->authenticating_until = $until;
			}
		);
		$this->progress->enter( $step );
	}

	/**
	 * Gathers the structure and sends it. When that fails the site is connected all the same, and it is tried again.
	 *
	 * @throws ConnectFailure When somebody else has taken over.
	 */
	private function send_structure(): void {
		$this->enter( Step::READ );
		try {
			$structure = $this->collector->collect();
			$this->enter( Step::SEND );
			$result = $this->push->structure( $structure );
		} catch ( CannotCount $exception ) {
			$result = $this->push->not_counted( $exception );
		}
		if ( $result->is_accepted() ) {
			$this->progress->done( $result->post_types, $result->taxonomies );
		} else {
			$this->progress->failed( '' );
		}
	}

	/**
	 * Sends the switches and nothing else: sync is off. When that fails the site is connected all the same, and it is tried
	 * again.
	 */
	private function send_switches(): void {
		$this->progress->done_with_sync_off( $this->push->switches()->is_accepted() );
	}

	/**
	 * It ended before the site was registered: the connection is what it was before.
	 *
	 * @param ConnectFailure $failure Why.
	 * @return bool False when somebody else has taken over: then the attempt that is under way is theirs.
	 */
	private function failed( ConnectFailure $failure ): bool {
		/* translators: %s: the reason. */
		$this->log->error( sprintf( __( 'Failed to connect: %s', 'igny8-bridge' ), trim( $failure->reason() . '. ' . $failure->getMessage() ) ) );
		if ( ! $this->lock->renew() ) {
			return false;
		}
		$this->connections->change(
			static function ( Connection $connection ): void {
				$connection->apply( State::CONNECT_FAILED );
			}
		);
		$this->progress->failed( $failure->reason(), $failure->getMessage(), $failure->request_id() );
		return true;
	}
}
