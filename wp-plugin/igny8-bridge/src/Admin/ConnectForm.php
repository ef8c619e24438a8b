<?php
/**
 * The form that connects.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\State;

/**
 * Email, API Key, Password, [Connect to IGNY8].
 */
final class ConnectForm {

	/** How much of a key is shown. */
	private const HINT = 13;

	/**
	 * The API key of wp-config.php; empty when it says none.
	 *
	 * @var string
	 */
	private string $fixed_key;

	/**
	 * Takes the key that nobody needs to type.
	 *
	 * @param string $fixed_key The API key of wp-config.php; empty when it says none.
	 */
	public function __construct( string $fixed_key ) {
		$this->fixed_key = $fixed_key;
	}

	/**
	 * Prints the form.
	 *
	 * @param Connection $connection The connection.
	 * @param string     $run        Names the press of this user that is under way; empty when none is.
	 */
	public function render( Connection $connection, string $run ): void {
		$hint     = $connection->is_connected() ? $connection->key_hint . '...' : '';
		$defaults = array(
			'email'    => (string) ( $connection->email ?? wp_get_current_user()->user_email ),
			'api_key'  => '',
			'password' => '',
		);
		if ( ! $connection->is_connected() ) {
			/**
			 * Filters what the connect form is filled in with, as long as the site is not connected. A demonstration
			 * fills in its own account here; on a real site a password must never stand in a page.
			 *
			 * @since 0.1.0
			 *
			 * @param array{email: string, api_key: string, password: string} $defaults What the fields hold.
			 */
			$filtered = apply_filters( 'igny8_connect_form_defaults', $defaults );
			$defaults = array_filter( array_intersect_key( is_array( $filtered ) ? $filtered : array(), $defaults ), 'is_string' ) + $defaults;
		}

		Form::open( Form::CONNECT, 'igny8-connect' );
		printf( '<input type="hidden" name="igny8_run" value="" data-running="%s"><table class="form-table" role="presentation"><tbody>', esc_attr( $run ) );
		self::row( 'igny8_email', __( 'Email', 'igny8-bridge' ) );
		printf( '<input type="email" class="regular-text" id="igny8_email" name="igny8_email" value="%s" maxlength="254" required autocomplete="off">', esc_attr( $defaults['email'] ) );
		self::end_of_row();
		self::row( 'igny8_api_key', __( 'API Key', 'igny8-bridge' ) );
		if ( '' === $this->fixed_key ) {
			self::key_to_type( $defaults['api_key'], $hint );
		} else {
			$this->key_of_the_configuration( $hint );
		}
		self::end_of_row();
		// `new-password` keeps the browser from filling in the password of WordPress, which it knows for this address.
		self::row( 'igny8_password', __( 'Password', 'igny8-bridge' ) );
		printf( '<input type="password" class="regular-text" id="igny8_password" name="igny8_password" value="%s" maxlength="256" required autocomplete="new-password" aria-describedby="igny8_password_help">', esc_attr( $defaults['password'] ) );
		printf( '<p class="description" id="igny8_password_help">%s</p>', esc_html__( 'Of your IGNY8 account. Used once to sign in, never stored.', 'igny8-bridge' ) );
		self::end_of_row();
		echo '</tbody></table>';
		printf(
			'<p class="submit"><button type="submit" class="button%s" id="igny8-connect-button" data-working="%s">%s</button></p>',
			$connection->is_connected() || State::SAFE_MODE === $connection->state ? '' : ' button-primary',
			esc_attr__( 'Connecting…', 'igny8-bridge' ),
			esc_html__( 'Connect to IGNY8', 'igny8-bridge' )
		);
		Form::close();
	}

	/**
	 * Prints the field for the key.
	 *
	 * @param string $value What it holds.
	 * @param string $hint  How the site's own key begins; empty when it has none.
	 */
	private static function key_to_type( string $value, string $hint ): void {
		printf(
			'<input type="text" class="regular-text code" id="igny8_api_key" name="igny8_api_key" value="%s" placeholder="%s" maxlength="200" autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="igny8_api_key_help"%s>',
			esc_attr( $value ),
			esc_attr( $hint ),
			'' === $hint ? ' required' : ''
		);
		/* translators: %s: the beginning of a key. */
		$help = '' === $hint ? __( 'Made in IGNY8 under API keys. It is exchanged for a key of this site\'s own and not stored.', 'igny8-bridge' ) : sprintf( __( 'This site\'s own key is %s Leave the field empty to keep it.', 'igny8-bridge' ), $hint );
		printf( '<p class="description" id="igny8_api_key_help">%s</p>', esc_html( $help ) );
	}

	/**
	 * Prints the field for the key when wp-config.php says which. It has no name, so it is not sent, and of a key that is
	 * too short to be one not even the beginning is shown.
	 *
	 * @param string $hint How the site's own key begins; empty when it has none.
	 */
	private function key_of_the_configuration( string $hint ): void {
		$is_own = '' !== $hint;
		$begins = strlen( $this->fixed_key ) > 2 * self::HINT ? substr( $this->fixed_key, 0, self::HINT ) : '';
		printf( '<input type="text" class="regular-text code" id="igny8_api_key" value="%s" readonly aria-describedby="igny8_api_key_help">', esc_attr( $is_own ? $hint : $begins . '...' ) );
		$help = $is_own
			? __( 'This site\'s own key. Connecting again uses IGNY8_API_KEY of wp-config.php; to type another one, take that out.', 'igny8-bridge' )
			: __( 'IGNY8_API_KEY of wp-config.php; to type another one, take that out. It is exchanged for a key of this site\'s own.', 'igny8-bridge' );
		printf( '<p class="description" id="igny8_api_key_help">%s</p>', esc_html( $help ) );
	}

	/**
	 * Begins a row.
	 *
	 * @param string $field The field.
	 * @param string $label Its label.
	 */
	private static function row( string $field, string $label ): void {
		printf( '<tr><th scope="row"><label for="%s">%s</label></th><td>', esc_attr( $field ), esc_html( $label ) );
	}

	/**
	 * Ends a row.
	 */
	private static function end_of_row(): void {
		echo '</td></tr>';
	}
}
