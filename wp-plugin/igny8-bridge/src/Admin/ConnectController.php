<?php
/**
 * [Connect to IGNY8].
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

use Igny8\Bridge\Connect\Connector;
use Igny8\Bridge\Connect\Credentials;
use Igny8\Bridge\Connect\Progress;

defined( 'ABSPATH' ) || exit;

/**
 * Takes the form, runs the flow in this one request, and answers those who ask meanwhile how far it is.
 */
final class ConnectController {

	public const PROGRESS = 'igny8_bridge_progress';

	private const SECONDS = 180;

	/**
	 * Connects.
	 *
	 * @var Connector
	 */
	private Connector $connector;

	/**
	 * Knows how far it is.
	 *
	 * @var Progress
	 */
	private Progress $progress;

	/**
	 * Puts the parts together.
	 *
	 * @param Connector $connector Connects.
	 * @param Progress  $progress  Knows how far it is.
	 */
	public function __construct( Connector $connector, Progress $progress ) {
		$this->connector = $connector;
		$this->progress  = $progress;
	}

	/**
	 * Listens for the form and for the question how far it is.
	 */
	public function register(): void {
		add_action( 'admin_post_' . Form::CONNECT, Form::handler( array( $this, 'connect' ) ) );
		add_action( 'wp_ajax_' . self::PROGRESS, array( $this, 'tell_progress' ) );
	}

	/**
	 * Connects, to the end even if the browser goes away.
	 */
	public function connect(): void {
		Form::authorize( Form::CONNECT );
		ignore_user_abort( true );
		if ( function_exists( 'set_time_limit' ) ) {
			set_time_limit( self::SECONDS ); // phpcs:ignore Squiz.PHP.DiscouragedFunctions.Discouraged -- for this one request, which asks IGNY8 several times.
		}
		// A session that another plugin opened would make the questions about the progress wait.
		if ( PHP_SESSION_ACTIVE === session_status() ) {
			session_write_close();
		}
		$run     = Form::text( 'igny8_run' );
		$is_mine = $this->connector->connect(
			new Credentials( Form::text( 'igny8_email' ), Form::text( 'igny8_password' ), Form::text( 'igny8_api_key' ) ),
			get_current_user_id(),
			1 === preg_match( '/^[a-z0-9-]{1,40}$/D', $run ) ? $run : wp_generate_uuid4()
		);
		Form::redirect( $is_mine ? Notices::CONNECT : Notices::NOT_CONNECTED );
	}

	/**
	 * Tells how far this user's attempt is.
	 */
	public function tell_progress(): void {
		check_ajax_referer( self::PROGRESS );
		if ( ! Access::is_allowed() ) {
			wp_send_json_error( null, 403 );
		}
		$progress = $this->progress->of( get_current_user_id() );
		wp_send_json_success(
			array(
				'run'    => $progress['run'] ?? null,
				'step'   => $progress['step'] ?? null,
				'status' => $progress['status'] ?? null,
			)
		);
	}
}
