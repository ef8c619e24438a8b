<?php
/**
 * Takes secrets out of a text.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Diagnostics;

use Igny8\Bridge\Connection\ConnectionStore;
use Igny8\Bridge\Security\CannotOpen;
use Igny8\Bridge\Security\Vault;

/**
 * Nothing that is secret is meant to be in the text at all; but error messages come from others, and addresses from
 * whoever configured them. So what the site knows to be secret is taken out, and what looks as if it were: keys, credentials
 * in addresses, email addresses.
 */
final class Redaction {

	/** Shorter ones would take out parts of innocent words. */
	private const SHORTEST = 6;

	/** The salt of a cache is no secret: most often it is the site's own address. */
	private const SECRET_CONSTANTS = '/^(?!WP_CACHE_KEY_SALT$).*(KEY|SALT|PASS|SECRET|TOKEN|WP_PROXY_USERNAME)/i';

	private const PATTERNS = array(
		'/\bigny8_[0-9A-Za-z]{20,}/'                => 'igny8_[removed]',
		'/\bwhsec_[0-9A-Za-z+\/=_-]+/'              => 'whsec_[removed]',
		'/\b(Bearer|Basic) +[^\s,"\']{8,}/i'        => '$1 [removed]',
		'#//[^\s/?\#]*@#'                           => '//',
		'/[^\s<>"\'(),:;@\/]+@[^\s<>"\'(),:;@\/]+/' => '[email]',
	);

	/**
	 * Remembers the connection.
	 *
	 * @var ConnectionStore
	 */
	private ConnectionStore $connections;

	/**
	 * Opens secrets.
	 *
	 * @var Vault
	 */
	private Vault $vault;

	/**
	 * Puts the parts together.
	 *
	 * @param ConnectionStore $connections Remembers the connection.
	 * @param Vault           $vault       Opens secrets.
	 */
	public function __construct( ConnectionStore $connections, Vault $vault ) {
		$this->connections = $connections;
		$this->vault       = $vault;
	}

	/**
	 * A text without secrets.
	 *
	 * @param string $text The text.
	 */
	public function of( string $text ): string {
		$secrets = $this->secrets();
		$text    = strtr( $text, array_fill_keys( array_merge( $secrets, array_map( 'rawurlencode', $secrets ) ), '[removed]' ) );
		return (string) preg_replace( array_keys( self::PATTERNS ), self::PATTERNS, $text );
	}

	/**
	 * What this site knows to be secret.
	 *
	 * @return array<int, string>
	 */
	private function secrets(): array {
		$connection = $this->connections->get();
		$secrets    = array( $connection->sealed_key, $connection->sealed_secret );
		foreach ( array_filter( $secrets, 'is_string' ) as $sealed ) {
			try {
				$secrets[] = $this->vault->open( $sealed );
			} catch ( CannotOpen $exception ) {
				continue;
			}
		}
		foreach ( get_defined_constants( true )['user'] ?? array() as $name => $value ) {
			if ( 1 === preg_match( self::SECRET_CONSTANTS, (string) $name ) ) {
				$secrets[] = $value;
			}
		}
		$secrets = array_merge( $secrets, array_map( 'wp_salt', array( 'auth', 'secure_auth', 'logged_in', 'nonce' ) ) );
		return array_values(
			array_filter(
				$secrets,
				static function ( $secret ): bool {
					return is_string( $secret ) && strlen( $secret ) >= self::SHORTEST;
				}
			)
		);
	}
}
