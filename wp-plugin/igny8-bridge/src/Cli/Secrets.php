<?php
/**
 * Where a password and a key come from.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Cli;

use cli\Shell;

/**
 * Reads a secret from a constant of wp-config.php, from the environment, from standard input or from a question whose answer
 * is not shown. Never from the command line: that is in the list of processes and in the shell's history. Nothing is printed
 * on standard output, which belongs to the command's answer.
 */
final class Secrets {

	/**
	 * Standard input.
	 *
	 * @var resource
	 */
	private $input;

	/**
	 * Whether the secrets come on standard input, one a line.
	 *
	 * @var bool
	 */
	private bool $is_piped;

	/**
	 * Uses standard input.
	 *
	 * @param resource $input    Standard input.
	 * @param bool     $is_piped Whether the secrets come on it, one a line.
	 */
	public function __construct( $input, bool $is_piped ) {
		$this->input    = $input;
		$this->is_piped = $is_piped;
	}

	/**
	 * Reads a secret.
	 *
	 * @param string $name     The constant, and the variable of the environment.
	 * @param string $question What to ask.
	 * @return string Empty when there is none.
	 */
	public function read( string $name, string $question ): string {
		$line  = $this->is_piped ? $this->line() : '';
		$fixed = defined( $name ) ? constant( $name ) : getenv( $name );
		if ( is_string( $fixed ) && '' !== $fixed ) {
			return $fixed;
		}
		return $this->is_piped || ! stream_isatty( $this->input ) ? $line : $this->ask( $question );
	}

	/**
	 * Asks, without showing what is typed.
	 *
	 * @param string $question What to ask.
	 */
	private function ask( string $question ): string {
		fwrite( STDERR, $question . ': ' ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- a terminal is no file.
		Shell::hide( true );
		try {
			return $this->line();
		} finally {
			Shell::hide( false );
			fwrite( STDERR, "\n" ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- a terminal is no file.
		}
	}

	/**
	 * The next line.
	 */
	private function line(): string {
		return rtrim( (string) fgets( $this->input ), "\r\n" );
	}
}
