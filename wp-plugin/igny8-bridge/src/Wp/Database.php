<?php
/**
 * The database.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Wp;

use wpdb;

/**
 * Runs statements of the plugin's own, where WordPress has no function for what they do. Tables are those of the current
 * site of a network. Values are bound, never written into a statement; only table names are.
 */
final class Database {

	/**
	 * WordPress's database.
	 *
	 * @var wpdb
	 */
	private wpdb $wpdb;

	/**
	 * Uses WordPress's connection.
	 *
	 * @param wpdb $wpdb WordPress's database.
	 */
	public function __construct( wpdb $wpdb ) {
		$this->wpdb = $wpdb;
	}

	/**
	 * The full name of a table.
	 *
	 * @param string $table Such as `options`, or that of an own table.
	 */
	public function table( string $table ): string {
		return $this->wpdb->prefix . $table;
	}

	/**
	 * The full name of a table that a network has once.
	 *
	 * @param string $table The table.
	 */
	public function network_table( string $table ): string {
		return $this->wpdb->base_prefix . $table;
	}

	/**
	 * The names of the tables that begin and end so.
	 *
	 * @param string $beginning The beginning.
	 * @param string $end       The end; empty for tables that have just this name.
	 * @return array<int, string>
	 */
	public function tables_like( string $beginning, string $end ): array {
		$like = $this->wpdb->esc_like( $beginning ) . ( '' === $end ? '' : '%' . $this->wpdb->esc_like( $end ) );
		return array_map( 'strval', array_column( $this->rows( 'SHOW TABLES LIKE %s', $like ), 0 ) );
	}

	/**
	 * The character set of new tables, as SQL.
	 */
	public function charset(): string {
		return $this->wpdb->get_charset_collate();
	}

	/**
	 * Asks for one value.
	 *
	 * @param string     $sql       The statement, with `%s` and `%d` for values.
	 * @param string|int ...$values The values.
	 * @return string|null Null when there is no row.
	 */
	public function value( string $sql, ...$values ): ?string {
		// Not get_var(): it takes an empty value for none.
		return $this->rows( $sql, ...$values )[0][0] ?? null;
	}

	/**
	 * Asks for rows.
	 *
	 * @param string     $sql       The statement.
	 * @param string|int ...$values The values.
	 * @return array<int, array<int, string|null>>
	 */
	public function rows( string $sql, ...$values ): array {
		/**
		 * What the driver gives for ARRAY_N.
		 *
		 * @var array<int, array<int, string|null>>|null $rows
		 */
		$rows = $this->wpdb->get_results( $this->bound( $sql, $values ), ARRAY_N ); // phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared, WordPress.DB.DirectDatabaseQuery, PluginCheck.Security.DirectDB.UnescapedDBParameter -- bound() prepares it; a cache would break compare-and-swap.
		return $rows ?? array();
	}

	/**
	 * Why the last statement failed; empty when it did not.
	 */
	public function last_error(): string {
		return $this->wpdb->last_error;
	}

	/**
	 * Changes rows.
	 *
	 * @param string     $sql       The statement.
	 * @param string|int ...$values The values.
	 * @return int How many rows changed.
	 */
	public function change( string $sql, ...$values ): int {
		return (int) $this->wpdb->query( $this->bound( $sql, $values ) ); // phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared, WordPress.DB.DirectDatabaseQuery, PluginCheck.Security.DirectDB.UnescapedDBParameter -- bound() prepares it; a cache would break compare-and-swap.
	}

	/**
	 * A statement with its values.
	 *
	 * @param string                       $sql    The statement.
	 * @param array<array-key, string|int> $values The values.
	 */
	private function bound( string $sql, array $values ): string {
		// phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- callers write table names into it, and nothing else.
		return array() === $values ? $sql : (string) $this->wpdb->prepare( $sql, $values ); // @phpstan-ignore argument.type (Table names make it no literal; every value is bound.)
	}
}
