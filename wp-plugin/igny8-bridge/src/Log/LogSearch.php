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
	 * Uses the database of the current site.
	 *
	 * @param Database $database The database.
	 */
	public function __construct( Database $database ) {
		$this->database = $database;
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
	 * The lines that hold a text, newest first.
	 *
	 * @param string $text The text; not empty.
	 * @return array<int, Entry>
	 */
	public function about( string $text ): array {
		$rows = $this->database->rows( 'SELECT ' . self::COLUMNS . " FROM {$this->table()} WHERE LOCATE(%s, message) > 0 ORDER BY id DESC", $text );
		return array_map( array( Entry::class, 'from_row' ), $rows );
	}

	/**
	 * Removes the lines that hold a text.
	 *
	 * @param string $text The text; not empty.
	 * @return int How many there were.
	 */
	public function forget( string $text ): int {
		return $this->database->change( "DELETE FROM {$this->table()} WHERE LOCATE(%s, message) > 0", $text );
	}

	/**
	 * The table's name on this site.
	 */
	private function table(): string {
		return $this->database->table( LogTable::TABLE );
	}
}
