<?php
/**
 * The forms of the settings page.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

use Igny8\Bridge\Wp\CannotStore;

/**
 * The one way from a form to its controller and back: a POST to admin-post.php with a nonce, answered by a redirect to
 * the settings page.
 */
final class Form {

	public const PAGE = 'igny8-bridge';

	public const CONNECT    = 'igny8_bridge_connect';
	public const SWITCHES   = 'igny8_bridge_switches';
	public const SEND       = 'igny8_bridge_send_structure';
	public const DISCONNECT = 'igny8_bridge_disconnect';
	public const IDENTITY   = 'igny8_bridge_identity';

	/** The query argument that says which notice the page begins with. */
	public const NOTICE = 'igny8-notice';

	/** The query argument that says what the page asks before it is done. */
	public const CONFIRM = 'igny8-confirm';

	/**
	 * Opens a form.
	 *
	 * @param string $action One of the constants.
	 * @param string $id     The form's id.
	 */
	public static function open( string $action, string $id ): void {
		printf( '<form method="post" action="%s" id="%s">', esc_url( admin_url( 'admin-post.php' ) ), esc_attr( $id ) );
		printf( '<input type="hidden" name="action" value="%s">', esc_attr( $action ) );
		// Not wp_nonce_field(): it gives the field of each form of the page the same id.
		printf( '<input type="hidden" name="_wpnonce" value="%s">', esc_attr( wp_create_nonce( $action ) ) );
	}

	/**
	 * Closes it.
	 */
	public static function close(): void {
		echo '</form>';
	}

	/**
	 * Stops whoever may not do this.
	 *
	 * @param string $action The action whose nonce was sent.
	 */
	public static function authorize( string $action ): void {
		if ( ! Access::is_allowed() ) {
			wp_die( esc_html__( 'Sorry, you are not allowed to change this connection.', 'igny8-bridge' ), '', array( 'response' => 403 ) );
		}
		check_admin_referer( $action );
	}

	/**
	 * The settings page.
	 *
	 * @param array<string, string> $query Further query arguments.
	 */
	public static function url( array $query = array() ): string {
		return add_query_arg( array( 'page' => self::PAGE ) + $query, admin_url( 'options-general.php' ) );
	}

	/**
	 * Answers a POST with the settings page.
	 *
	 * @param string $notice The notice that it begins with: one of the constants of Notices.
	 */
	public static function redirect( string $notice ): void {
		// Not wp_safe_redirect(): it knows the host of the home URL only, and WordPress itself may be at another one.
		wp_redirect( self::url( array( self::NOTICE => $notice ) ) ); // phpcs:ignore WordPress.Security.SafeRedirect.wp_redirect_wp_redirect -- the address is this page's own.
		exit;
	}

	/**
	 * What answers a POST, and says so when the database takes no change.
	 *
	 * @param callable(): void $handler Answers it otherwise.
	 * @return callable(): void
	 */
	public static function handler( callable $handler ): callable {
		return static function () use ( $handler ): void {
			try {
				$handler();
			} catch ( CannotStore $refused ) {
				self::redirect( Notices::NOT_STORED );
			}
		};
	}

	/**
	 * What the address says of how the page looks. It changes nothing, so no nonce is asked for.
	 *
	 * @param string $name The query argument.
	 */
	public static function shown( string $name ): string {
		$value = isset( $_GET[ $name ] ) ? wp_unslash( $_GET[ $name ] ) : ''; // phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput.InputNotSanitized -- it only chooses what is shown, which needs no nonce; sanitised in the next line.
		return is_string( $value ) ? sanitize_key( $value ) : '';
	}

	/**
	 * What the address says is searched for. It changes nothing, so no nonce is asked for.
	 *
	 * @param string $name The query argument.
	 */
	public static function searched( string $name ): string {
		$value = isset( $_GET[ $name ] ) ? wp_unslash( $_GET[ $name ] ) : ''; // phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput.InputNotSanitized -- it only chooses what is shown, which needs no nonce; sanitised in the next line.
		return is_string( $value ) ? substr( sanitize_text_field( $value ), 0, 64 ) : '';
	}

	/**
	 * What was typed into a field, as it was typed.
	 *
	 * @param string $name The field.
	 */
	public static function text( string $name ): string {
		// Every controller calls authorize() first. A password is not sanitised: every character of it counts.
		$value = $_POST[ $name ] ?? ''; // phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- authorize() came first; sanitising would change a password.
		return is_string( $value ) ? wp_check_invalid_utf8( wp_unslash( $value ) ) : '';
	}

	/**
	 * Whether a box was ticked.
	 *
	 * @param string $name The field.
	 */
	public static function ticked( string $name ): bool {
		return isset( $_POST[ $name ] ); // phpcs:ignore WordPress.Security.NonceVerification.Missing -- every controller calls authorize() first.
	}
}
