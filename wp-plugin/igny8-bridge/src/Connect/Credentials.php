<?php
/**
 * What somebody typed to connect.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Connect;

/**
 * E-mail, password and API key, in memory only and only while the connect flow runs.
 */
final class Credentials {

	/**
	 * The e-mail address.
	 *
	 * @var string
	 */
	public string $email;

	/**
	 * The password.
	 *
	 * @var string
	 */
	public string $password;

	/**
	 * The API key; empty to use the one that the site has.
	 *
	 * @var string
	 */
	public string $api_key;

	/**
	 * Takes what was typed.
	 *
	 * @param string $email    The e-mail address.
	 * @param string $password The password.
	 * @param string $api_key  The API key; empty to use the one that the site has.
	 */
	public function __construct( string $email, string $password, string $api_key ) {
		$this->email    = trim( $email );
		$this->password = $password;
		$this->api_key  = self::without_blanks( $api_key );
	}

	/**
	 * A key as it was meant: it has no blanks, but what is pasted may, from a line that was wrapped, for one.
	 *
	 * @param string $api_key The API key.
	 */
	public static function without_blanks( string $api_key ): string {
		return (string) preg_replace( '/[\s\p{Z}\p{Cf}]+/u', '', $api_key );
	}
}
