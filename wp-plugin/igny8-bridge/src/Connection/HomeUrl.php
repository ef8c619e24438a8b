<?php
/**
 * When two home URLs are the same.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Connection;

/**
 * Reads a home URL as IGNY8 does, which tells a copy from the original by it: where the plugin took an address for the
 * same and IGNY8 did not, or the other way round, one of them would stop a site that the other knows.
 */
final class HomeUrl {

	/**
	 * What makes an address one of its kind: host, port unless it is the default one, path; not the scheme, so that a site
	 * that moves from http to https stays the same site.
	 *
	 * @param string $address The address, as people and WordPress write it.
	 * @return string|null Null when it is no web address.
	 */
	public static function key( string $address ): ?string {
		$address = trim( $address );
		$address = 1 === preg_match( '~^[a-z][a-z0-9+.-]*://~i', $address ) ? $address : "https://$address";
		if ( 1 !== preg_match( '~^(https?)://([^/?#@:\s\[\]]+|\[[\da-f:.]+\])(?::(\d*))?(/[^?#]*)?(?:[?#]|$)~i', $address, $parts ) ) {
			return null;
		}
		$host = preg_replace( '/\.$/', '', self::host( $parts[2] ) );
		$port = ltrim( $parts[3] ?? '', '0' );
		if ( '' !== $port && ( 'http' === strtolower( $parts[1] ) ? '80' : '443' ) !== $port ) {
			$host .= ":$port";
		}
		return $host . self::path( rtrim( $parts[4] ?? '', '/' ) );
	}

	/**
	 * A host in lower case and ASCII. Without PHP's intl a name in another script is compared as it is written.
	 *
	 * @param string $host The host.
	 */
	private static function host( string $host ): string {
		$host  = rawurldecode( $host );
		$ascii = function_exists( 'idn_to_ascii' ) && 1 === preg_match( '/[^\x00-\x7F]/', $host )
			? idn_to_ascii( $host, IDNA_NONTRANSITIONAL_TO_ASCII, INTL_IDNA_VARIANT_UTS46 )
			: $host;
		return strtolower( false === $ascii ? $host : $ascii );
	}

	/**
	 * A path in which everything is percent-encoded that may not stand in one as it is.
	 *
	 * @param string $path The path.
	 */
	private static function path( string $path ): string {
		$encoded = preg_replace_callback(
			'/[^\w\-.~!$&\'()*+,;=:@\/?%]/',
			static function ( array $found ): string {
				return rawurlencode( $found[0] );
			},
			$path
		);
		return (string) preg_replace( '/%(?![0-9a-f]{2})/i', '%25', (string) $encoded );
	}
}
