<?php
/**
 * Options in WordPress's options table.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Wp;

/**
 * Reads and writes rows of the options table directly: the functions of WordPress answer from caches and cannot compare
 * and swap. The rows are never autoloaded, so a visitor's page does not carry them.
 */
final class OptionsTable implements Options {

	/** Deadlocks in a row are no accident any more. */
	private const TRIES = 5;

	/**
	 * The database.
	 *
	 * @var Database
	 */
	private Database $database;

	/**
	 * Uses the options table of the current site.
	 *
	 * @param Database $database The database.
	 */
	public function __construct( Database $database ) {
		$this->database = $database;
	}

	/**
	 * Reads a value.
	 *
	 * @param string $name Its name.
	 */
	public function read( string $name ): ?string {
		return $this->database->value( "SELECT option_value FROM {$this->table()} WHERE option_name = %s LIMIT 1", $name );
	}

	/**
	 * Stores a value, whatever was there.
	 *
	 * @param string $name  Its name.
	 * @param string $value The value.
	 */
	public function write( string $name, string $value ): void {
		if ( ! $this->insert( $name, $value ) ) {
			$this->change( "UPDATE {$this->table()} SET option_value = %s WHERE option_name = %s", $value, $name );
		}
		$this->forget_cached( $name );
	}

	/**
	 * Stores a value if nobody changed it meanwhile.
	 *
	 * @param string      $name     Its name.
	 * @param string|null $expected What was read before; null when there was none.
	 * @param string      $value    The value.
	 */
	public function swap( string $name, ?string $expected, string $value ): bool {
		$stored = null === $expected
			? $this->insert( $name, $value )
			: $this->change( "UPDATE {$this->table()} SET option_value = %s WHERE option_name = %s AND option_value = %s", $value, $name, $expected );
		$this->forget_cached( $name );
		return $stored;
	}

	/**
	 * Forgets a value.
	 *
	 * @param string $name Its name.
	 */
	public function delete( string $name ): void {
		$this->database->change( "DELETE FROM {$this->table()} WHERE option_name = %s", $name );
		$this->forget_cached( $name );
	}

	/**
	 * Inserts a row unless there is one.
	 *
	 * @param string $name  Its name.
	 * @param string $value The value.
	 */
	private function insert( string $name, string $value ): bool {
		return $this->change( "INSERT IGNORE INTO {$this->table()} (option_name, option_value, autoload) VALUES (%s, %s, 'no')", $name, $value );
	}

	/**
	 * Changes a row. That nothing changed has two reasons: nothing was to be changed, or the database refused it. Who is
	 * the victim of a deadlock begins again, as the database asks.
	 *
	 * @param string $sql       The statement.
	 * @param string ...$values The values.
	 * @return bool Whether a row changed.
	 * @throws CannotStore When the database refused it.
	 */
	private function change( string $sql, string ...$values ): bool {
		$tries = self::TRIES;
		do {
			$changed = $this->database->change( $sql, ...$values );
			$error   = $this->database->last_error();
			--$tries;
		} while ( $tries > 0 && false !== strpos( $error, 'Deadlock found' ) );
		if ( '' !== $error ) {
			throw new CannotStore( $error ); // phpcs:ignore WordPress.Security.EscapeOutput.ExceptionNotEscaped -- an exception is no output; whoever shows its message escapes it.
		}
		return 1 === $changed;
	}

	/**
	 * The options table of the current site.
	 */
	private function table(): string {
		return $this->database->table( 'options' );
	}

	/**
	 * Keeps get_option() of others (WP-CLI, say) from telling an old value.
	 *
	 * @param string $name Its name.
	 */
	private function forget_cached( string $name ): void {
		wp_cache_delete( $name, 'options' );
		wp_cache_delete( 'notoptions', 'options' );
	}
}
