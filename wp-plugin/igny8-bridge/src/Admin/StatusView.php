<?php
/**
 * The connection status on the settings page.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

use Igny8\Bridge\Connection\Connection;

/**
 * "Connection Status": one status word, and the one thing to do next if there is any.
 */
final class StatusView {

	private const ICONS = array(
		Status::GOOD    => 'yes-alt',
		Status::ACT     => 'warning',
		Status::OFF     => 'marker',
		Status::WORKING => 'update',
	);

	/**
	 * Puts the state in words.
	 *
	 * @var StatusWriter
	 */
	private StatusWriter $writer;

	/**
	 * Pages of the dashboard.
	 *
	 * @var AppLinks
	 */
	private AppLinks $links;

	/**
	 * Times as people say them.
	 *
	 * @var TimeText
	 */
	private TimeText $times;

	/**
	 * Puts the parts together.
	 *
	 * @param StatusWriter $writer Puts the state in words.
	 * @param AppLinks     $links  Pages of the dashboard.
	 * @param TimeText     $times  Times as people say them.
	 */
	public function __construct( StatusWriter $writer, AppLinks $links, TimeText $times ) {
		$this->writer = $writer;
		$this->links  = $links;
		$this->times  = $times;
	}

	/**
	 * Prints the status.
	 *
	 * @param Connection $connection The connection.
	 */
	public function render( Connection $connection ): void {
		$status = $this->writer->status( $connection );
		echo '<table class="form-table" role="presentation"><tbody><tr>';
		printf( '<th scope="row" id="igny8-status-label">%s</th>', esc_html__( 'Connection Status', 'igny8-bridge' ) );
		printf(
			'<td><div id="igny8-status" class="igny8-status igny8-status-%s" role="group" tabindex="-1" aria-labelledby="igny8-status-label igny8-status-text" data-state="%s"><span class="dashicons dashicons-%s" aria-hidden="true"></span> <strong id="igny8-status-text">%s</strong></div>',
			esc_attr( $status->look ),
			esc_attr( $connection->state ),
			esc_attr( self::ICONS[ $status->look ] ),
			esc_html( $status->text )
		);
		if ( '' !== $status->detail ) {
			printf( '<p class="description">%s</p>', esc_html( $status->detail ) );
		}
		$clock = $this->writer->clock_warning();
		if ( '' !== $clock ) {
			printf( '<p class="igny8-clock"><span class="dashicons dashicons-warning" aria-hidden="true"></span> %s</p>', esc_html( $clock ) );
		}
		if ( null !== $connection->last_sync && $connection->is_connected() ) {
			printf( '<p class="description">%s %s</p>', esc_html__( 'Structure last sent:', 'igny8-bridge' ), $this->times->ago_html( $connection->last_sync ) ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- ago_html() escapes.
		}
		if ( Status::GOOD === $status->look && Notices::CONNECT !== Form::shown( Form::NOTICE ) ) {
			printf( '<p><a class="button" href="%s">%s</a></p>', esc_url( $this->links->content_types( (string) $connection->site_id ) ), esc_html__( 'Open Content Types', 'igny8-bridge' ) );
		}
		$this->next( $status->next, $connection );
		if ( null !== $connection->request_id && '' !== $status->next ) {
			echo '<p>';
			RequestId::render( $connection->request_id );
			echo '</p>';
		}
		echo '</td></tr></tbody></table>';
	}

	/**
	 * Prints what to do next.
	 *
	 * @param string     $next       One of the constants of Status.
	 * @param Connection $connection The connection.
	 */
	private function next( string $next, Connection $connection ): void {
		$in_wordpress = __( 'Next in WordPress:', 'igny8-bridge' );
		switch ( $next ) {
			case Status::NOTHING:
				printf( '<p class="description">%s</p>', esc_html__( 'Nothing to do.', 'igny8-bridge' ) );
				break;
			case Status::CONNECT:
				self::link( $in_wordpress, '#igny8_email', __( 'Connect to IGNY8', 'igny8-bridge' ) );
				break;
			case Status::SWITCH:
				self::link( $in_wordpress, '#igny8_sync', __( 'Enable Sync Operations', 'igny8-bridge' ) );
				break;
			case Status::CHOOSE:
				IdentityForm::choices( $connection );
				break;
			case Status::ALLOW:
				IdentityForm::allow();
				break;
			case Status::ACTIVATE:
				self::link( __( 'Next in IGNY8:', 'igny8-bridge' ), $this->links->danger_zone( (string) $connection->site_id ), __( 'Activate site', 'igny8-bridge' ) );
				break;
			case Status::RETRY:
				Form::open( Form::SEND, 'igny8-retry' );
				printf( '<p>%s <button type="submit" class="button button-primary">%s</button></p>', esc_html( $in_wordpress ), esc_html__( 'Try again now', 'igny8-bridge' ) );
				Form::close();
				break;
		}
	}

	/**
	 * Prints a link as the next thing to do.
	 *
	 * @param string $where Where it is done.
	 * @param string $url   Where the link leads.
	 * @param string $link  What it is called.
	 */
	private static function link( string $where, string $url, string $link ): void {
		printf( '<p class="description">%s <a href="%s">%s</a></p>', esc_html( $where ), esc_url( $url ), esc_html( $link ) );
	}
}
