<?php
/**
 * What the settings page says first.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

use Igny8\Bridge\Connect\ConnectFailure;
use Igny8\Bridge\Connect\Progress;
use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\State;

/**
 * Says how the last press of a button ended.
 */
final class Notices {

	public const CONNECT           = 'connect';
	public const NOT_CONNECTED     = 'not-connected';
	public const SAVED             = 'saved';
	public const SAVED_NOT_TOLD    = 'saved-not-told';
	public const SENT              = 'sent';
	public const NOT_SENT          = 'not-sent';
	public const BUSY              = 'busy';
	public const DISCONNECTED      = 'disconnected';
	public const DISCONNECTED_HERE = 'disconnected-here';
	public const NOT_DISCONNECTED  = 'not-disconnected';
	public const COPY              = 'copy';
	public const NOT_CHOSEN        = 'not-chosen';
	public const NOT_SAVED         = 'not-saved';
	public const NOT_SETTLED       = 'not-settled';
	public const SETTLED_ALREADY   = 'settled-already';
	public const NOT_STORED        = 'not-stored';

	/**
	 * Why IGNY8 was not heard.
	 *
	 * @var Causes
	 */
	private Causes $causes;

	/**
	 * Pages of the dashboard.
	 *
	 * @var AppLinks
	 */
	private AppLinks $links;

	/**
	 * Puts the parts together.
	 *
	 * @param Causes   $causes Why IGNY8 was not heard.
	 * @param AppLinks $links  Pages of the dashboard.
	 */
	public function __construct( Causes $causes, AppLinks $links ) {
		$this->causes = $causes;
		$this->links  = $links;
	}

	/**
	 * Prints the notice.
	 *
	 * @param string                  $notice     One of the constants, or anything: then nothing is printed.
	 * @param Connection              $connection The connection.
	 * @param array<array-key, mixed> $progress   How the last attempt to connect went.
	 */
	public function render( string $notice, Connection $connection, array $progress ): void {
		// An address that was kept, or that somebody else sent, says nothing of a site that is connected.
		if ( in_array( $notice, array( self::DISCONNECTED, self::DISCONNECTED_HERE ), true ) && State::DISCONNECTED !== $connection->state ) {
			return;
		}
		if ( self::COPY === $notice && State::NOT_CONNECTED !== $connection->state ) {
			return;
		}
		switch ( $notice ) {
			case self::CONNECT:
				$this->connect( $connection, $progress );
				break;
			case self::NOT_CONNECTED:
				$this->failed( ConnectFailure::BUSY, '', '' );
				break;
			case self::SAVED:
				self::success( __( 'Saved.', 'igny8-bridge' ) );
				break;
			case self::SAVED_NOT_TOLD:
				self::warning( __( 'Saved here. IGNY8 does not know it yet; it is told as soon as it can be reached.', 'igny8-bridge' ) );
				break;
			case self::SENT:
				self::success( __( 'Structure sent.', 'igny8-bridge' ) );
				break;
			case self::NOT_SENT:
				self::warning( __( 'The structure was not sent. The connection status says why.', 'igny8-bridge' ) );
				break;
			case self::BUSY:
				self::warning( __( 'Another push is under way. Look again in a minute.', 'igny8-bridge' ) );
				break;
			case self::DISCONNECTED:
				self::success( __( 'Disconnected. Content stays in IGNY8.', 'igny8-bridge' ) );
				break;
			case self::DISCONNECTED_HERE:
				self::warning( __( 'Disconnected here, and the key is forgotten. IGNY8 could not be told.', 'igny8-bridge' ) . ' ' . __( 'Next in IGNY8:', 'igny8-bridge' ), $this->links->danger_zone( (string) $connection->site_id ), __( 'Disconnect site', 'igny8-bridge' ) );
				break;
			case self::COPY:
				self::success( __( 'Saved. The original stays connected. Connect this copy as a site of its own.', 'igny8-bridge' ) );
				break;
			case self::NOT_CHOSEN:
				self::error( __( 'Not saved. Nothing was chosen.', 'igny8-bridge' ), '' );
				break;
			case self::NOT_SAVED:
				self::error( __( 'Not saved. Somebody else is at it just now. Try again in a minute.', 'igny8-bridge' ), '' );
				break;
			case self::NOT_SETTLED:
				self::error( __( 'Not saved. The connection status says why.', 'igny8-bridge' ), '' );
				break;
			case self::SETTLED_ALREADY:
				self::warning( __( 'Not saved. Safe mode was over already.', 'igny8-bridge' ) );
				break;
			case self::NOT_STORED:
				self::error( Causes::not_stored(), '' );
				break;
			case self::NOT_DISCONNECTED:
				self::error( __( 'Not disconnected. Somebody else is connecting this site just now. Try again in a minute.', 'igny8-bridge' ), '' );
				break;
		}
	}

	/**
	 * How an attempt to connect ended.
	 *
	 * @param Connection              $connection The connection.
	 * @param array<array-key, mixed> $progress   How it went.
	 */
	private function connect( Connection $connection, array $progress ): void {
		if ( isset( $progress['sync_off'] ) ) {
			$this->connected_with_sync_off( Progress::TOLD === $progress['sync_off'] );
		} elseif ( Progress::DONE === ( $progress['status'] ?? null ) ) {
			$this->connected( $connection, self::number( $progress['post_types'] ?? 0 ), self::number( $progress['taxonomies'] ?? 0 ) );
		} elseif ( Progress::FAILED === ( $progress['status'] ?? null ) ) {
			$this->failed( self::text( $progress['reason'] ?? '' ), self::text( $progress['detail'] ?? '' ), self::text( $progress['request_id'] ?? '' ) );
		}
	}

	/**
	 * The site is connected and sends nothing. The connection status says what to do about that.
	 *
	 * @param bool $is_told Whether IGNY8 knows that sync is off.
	 */
	private function connected_with_sync_off( bool $is_told ): void {
		$text = __( 'Connected. Enable Sync Operations is off, so the structure was not sent.', 'igny8-bridge' );
		self::warning( $is_told ? $text : $text . ' ' . __( 'IGNY8 does not know it yet; it is told as soon as it can be reached.', 'igny8-bridge' ) );
	}

	/**
	 * The site is connected.
	 *
	 * @param Connection $connection The connection.
	 * @param int        $post_types How many post types were sent.
	 * @param int        $taxonomies How many taxonomies were sent.
	 */
	private function connected( Connection $connection, int $post_types, int $taxonomies ): void {
		if ( 0 === $post_types || 0 === $taxonomies ) {
			$missing = 0 === $post_types ? __( 'Connected. No post types found.', 'igny8-bridge' ) : __( 'Connected. No taxonomies found.', 'igny8-bridge' );
			self::warning( $missing . ' ' . __( 'Next in WordPress:', 'igny8-bridge' ), ActivityLog::url(), __( 'Open activity log', 'igny8-bridge' ) );
			return;
		}
		/* translators: %s: a number. */
		$types = sprintf( _n( '%s post type', '%s post types', $post_types, 'igny8-bridge' ), number_format_i18n( $post_types ) );
		/* translators: %s: a number. */
		$sorts = sprintf( _n( '%s taxonomy', '%s taxonomies', $taxonomies, 'igny8-bridge' ), number_format_i18n( $taxonomies ) );
		/* translators: 1: "3 post types", 2: "3 taxonomies". */
		self::success( sprintf( __( 'Connected. %1$s, %2$s sent.', 'igny8-bridge' ), $types, $sorts ) . ' ' . __( 'Next in IGNY8:', 'igny8-bridge' ), $this->links->content_types( (string) $connection->site_id ), __( 'Open Content Types', 'igny8-bridge' ) );
	}

	/**
	 * The site is not connected, or it is and the structure was not sent.
	 *
	 * @param string $reason     A reason of ConnectFailure; empty when the site is connected all the same.
	 * @param string $detail     What IGNY8 said to it.
	 * @param string $request_id The id of the request that failed.
	 */
	private function failed( string $reason, string $detail, string $request_id ): void {
		switch ( $reason ) {
			case '':
				self::warning( __( 'Connected, but the structure was not sent. The connection status says why.', 'igny8-bridge' ) );
				break;
			case ConnectFailure::WRONG_CREDENTIALS:
				self::error( __( 'Failed to connect. Email or password is wrong.', 'igny8-bridge' ), $request_id );
				break;
			case ConnectFailure::WRONG_KEY:
				self::error( __( 'Failed to connect. The API key is not valid for this account.', 'igny8-bridge' ), $request_id );
				break;
			case ConnectFailure::UNKNOWN_SITE:
				/* translators: %s: the address of this site. */
				self::error( sprintf( __( 'Site not found. Your account has no %s.', 'igny8-bridge' ), $detail ) . ' ' . __( 'Next in IGNY8:', 'igny8-bridge' ), $request_id, $this->links->add_site( $detail ), __( 'Add this site', 'igny8-bridge' ) );
				break;
			case ConnectFailure::BUSY:
				self::error( __( 'Failed to connect. Somebody else is connecting or disconnecting this site just now. Try again in a minute.', 'igny8-bridge' ), $request_id );
				break;
			case 'site_inactive':
				self::error( __( 'Failed to connect. The site is inactive: IGNY8 accepts nothing from it until it is activated there.', 'igny8-bridge' ), $request_id );
				break;
			default:
				$this->not_done( $reason, $detail, $request_id );
		}
	}

	/**
	 * A request failed on the way.
	 *
	 * @param string $reason     A reason of ApiException.
	 * @param string $detail     What IGNY8 said to it.
	 * @param string $request_id The id of the request.
	 */
	private function not_done( string $reason, string $detail, string $request_id ): void {
		$cause = $this->causes->cause( $reason, $detail );
		if ( ! $this->causes->is_unreachable( $reason ) ) {
			/* translators: %s: what IGNY8 said. */
			self::error( sprintf( __( 'Failed to connect. %s', 'igny8-bridge' ), $cause ), $request_id );
			return;
		}
		/* translators: %s: the cause. */
		self::error( sprintf( __( 'IGNY8 cannot be reached. %s', 'igny8-bridge' ), $cause ) . ' ' . $this->causes->remedy( $reason ), $request_id, '#igny8_password', __( 'Try again', 'igny8-bridge' ) );
	}

	/**
	 * Prints that something was done.
	 *
	 * @param string $text What.
	 * @param string $url  What follows.
	 * @param string $link How that is called.
	 */
	private static function success( string $text, string $url = '', string $link = '' ): void {
		self::box( 'success', 'status', $text, '', $url, $link );
	}

	/**
	 * Prints that something is left to do.
	 *
	 * @param string $text What.
	 * @param string $url  What follows.
	 * @param string $link How that is called.
	 */
	private static function warning( string $text, string $url = '', string $link = '' ): void {
		self::box( 'warning', 'status', $text, '', $url, $link );
	}

	/**
	 * Prints that something could not be done.
	 *
	 * @param string $text       What.
	 * @param string $request_id The id of the request.
	 * @param string $url        What follows.
	 * @param string $link       How that is called.
	 */
	private static function error( string $text, string $request_id, string $url = '', string $link = '' ): void {
		self::box( 'error', 'alert', $text, $request_id, $url, $link );
	}

	/**
	 * Prints a notice.
	 *
	 * @param string $kind       What WordPress calls it.
	 * @param string $role       The ARIA role.
	 * @param string $text       The text.
	 * @param string $request_id The id of the request that it is about; may be empty.
	 * @param string $url        Where the link leads; empty for none.
	 * @param string $link       The link.
	 */
	private static function box( string $kind, string $role, string $text, string $request_id, string $url, string $link ): void {
		printf( '<div class="notice notice-%s inline igny8-notice" role="%s" tabindex="-1"><p>%s', esc_attr( $kind ), esc_attr( $role ), esc_html( $text ) );
		if ( '' !== $url ) {
			printf( ' <a class="button" href="%s">%s</a>', esc_url( $url ), esc_html( $link ) );
		}
		if ( '' !== $request_id ) {
			echo '<br>';
			RequestId::render( $request_id );
		}
		echo '</p></div>';
	}

	/**
	 * A text from the progress.
	 *
	 * @param mixed $value What stands there.
	 */
	private static function text( $value ): string {
		return is_string( $value ) ? $value : '';
	}

	/**
	 * A number from the progress.
	 *
	 * @param mixed $value What stands there.
	 */
	private static function number( $value ): int {
		return is_int( $value ) ? $value : 0;
	}
}
