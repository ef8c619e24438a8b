<?php
/**
 * Counts the content of a site.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Structure;

use Igny8\Bridge\Wp\Database;

/**
 * One grouped query per kind, however many types there are. The functions of WordPress ask once per type, count what
 * the current user may read, and are filtered by language plugins; the numbers here are those of the database.
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
	 * @param array<int, string> $types The types.
	 * @return array<string, array<string, int>> By type and status, in lower case; what does not occur is missing.
	 * @throws CannotCount When the database does not answer.
	 */
	public function posts( array $types ): array {
		$counts = array();
		foreach ( $this->rows( "SELECT post_type, post_status, COUNT(*) FROM {$this->database->table( 'posts' )} WHERE post_type IN (%s) GROUP BY post_type, post_status", $types ) as $row ) {
			$counts[ strtolower( (string) $row[0] ) ][ strtolower( (string) $row[1] ) ] = (int) $row[2];
		}
		return $counts;
	}

	/**
	 * How many terms each taxonomy has.
	 *
	 * @param array<int, string> $taxonomies The taxonomies.
	 * @return array<string, int> By taxonomy, in lower case; what does not occur is missing.
	 * @throws CannotCount When the database does not answer.
	 */
	public function terms( array $taxonomies ): array {
		$counts = array();
		foreach ( $this->rows( "SELECT taxonomy, COUNT(*) FROM {$this->database->table( 'term_taxonomy' )} WHERE taxonomy IN (%s) GROUP BY taxonomy", $taxonomies ) as $row ) {
			$counts[ strtolower( (string) $row[0] ) ] = (int) $row[1];
		}
		return $counts;
	}

	/**
	 * Asks for the rows of some names.
	 *
	 * @param string             $sql   The query, with one %s where the list of names goes.
	 * @param array<int, string> $names The names.
	 * @return array<int, array<int, string|null>>
	 * @throws CannotCount When the database does not answer.
	 */
	private function rows( string $sql, array $names ): array {
		if ( array() === $names ) {
			return array();
		}
		$places = implode( ', ', array_fill( 0, count( $names ), '%s' ) );
		$rows   = $this->database->rows( str_replace( '%s', $places, $sql ), ...$names );
		$error  = $this->database->last_error();
		if ( '' !== $error ) {
			throw new CannotCount( $error );
		}
		return $rows;
	}
}
