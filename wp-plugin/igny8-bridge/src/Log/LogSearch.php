<?php
/**
 * Finds lines of the activity log.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Log;

use Igny8\Bridge\Wp\Database;

/**
 * Looks for lines by level, by the id of a request, or by a text that they hold. The log has 200 lines at most, so a look at
 * all of them is cheap.
 */
final class LogSearch {

	private const COLUMNS = 'logged_at, level, message, request_id, duration';

	/** LOCATE and not LIKE: what somebody types has no special characters then. */
	private const MATCHES = "(%s = '' OR level = %s) AND (%s = '' OR LOCATE(%s, request_id) > 0)";

	/**
	 * The database.
	 *
	 * @var Database
	 */
	private Database $database;

	/**
	 * The log.
	 *
	 * @var LogTable
	 */
	private LogTable $log;

	/**
	 * Uses the database of the current site.
	 *
	 * @param Database $database The database.
	 * @param LogTable $log      The log.
	 */
	public function __construct( Database $database, LogTable $log ) {
		$this->database = $database;
		$this->log      = $log;
	}

	/**
	 * The lines that match, newest first.
	 *
	 * @param string $level      A level of Entry; empty for all.
	 * @param string $request_id A part of the id of a request; empty for all.
	 * @param int    $limit      How many at most.
	 * @param int    $offset     How many to leave out at the beginning.
	 * @return array<int, Entry>
	 */
	public function find( string $level, string $request_id, int $limit, int $offset = 0 ): array {
		$rows = $this->database->rows( 'SELECT ' . self::COLUMNS . " FROM {$this->table()} WHERE " . self::MATCHES . ' ORDER BY id DESC LIMIT %d, %d', $level, $level, $request_id, $request_id, $offset, $limit );
		return array_map( array( Entry::class, 'from_row' ), $rows );
	}

	/**
	 * How many lines match.
	 *
	 * @param string $level      A level of Entry; empty for all.
	 * @param string $request_id A part of the id of a request; empty for all.
	 */
	public function count( string $level, string $request_id ): int {
		return (int) $this->database->value( "SELECT COUNT(*) FROM {$this->table()} WHERE " . self::MATCHES, $level, $level, $request_id, $request_id );
	}

	/**
	 * The lines that hold an e-mail address, newest first.
	 *
	 * @param string $email The address; not empty.
	 * @return array<int, Entry>
	 */
	public function about( string $email ): array {
		return array_map( array( Entry::class, 'from_row' ), array_values( $this->rows_about( $email ) ) );
	}

	/**
	 * Removes the lines that hold an e-mail address.
	 *
	 * @param string $email The address; not empty.
	 * @return int How many there were.
	 */
	public function forget( string $email ): int {
		$removed = 0;
		foreach ( array_keys( $this->rows_about( $email ) ) as $id ) {
			$removed += $this->database->change( "DELETE FROM {$this->table()} WHERE id = %d", $id );
		}
		return $removed;
	}

	/**
	 * The rows that hold an e-mail address, not one that merely ends or begins like it: that is another person's.
	 *
	 * @param string $email The address; not empty.
	 * @return array<int, array<int, string|null>> By id, newest first.
	 */
	private function rows_about( string $email ): array {
		$pattern = '/(?<![\w.+\x80-\xFF-])' . preg_quote( $email, '/' ) . '(?![\w\x80-\xFF-]|\.\w)/i';
		$found   = array();
		foreach ( $this->database->rows( 'SELECT ' . self::COLUMNS . ", id FROM {$this->table()} WHERE LOCATE(%s, message) > 0 ORDER BY id DESC", $email ) as $row ) {
			if ( 1 === preg_match( $pattern, (string) $row[2] ) ) {
				$found[ (int) $row[5] ] = $row;
			}
		}
		return $found;
	}

	/**
	 * The table's name on this site. On a network the plugin may run on a site on which it was never switched on.
	 */
	private function table(): string {
		$this->log->install();
		return $this->log->table();
	}
}
