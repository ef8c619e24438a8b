<?php
/**
 * Whether PHP has what the plugin needs.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Health;

/**
 * Does PHP have the extensions that the plugin uses? WordPress stands in for two of them.
 */
final class ExtensionsCheck implements Check {

	/**
	 * Says whether an extension is there.
	 *
	 * @var callable(string): bool
	 */
	private $is_there;

	/**
	 * Looks at this PHP.
	 *
	 * @param callable(string): bool $is_there Says whether an extension is there.
	 */
	public function __construct( callable $is_there ) {
		$this->is_there = $is_there;
	}

	/**
	 * Looks.
	 */
	public function run(): Finding {
		$missing = array_filter( array( 'json', 'sodium', 'mbstring' ), array( $this, 'is_missing' ) );
		if ( $this->is_missing( 'curl' ) && $this->is_missing( 'openssl' ) ) {
			$missing[] = 'curl';
		}
		if ( array() === $missing ) {
			return new Finding( Finding::GOOD, __( 'PHP has the extensions that IGNY8 Bridge uses', 'igny8-bridge' ), __( 'Nothing is missing.', 'igny8-bridge' ) );
		}
		$is_usable = array() === array_diff( $missing, array( 'sodium', 'mbstring' ) );
		return new Finding(
			$is_usable ? Finding::RECOMMENDED : Finding::CRITICAL,
			__( 'PHP lacks extensions that IGNY8 Bridge uses', 'igny8-bridge' ),
			$is_usable ? __( 'WordPress stands in for what is missing, but slowly.', 'igny8-bridge' ) : __( 'Without it IGNY8 cannot be spoken to.', 'igny8-bridge' ),
			/* translators: %s: names of PHP extensions. */
			sprintf( __( 'Next at your host: Switch on %s.', 'igny8-bridge' ), implode( ', ', $missing ) )
		);
	}

	/**
	 * Whether an extension is missing.
	 *
	 * @param string $name The extension.
	 */
	private function is_missing( string $name ): bool {
		return ! ( $this->is_there )( $name );
	}
}
