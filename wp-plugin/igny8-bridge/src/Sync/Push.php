<?php
/**
 * Tells IGNY8 what the site has.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Sync;

use Igny8\Bridge\Api\ApiException;
use Igny8\Bridge\Api\Clients;
use Igny8\Bridge\Api\Model\UpdateStructureRequest;
use Igny8\Bridge\Api\Model\UpdateStructureResult;
use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\ConnectionStore;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Connection\Switches;
use Igny8\Bridge\Connection\Trouble;
use Igny8\Bridge\Log\Log;
use Igny8\Bridge\Security\CannotOpen;
use Igny8\Bridge\Security\Vault;
use Igny8\Bridge\Structure\CannotCount;
use Igny8\Bridge\Structure\Structure;
use Igny8\Bridge\Wp\Clock;

/**
 * Sends a structure or the two switches with the site's own key, and writes down what became of it. Whoever calls it
 * holds the lock.
 */
final class Push {

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
	 * The two switches.
	 *
	 * @var Switches
	 */
	private Switches $switches;

	/**
	 * Keeps what IGNY8 answers.
	 *
	 * @var EffectiveSettings
	 */
	private EffectiveSettings $settings;

	/**
	 * What to do about a failure.
	 *
	 * @var Failures
	 */
	private Failures $failures;

	/**
	 * Takes the next try off the schedule.
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
	 * @param Switches          $switches    The two switches.
	 * @param EffectiveSettings $settings    Keeps what IGNY8 answers.
	 * @param Failures          $failures    What to do about a failure.
	 * @param Schedule          $schedule    Takes the next try off the schedule.
	 * @param Log               $log         Keeps what happened.
	 * @param Clock             $clock       Tells the time.
	 */
	public function __construct( Clients $clients, ConnectionStore $connections, Vault $vault, Switches $switches, EffectiveSettings $settings, Failures $failures, Schedule $schedule, Log $log, Clock $clock ) {
		$this->clients     = $clients;
		$this->connections = $connections;
		$this->vault       = $vault;
		$this->switches    = $switches;
		$this->settings    = $settings;
		$this->failures    = $failures;
		$this->schedule    = $schedule;
		$this->log         = $log;
		$this->clock       = $clock;
	}

	/**
	 * Sends a structure, and the switches with it.
	 *
	 * @param Structure $structure What the site has.
	 */
	public function structure( Structure $structure ): PushResult {
		$this->log_oddities( $structure );
		$sync    = $this->switches->sync();
		$two_way = $this->switches->two_way();
		$body    = new UpdateStructureRequest( $structure->post_types, $structure->taxonomies, $sync, $two_way, $structure->collected_at() );
		$result  = $this->send( $body );
		if ( null === $result ) {
			$connection = $this->connections->get();
			/**
			 * Fires after IGNY8 did not take this site's structure. Where waiting helps it is tried again by itself.
			 *
			 * @since 0.1.0
			 *
			 * @param string      $state      The state of the connection that follows, such as `degraded` or `needs_reconnect`.
			 * @param string      $reason     Why, in a word, such as `timed_out`; empty when nobody knows.
			 * @param string|null $request_id The id of the request, if it had one.
			 */
			do_action( 'igny8_structure_failed', $connection->state, (string) $connection->trouble, $connection->request_id );
			return new PushResult( PushResult::FAILED );
		}
		$this->told( $sync, $two_way );
		/**
		 * Fires after IGNY8 took this site's structure.
		 *
		 * @since 0.1.0
		 *
		 * @param int $post_types How many post types were sent.
		 * @param int $taxonomies How many taxonomies were sent.
		 */
		do_action( 'igny8_structure_sent', count( $structure->post_types ), count( $structure->taxonomies ) );
		return new PushResult( PushResult::ACCEPTED, count( $structure->post_types ), count( $structure->taxonomies ) );
	}

	/**
	 * There is nothing to send, because the content could not be counted: that is tried again like a push that failed.
	 *
	 * @param CannotCount $exception What the database said.
	 */
	public function not_counted( CannotCount $exception ): PushResult {
		/* translators: %s: an error message of the database. */
		$this->log->error( sprintf( __( 'The content could not be counted: %s', 'igny8-bridge' ), $exception->getMessage() ) );
		$this->failures->of_push( (string) $this->connections->get()->registration, new ApiException( Trouble::NOT_COUNTED, __( 'The content could not be counted.', 'igny8-bridge' ) ) );
		return new PushResult( PushResult::FAILED );
	}

	/**
	 * Sends only the switches.
	 */
	public function switches(): PushResult {
		$sync    = $this->switches->sync();
		$two_way = $this->switches->two_way();
		$result  = $this->send( new UpdateStructureRequest( null, null, $sync, $two_way ) );
		if ( null === $result ) {
			return new PushResult( PushResult::FAILED );
		}
		$this->told( $sync, $two_way );
		return new PushResult( PushResult::ACCEPTED );
	}

	/**
	 * Sends a body with the site's key.
	 *
	 * @param UpdateStructureRequest $body What to send.
	 * @return UpdateStructureResult|null Null when it failed; what follows from that is done already.
	 */
	private function send( UpdateStructureRequest $body ): ?UpdateStructureResult {
		$connection   = $this->connections->get();
		$registration = (string) $connection->registration;
		try {
			$client = $this->clients->with( $this->vault->open( (string) $connection->sealed_key ) );
			$result = $client->update_structure( (string) $connection->integration_id, $body );
		} catch ( CannotOpen $exception ) {
			$this->log->error( $exception->getMessage() );
			$this->failures->key_lost( $registration, CannotOpen::KEY_CHANGED === $exception->getMessage() ? Trouble::KEY_UNREADABLE : Trouble::KEY_DAMAGED );
			return null;
		} catch ( ApiException $exception ) {
			$this->failures->of_push( $registration, $exception );
			return null;
		}
		$this->accepted( $registration, $body, $result );
		return $result;
	}

	/**
	 * IGNY8 took it. With sync on only a structure makes the connection ready: one that is still to be sent stays due.
	 *
	 * @param string                 $registration Whose key it was.
	 * @param UpdateStructureRequest $body         What was sent.
	 * @param UpdateStructureResult  $result       What IGNY8 answered.
	 */
	private function accepted( string $registration, UpdateStructureRequest $body, UpdateStructureResult $result ): void {
		$now        = $this->clock->now();
		$connection = $this->connections->change(
			static function ( Connection $connection ) use ( $registration, $body, $result, $now ): void {
				if ( $connection->registration !== $registration || ! $connection->is_connected() ) {
					return;
				}
				if ( null !== $body->post_types ) {
					$connection->last_sync = $now;
				}
				if ( null !== $body->post_types || true !== $body->plugin_connection_enabled ) {
					$connection->clear_trouble();
					$connection->apply( 'ready' === $result->status ? State::PUSH_ACCEPTED : State::REGISTERED );
				}
			}
		);
		if ( $connection->registration !== $registration || ! $connection->is_connected() ) {
			return;
		}
		if ( null === $connection->next_try ) {
			$this->schedule->settled();
		}
		$this->settings->remember( $result->settings );
	}

	/**
	 * IGNY8 knows how the switches stood when this push began. Who turned them meanwhile found somebody at it and counts
	 * on a push to follow, which this one's success has just taken off the schedule.
	 *
	 * @param bool $sync    What it was told of Enable Sync Operations.
	 * @param bool $two_way What it was told of Enable Two-Way Sync.
	 */
	private function told( bool $sync, bool $two_way ): void {
		$this->switches->told( $sync, $two_way );
		if ( ! $this->switches->are_told() ) {
			$this->schedule->follow_up();
		}
	}

	/**
	 * Leaves a line for everything that is odd and goes on all the same.
	 *
	 * @param Structure $structure What the site has.
	 */
	private function log_oddities( Structure $structure ): void {
		if ( array() === $structure->post_types ) {
			$this->log->error( __( 'No post types found.', 'igny8-bridge' ) );
		}
		if ( array() === $structure->taxonomies ) {
			$this->log->error( __( 'No taxonomies found.', 'igny8-bridge' ) );
		}
		array_map( array( $this->log, 'warning' ), $structure->left_out );
	}
}
