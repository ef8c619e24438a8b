<?php
/**
 * Remembers the connection.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Connection;

use Igny8\Bridge\Wp\Clock;
use Igny8\Bridge\Wp\Options;
use RuntimeException;

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
	 * Uses a place to keep it.
	 *
	 * @param Options $options Where it is kept.
	 * @param Clock   $clock   Tells the time.
	 */
	public function __construct( Options $options, Clock $clock ) {
		$this->options = $options;
		$this->clock   = $clock;
	}

	/**
	 * The connection as it is now.
	 */
	public function get(): Connection {
		$stored = $this->options->read( self::OPTION );
		// The first look gives the site its name, which then stays.
		return null === $stored ? $this->change( static function (): void {} ) : $this->decode( $stored );
	}

	/**
	 * Changes the connection.
	 *
	 * @param callable(Connection): void $change What to change; it may run more than once.
	 * @return Connection The connection as it is then.
	 * @throws RuntimeException When the database takes no change.
	 */
	public function change( callable $change ): Connection {
		for ( $try = 0; $try < self::TRIES; $try++ ) {
			$stored     = $this->options->read( self::OPTION );
			$connection = null === $stored ? new Connection( wp_generate_uuid4() ) : $this->decode( $stored );
			$change( $connection );
			++$connection->version;
			if ( $this->options->swap( self::OPTION, $stored, (string) json_encode( $connection, JSON_INVALID_UTF8_SUBSTITUTE ) ) ) {
				return $connection;
			}
		}
		throw new RuntimeException( 'The database does not take a change of the connection.' );
	}

	/**
	 * Forgets everything.
	 */
	public function delete(): void {
		$this->options->delete( self::OPTION );
	}

	/**
	 * Reads what is stored. An attempt to connect that nobody renewed any more is over: PHP was stopped in the middle.
	 *
	 * @param string $stored The row.
	 */
	private function decode( string $stored ): Connection {
		$data       = json_decode( $stored, true );
		$connection = Connection::from_array( is_array( $data ) ? $data : array() );
		if ( State::AUTHENTICATING === $connection->state && $connection->authenticating_until <= $this->clock->now() ) {
			$connection->apply( State::CONNECT_FAILED );
		}
		return $connection;
	}
}
