<?php
/**
 * Remembers the connection.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Connection;

use Igny8\Bridge\Api\MalformedAnswer;
use Igny8\Bridge\Log\Log;
use Igny8\Bridge\Wp\CannotStore;
use Igny8\Bridge\Wp\Clock;
use Igny8\Bridge\Wp\Options;

/**
 * Reads and changes the connection. A change is made on what is stored at that moment and written only if nobody else
 * wrote meanwhile; else it is made again. So nothing that two processes do at once is lost.
 */
final class ConnectionStore {

	public const OPTION = 'igny8_bridge_connection';

	private const TRIES = 20;

	/**
	 * Where it is kept.
	 *
	 * @var Options
	 */
	private Options $options;

	/**
	 * Tells the time.
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
	 * Uses a place to keep it.
	 *
	 * @param Options $options Where it is kept.
	 * @param Clock   $clock   Tells the time.
	 * @param Log     $log     Keeps what happened.
	 */
	public function __construct( Options $options, Clock $clock, Log $log ) {
		$this->options = $options;
		$this->clock   = $clock;
		$this->log     = $log;
	}

	/**
	 * The connection as it is now. That of a site that nobody tried to connect is not stored, so its name is another one
	 * each time.
	 */
	public function get(): Connection {
		$stored     = $this->options->read( self::OPTION );
		$connection = $this->decode( $stored );
		if ( null === $connection && null !== $stored ) {
			try {
				return $this->change( static function (): void {} );
			} catch ( CannotStore $refused ) {
				// What is damaged is forgotten at the first look that the database lets it be.
				$connection = null;
			}
		}
		return $connection ?? new Connection( wp_generate_uuid4() );
	}

	/**
	 * Changes the connection.
	 *
	 * @param callable(Connection): void $change What to change; it may run more than once.
	 * @return Connection The connection as it is then.
	 * @throws CannotStore When the database takes no change.
	 */
	public function change( callable $change ): Connection {
		for ( $try = 0; $try < self::TRIES; $try++ ) {
			$stored     = $this->options->read( self::OPTION );
			$known      = $this->decode( $stored );
			$connection = $known ?? new Connection( wp_generate_uuid4() );
			$change( $connection );
			++$connection->version;
			if ( $this->options->swap( self::OPTION, $stored, (string) json_encode( $connection, JSON_INVALID_UTF8_SUBSTITUTE ) ) ) {
				if ( null === $known && null !== $stored ) {
					$this->log->error( __( 'The connection was damaged in the database and had to be forgotten. Connect the site again.', 'igny8-bridge' ) );
				}
				return $connection;
			}
		}
		throw new CannotStore( 'The database does not take a change of the connection.' );
	}

	/**
	 * Forgets everything.
	 */
	public function delete(): void {
		$this->options->delete( self::OPTION );
	}

	/**
	 * Reads what is stored. An attempt to connect that nobody renewed any more is over: PHP was stopped in the middle.
	 * A state that is not in the table was left by a newer version: connecting again leads out of it.
	 *
	 * @param string|null $stored The row.
	 * @return Connection|null Null when there is none, or only a damaged one.
	 */
	private function decode( ?string $stored ): ?Connection {
		$data = json_decode( (string) $stored, true );
		try {
			$connection = Connection::from_array( is_array( $data ) ? $data : array() );
		} catch ( MalformedAnswer $exception ) {
			return null;
		}
		$connection->state  = State::known( $connection->state );
		$connection->before = State::known( $connection->before );
		if ( State::AUTHENTICATING === $connection->state && Lock::is_over( (int) $connection->authenticating_until, $this->clock->now() ) ) {
			$connection->apply( State::CONNECT_FAILED );
		}
		return $connection;
	}
}
