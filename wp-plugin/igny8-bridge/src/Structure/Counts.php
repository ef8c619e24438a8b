<?php
/**
 * Counts the content of a site.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Structure;

use Igny8\Bridge\Wp\Database;

// phpcs:disable WordPress.Security.EscapeOutput.ExceptionNotEscaped -- an exception is no output; whoever shows its message escapes it.

/**
 * One grouped query per kind, however many types there are: one walk over an index that holds all that is asked for. It
 * counts what is no content too, because leaving it out costs more: with a list of types every row is compared with the
 * list, which takes half as long again (`npm run bench:plugin`). The functions of WordPress ask once per type, count what the
 * current user may read, and are filtered by language plugins; the numbers here are those of the database.
 *
 * The database does not tell "Book" from "book", and groups both under either: names are those of the answer in lower
 * case, so that everything is found that the admin list shows.
 */
final class Counts {

	/**
	 * The database.
	 *
	 * @var Database
	 */
	private Database $database;

	/**
	 * Uses the tables of the current site.
	 *
	 * @param Database $database The database.
	 */
	public function __construct( Database $database ) {
		$this->database = $database;
	}

	/**
	 * How many posts of each type have which status.
	 *
	 * @return array<string, array<string, int>> By type and status, in lower case; what does not occur is missing.
	 * @throws CannotCount When the database does not answer.
	 */
	public function posts(): array {
		$counts = array();
		foreach ( $this->rows( "SELECT post_type, post_status, COUNT(*) FROM {$this->database->table( 'posts' )} GROUP BY post_type, post_status" ) as $row ) {
			$counts[ strtolower( (string) $row[0] ) ][ strtolower( (string) $row[1] ) ] = (int) $row[2];
		}
		return $counts;
	}

	/**
	 * How many terms each taxonomy has.
	 *
	 * @return array<string, int> By taxonomy, in lower case; what does not occur is missing.
	 * @throws CannotCount When the database does not answer.
	 */
	public function terms(): array {
		$counts = array();
		foreach ( $this->rows( "SELECT taxonomy, COUNT(*) FROM {$this->database->table( 'term_taxonomy' )} GROUP BY taxonomy" ) as $row ) {
			$counts[ strtolower( (string) $row[0] ) ] = (int) $row[1];
		}
		return $counts;
	}

	/**
	 * Asks for rows.
	 *
	 * @param string $sql The query.
	 * @return array<int, array<int, string|null>>
	 * @throws CannotCount When the database does not answer.
	 */
	private function rows( string $sql ): array {
		$rows  = $this->database->rows( $sql );
		$error = $this->database->last_error();
		if ( '' !== $error ) {
			throw new CannotCount( $error );
		}
		return $rows;
	}
}
