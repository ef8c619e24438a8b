<?php
/**
 * What a command prints.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Cli;

use Igny8\Bridge\Admin\Causes;
use Igny8\Bridge\Wp\CannotStore;
use WP_CLI;

/**
 * With `--format=json` exactly one JSON document on standard output, also when the command fails; else text for people. A
 * command that failed ends with 1.
 */
final class Answer {

	/**
	 * Does what changes the database. When it takes no change, prints that, and ends.
	 *
	 * @template T
	 * @param callable(): T $work What to do.
	 * @return T
	 * @throws CannotStore Never: it has ended by then.
	 */
	public function attempt( callable $work ) {
		try {
			return $work();
		} catch ( CannotStore $refused ) {
			$this->failed( CannotStore::REASON, Causes::not_stored() );
			throw $refused;
		}
	}

	/**
	 * Whether JSON was asked for.
	 *
	 * @var bool
	 */
	private bool $is_json;

	/**
	 * Takes what was asked for.
	 *
	 * @param array<string, mixed> $options The options of the command.
	 */
	public function __construct( array $options ) {
		$this->is_json = 'json' === ( $options['format'] ?? 'table' );
	}

	/**
	 * Prints rows: a table, or a list of objects.
	 *
	 * @param array<int, array<string, string|int|bool|null>> $rows    The rows.
	 * @param array<int, string>                              $columns What a table shows of them.
	 * @param string                                          $nothing What to say instead of an empty table.
	 */
	public function rows( array $rows, array $columns, string $nothing = '' ): void {
		if ( $this->is_json ) {
			$this->document( $rows );
		} elseif ( array() === $rows ) {
			WP_CLI::line( $nothing );
		} else {
			WP_CLI\Utils\format_items( 'table', array_map( array( self::class, 'cells' ), $rows ), $columns );
		}
	}

	/**
	 * Prints that it is done.
	 *
	 * @param array<string, mixed> $document What JSON says.
	 * @param string               $text     What people are told.
	 */
	public function done( array $document, string $text ): void {
		if ( $this->is_json ) {
			$this->document( $document );
		} else {
			WP_CLI::success( $text );
		}
	}

	/**
	 * Prints facts: a table of two columns, or an object.
	 *
	 * @param array<string, string|int|bool|null> $facts By name.
	 */
	public function facts( array $facts ): void {
		if ( $this->is_json ) {
			$this->document( $facts );
			return;
		}
		$rows = array();
		foreach ( $facts as $field => $value ) {
			$rows[] = compact( 'field', 'value' );
		}
		$this->rows( $rows, array( 'field', 'value' ) );
	}

	/**
	 * Prints why it failed, and ends.
	 *
	 * @param string               $code The reason in a word.
	 * @param string               $text The reason in a sentence.
	 * @param array<string, mixed> $more More for JSON.
	 */
	public function failed( string $code, string $text, array $more = array() ): void {
		if ( $this->is_json ) {
			$this->document( array( 'error' => compact( 'code' ) + array( 'message' => $text ) + $more ) );
		} else {
			WP_CLI::error( $text, false );
		}
		WP_CLI::halt( 1 );
	}

	/**
	 * Whether JSON was asked for.
	 */
	public function is_json(): bool {
		return $this->is_json;
	}

	/**
	 * Prints a document.
	 *
	 * @param array<array-key, mixed> $document The document.
	 */
	public function document( array $document ): void {
		WP_CLI::line( (string) json_encode( $document, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE ) );
	}

	/**
	 * A row as a table shows it.
	 *
	 * @param array<string, string|int|bool|null> $row The row.
	 * @return array<string, string>
	 */
	private static function cells( array $row ): array {
		return array_map(
			static function ( $value ): string {
				if ( is_bool( $value ) ) {
					return $value ? 'on' : 'off';
				}
				return null === $value ? '-' : (string) $value;
			},
			$row
		);
	}
}
