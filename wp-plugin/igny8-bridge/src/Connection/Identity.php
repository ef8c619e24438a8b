<?php
/**
 * Who this site is.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Connection;

use Igny8\Bridge\Wp\Options;

/**
 * The addresses of this site as they are stored, not as other plugins show them (a language plugin adds `/de`, say):
 * by them and the site's own name IGNY8 tells a copy from the original.
 */
final class Identity {

	/**
	 * Reads the addresses.
	 *
	 * @var Options
	 */
	private Options $options;

	/**
	 * Knows the site's own name.
	 *
	 * @var ConnectionStore
	 */
	private ConnectionStore $connections;

	/**
	 * Puts the parts together.
	 *
	 * @param Options         $options     Reads the addresses.
	 * @param ConnectionStore $connections Knows the site's own name.
	 */
	public function __construct( Options $options, ConnectionStore $connections ) {
		$this->options     = $options;
		$this->connections = $connections;
	}

	/**
	 * The home URL, unfiltered and without a slash at its end.
	 */
	public function home_url(): string {
		return $this->address( 'home', 'WP_HOME' );
	}

	/**
	 * The address of WordPress's files, unfiltered and without a slash at its end.
	 */
	public function site_url(): string {
		return $this->address( 'siteurl', 'WP_SITEURL' );
	}

	/**
	 * What WordPress is told that the site is: production, staging, development or local.
	 */
	public function environment_type(): string {
		return wp_get_environment_type();
	}

	/**
	 * What the site is not any more that was connected.
	 *
	 * @param Connection $connection The connection.
	 * @return string|null A constant of Trouble, or null when it is the same site as far as this side can tell.
	 */
	public function difference( Connection $connection ): ?string {
		$was = $connection->home_url();
		$is  = $this->home_url();
		// What is no web address has no key: two of that kind are the same only if they are written alike.
		if ( ( HomeUrl::key( $was ) ?? $was ) !== ( HomeUrl::key( $is ) ?? $is ) ) {
			return Trouble::MOVED;
		}
		return in_array( $connection->environment_type, array( null, $this->environment_type() ), true ) ? null : Trouble::ENVIRONMENT_CHANGED;
	}

	/**
	 * Why the site is in safe mode.
	 *
	 * @param Connection $connection The connection.
	 */
	public function safe_mode_text( Connection $connection ): string {
		$difference = $this->difference( $connection );
		if ( null === $difference ) {
			return __( 'Safe mode. IGNY8 says that another site is connected. Nothing is sent.', 'igny8-bridge' );
		}
		if ( Trouble::ENVIRONMENT_CHANGED === $difference ) {
			/* translators: %s: an environment type of WordPress: production, staging, development or local. */
			return sprintf( __( 'Safe mode. This site became a %s site. Nothing is sent.', 'igny8-bridge' ), $this->environment_type() );
		}
		/* translators: 1: the address that was connected, 2: the address now. */
		return sprintf( __( 'Safe mode. Connected as %1$s, now at %2$s. Nothing is sent.', 'igny8-bridge' ), $connection->home_url(), $this->home_url() );
	}

	/**
	 * The headers that say who is calling.
	 *
	 * @return array<string, string>
	 */
	public function headers(): array {
		return array(
			'Igny8-Site-Uuid' => $this->connections->get()->site_uuid,
			'Igny8-Home-Url'  => self::ascii( $this->home_url() ),
			'Igny8-Site-Url'  => self::ascii( $this->site_url() ),
		);
	}

	/**
	 * An address: what wp-config.php says, or else the stored option. (On a network the constants speak for the main
	 * site only.)
	 *
	 * @param string $option   The option.
	 * @param string $constant The constant.
	 */
	private function address( string $option, string $constant ): string {
		$configured = defined( $constant ) && ! is_multisite() ? constant( $constant ) : null;
		return untrailingslashit( is_string( $configured ) ? $configured : (string) $this->options->read( $option ) );
	}

	/**
	 * An address as a header can carry it: everything outside visible ASCII percent-encoded.
	 *
	 * @param string $address The address.
	 */
	private static function ascii( string $address ): string {
		return (string) preg_replace_callback(
			'/[^\x21-\x7E]/',
			static function ( array $found ): string {
				return rawurlencode( $found[0] );
			},
			$address
		);
	}
}
