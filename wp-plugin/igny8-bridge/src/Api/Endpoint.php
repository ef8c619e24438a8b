<?php
/**
 * Where IGNY8 is.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Api;

/**
 * The address of the API. Only https is spoken, except with this very machine.
 */
final class Endpoint {

	/**
	 * The address, without a slash at its end.
	 *
	 * @var string
	 */
	private string $address;

	/**
	 * Takes the address as it was configured.
	 *
	 * @param string $address Such as `https://api.igny8.com`.
	 */
	public function __construct( string $address ) {
		$this->address = rtrim( $address, '/' );
	}

	/**
	 * The address of a path.
	 *
	 * @param string               $path  Such as `/auth/me/`.
	 * @param array<string, mixed> $query What goes behind the question mark; null is left out.
	 */
	public function url( string $path, array $query ): string {
		$search = http_build_query( $query, '', '&', PHP_QUERY_RFC3986 );
		return $this->address . $path . ( '' === $search ? '' : '?' . $search );
	}

	/**
	 * The host, for texts that name it.
	 */
	public function host(): string {
		return (string) wp_parse_url( $this->address, PHP_URL_HOST );
	}

	/**
	 * Whether a key may be sent there: over https, or to this machine.
	 */
	public function is_safe(): bool {
		$scheme = strtolower( (string) wp_parse_url( $this->address, PHP_URL_SCHEME ) );
		return 'https' === $scheme || ( 'http' === $scheme && $this->is_this_machine() );
	}

	/**
	 * Whether the host is this machine: localhost, 127.0.0.0/8 or ::1. Names that merely lead there do not count, for
	 * a name can lead elsewhere tomorrow.
	 */
	private function is_this_machine(): bool {
		$host = strtolower( $this->host() );
		if ( 'localhost' === $host || '[::1]' === $host ) {
			return true;
		}
		return false !== filter_var( $host, FILTER_VALIDATE_IP, FILTER_FLAG_IPV4 ) && 0 === strpos( $host, '127.' );
	}
}
