<?php
/**
 * The activity log in a table of its own.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Log;

use Igny8\Bridge\Api\ApiException;
use Igny8\Bridge\Wp\CannotStore;
use Igny8\Bridge\Wp\Clock;
use Igny8\Bridge\Wp\Database;
use Igny8\Bridge\Wp\Options;

/**
 * Keeps the last 200 lines for at most 90 days. Nothing is written on a visitor's page, for nothing happens there.
 */
final class LogTable implements Log {

	public const TABLE = 'igny8_log';

	private const KEEP           = 200;
	private const KEEP_SECONDS   = 90 * 86400;
	private const SCHEMA         = '1';
	private const SCHEMA_OPTION  = 'igny8_bridge_schema';
	private const MESSAGE_LENGTH = 1000;

	/**
	 * The database.
	 *
	 * @var Database
	 */
	private Database $database;

	/**
	 * Remembers which schema the table has.
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
	 * Uses the database of the current site.
	 *
	 * @param Database $database The database.
	 * @param Options  $options  Remembers which schema the table has.
	 * @param Clock    $clock    Tells the time.
	 */
	public function __construct( Database $database, Options $options, Clock $clock ) {
		$this->database = $database;
		$this->options  = $options;
		$this->clock    = $clock;
	}

	/**
	 * Makes the table, or brings it up to date, unless that is done already.
	 */
	public function install(): void {
		if ( self::SCHEMA === $this->options->read( self::SCHEMA_OPTION ) ) {
			return;
		}
		require_once ABSPATH . 'wp-admin/includes/upgrade.php'; // @phpstan-ignore requireOnce.fileNotFound (A file of WordPress.)
		dbDelta(
			"CREATE TABLE {$this->table()} (
				id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
				logged_at bigint(20) unsigned NOT NULL,
				level varchar(10) NOT NULL,
				message text NOT NULL,
				request_id varchar(64) DEFAULT NULL,
				duration int(10) unsigned DEFAULT NULL,
				PRIMARY KEY  (id)
			) {$this->database->charset()};"
		);
		try {
			$this->options->write( self::SCHEMA_OPTION, self::SCHEMA );
		} catch ( CannotStore $refused ) {
			// Nothing ends because it could not be logged; the next line tries again.
			return;
		}
	}

	/**
	 * Whether the table was made and is not there any more. (It is made when it is needed first.)
	 */
	public function is_lost(): bool {
		return null !== $this->options->read( self::SCHEMA_OPTION )
			&& null === $this->database->value( 'SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = %s', $this->table() );
	}

	/**
	 * Makes the table again if it got lost.
	 */
	public function restore(): void {
		if ( $this->is_lost() ) {
			$this->options->delete( self::SCHEMA_OPTION );
		}
		$this->install();
	}

	/**
	 * Drops the lines that are too old to keep.
	 */
	public function purge(): void {
		$this->database->change( "DELETE FROM {$this->table()} WHERE logged_at < %d", $this->clock->now() - self::KEEP_SECONDS );
	}

	/**
	 * Removes the table.
	 */
	public function uninstall(): void {
		$this->database->change( "DROP TABLE IF EXISTS {$this->table()}" );
		$this->options->delete( self::SCHEMA_OPTION );
	}

	/**
	 * Removes the tables of sites of a network that were deleted while the plugin was not running there, which is so when
	 * the network's administrator deletes a site on which alone it was switched on.
	 */
	public function drop_tables_of_deleted_sites(): void {
		$own = preg_quote( $this->database->network_table( '' ), '/' );
		foreach ( $this->database->tables_like( $this->database->network_table( '' ), self::TABLE ) as $table ) {
			if ( 1 === preg_match( "/^($own\d+_)" . self::TABLE . '$/D', $table, $match ) && array() === $this->database->tables_like( $match[1] . 'options', '' ) ) {
				$this->database->change( "DROP TABLE IF EXISTS $table" );
			}
		}
	}

	/**
	 * The latest lines, newest first.
	 *
	 * @param int $limit How many at most.
	 * @return array<int, Entry>
	 */
	public function latest( int $limit ): array {
		// On a network the plugin may run on a site on which it was never switched on.
		$this->install();
		return array_map(
			array( Entry::class, 'from_row' ),
			$this->database->rows( "SELECT logged_at, level, message, request_id, duration FROM {$this->table()} ORDER BY id DESC LIMIT %d", $limit )
		);
	}

	/**
	 * Something happened as it should.
	 *
	 * @param string $message What.
	 */
	public function info( string $message ): void {
		$this->add( Entry::INFO, $message, null, null );
	}

	/**
	 * Something is odd, and goes on.
	 *
	 * @param string $message What.
	 */
	public function warning( string $message ): void {
		$this->add( Entry::WARNING, $message, null, null );
	}

	/**
	 * Something went wrong.
	 *
	 * @param string $message What.
	 */
	public function error( string $message ): void {
		$this->add( Entry::ERROR, $message, null, null );
	}

	/**
	 * A request was answered.
	 *
	 * @param string      $method     The method.
	 * @param string      $path       The path.
	 * @param int         $status     The status of the answer.
	 * @param int         $duration   How long it took, in milliseconds.
	 * @param string|null $request_id The id of the request.
	 */
	public function exchange( string $method, string $path, int $status, int $duration, ?string $request_id ): void {
		$this->add( Entry::INFO, "$method $path: $status", $request_id, $duration );
	}

	/**
	 * A request failed.
	 *
	 * @param string       $method   The method.
	 * @param string       $path     The path.
	 * @param ApiException $error    Why.
	 * @param int          $duration How long it took, in milliseconds.
	 */
	public function failed_exchange( string $method, string $path, ApiException $error, int $duration ): void {
		$status = 0 === $error->status() ? '' : $error->status() . ' ';
		$this->add( Entry::ERROR, "$method $path: $status{$error->reason()}. {$error->getMessage()}", $error->request_id(), $duration );
	}

	/**
	 * Adds a line and drops the oldest ones.
	 *
	 * @param string      $level      How bad it is.
	 * @param string      $message    What happened.
	 * @param string|null $request_id The id of the request that it is about.
	 * @param int|null    $duration   How long it took, in milliseconds.
	 */
	private function add( string $level, string $message, ?string $request_id, ?int $duration ): void {
		$this->install();
		// An empty text stands for "none": %s cannot bind null.
		$this->database->change(
			"INSERT INTO {$this->table()} (logged_at, level, message, request_id, duration) VALUES (%d, %s, %s, NULLIF(%s, ''), NULLIF(%d, -1))",
			$this->clock->now(),
			$level,
			mb_substr( $message, 0, self::MESSAGE_LENGTH ),
			substr( (string) $request_id, 0, 64 ),
			$duration ?? -1
		);
		// Not by the distance of the ids: a cluster of databases counts in steps of its size.
		$oldest = $this->database->value( "SELECT id FROM {$this->table()} ORDER BY id DESC LIMIT %d, 1", self::KEEP );
		$this->database->change( "DELETE FROM {$this->table()} WHERE id <= %d OR logged_at < %d", (int) $oldest, $this->clock->now() - self::KEEP_SECONDS );
	}

	/**
	 * The table's name on this site.
	 */
	public function table(): string {
		return $this->database->table( self::TABLE );
	}
}
