<?php
/**
 * The state of the connection.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Health;

use Igny8\Bridge\Admin\Status;
use Igny8\Bridge\Admin\StatusWriter;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Sync\Gate;

/**
 * Is the site connected, and does it send?
 */
final class StateCheck implements Check {

	/**
	 * Knows whether it is the site that was connected.
	 *
	 * @var Gate
	 */
	private Gate $gate;

	/**
	 * Puts the state in words.
	 *
	 * @var StatusWriter
	 */
	private StatusWriter $writer;

	/**
	 * Puts the parts together.
	 *
	 * @param Gate         $gate   Knows whether it is the site that was connected.
	 * @param StatusWriter $writer Puts the state in words.
	 */
	public function __construct( Gate $gate, StatusWriter $writer ) {
		$this->gate   = $gate;
		$this->writer = $writer;
	}

	/**
	 * Looks.
	 */
	public function run(): Finding {
		$connection = $this->gate->check();
		$status     = $this->writer->status( $connection );
		if ( in_array( $status->look, array( Status::GOOD, Status::WORKING ), true ) ) {
			return new Finding( Finding::GOOD, __( 'This site is connected to IGNY8', 'igny8-bridge' ), '' === $status->detail ? $status->text : $status->detail );
		}
		$is_stopped = in_array( $connection->state, array( State::NEEDS_RECONNECT, State::SAFE_MODE ), true );
		$label      = $connection->is_connected() || $is_stopped ? __( 'The connection to IGNY8 needs attention', 'igny8-bridge' ) : __( 'This site is not connected to IGNY8', 'igny8-bridge' );
		return new Finding( $is_stopped ? Finding::CRITICAL : Finding::RECOMMENDED, $label, $status->text, self::remedy( $status->next ) );
	}

	/**
	 * What to do next.
	 *
	 * @param string $next One of the constants of Status.
	 */
	private static function remedy( string $next ): string {
		switch ( $next ) {
			case Status::CONNECT:
				return __( 'Next in WordPress: Connect to IGNY8.', 'igny8-bridge' );
			case Status::SWITCH:
				return __( 'Next in WordPress: Enable Sync Operations.', 'igny8-bridge' );
			case Status::ACTIVATE:
				return __( 'Next in IGNY8: Activate site.', 'igny8-bridge' );
			case Status::RETRY:
				return __( 'Next in WordPress: Try again now.', 'igny8-bridge' );
			default:
				return '';
		}
	}
}
