<?php
/**
 * The other buttons of the settings page.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

use Igny8\Bridge\Connect\Disconnector;
use Igny8\Bridge\Connection\Switches;
use Igny8\Bridge\Sync\Jobs;
use Igny8\Bridge\Sync\PushResult;

defined( 'ABSPATH' ) || exit;

/**
 * [Save] of the switches, [Send structure now] and [Disconnect site].
 */
final class ConnectionController {

	/**
	 * Sends.
	 *
	 * @var Jobs
	 */
	private Jobs $jobs;

	/**
	 * The two switches.
	 *
	 * @var Switches
	 */
	private Switches $switches;

	/**
	 * Ends the connection.
	 *
	 * @var Disconnector
	 */
	private Disconnector $disconnector;

	/**
	 * Puts the parts together.
	 *
	 * @param Jobs         $jobs         Sends.
	 * @param Switches     $switches     The two switches.
	 * @param Disconnector $disconnector Ends the connection.
	 */
	public function __construct( Jobs $jobs, Switches $switches, Disconnector $disconnector ) {
		$this->jobs         = $jobs;
		$this->switches     = $switches;
		$this->disconnector = $disconnector;
	}

	/**
	 * Listens for the forms.
	 */
	public function register(): void {
		add_action( 'admin_post_' . Form::SWITCHES, Form::handler( array( $this, 'turn_switches' ) ) );
		add_action( 'admin_post_' . Form::SEND, Form::handler( array( $this, 'send_structure' ) ) );
		add_action( 'admin_post_' . Form::DISCONNECT, Form::handler( array( $this, 'disconnect' ) ) );
	}

	/**
	 * Turns the switches and tells IGNY8. A site that starts to sync again sends its structure at once.
	 */
	public function turn_switches(): void {
		Form::authorize( Form::SWITCHES );
		$sync      = Form::ticked( 'igny8_sync' );
		$two_way   = Form::ticked( 'igny8_two_way' );
		$was_off   = ! $this->switches->sync();
		$untouched = $this->switches->sync() === $sync && $this->switches->two_way() === $two_way && $this->switches->are_told();
		if ( $untouched ) {
			Form::redirect( Notices::SAVED );
		}
		$this->switches->turn( $sync, $two_way );
		$result = $was_off && $sync ? $this->jobs->send_structure() : $this->jobs->send_switches();
		$is_due = in_array( $result->outcome, array( PushResult::FAILED, PushResult::BUSY ), true );
		Form::redirect( $is_due ? Notices::SAVED_NOT_TOLD : Notices::SAVED );
	}

	/**
	 * Sends the structure.
	 */
	public function send_structure(): void {
		Form::authorize( Form::SEND );
		$notices = array(
			PushResult::ACCEPTED => Notices::SENT,
			PushResult::BUSY     => Notices::BUSY,
		);
		Form::redirect( $notices[ $this->jobs->send_structure()->outcome ] ?? Notices::NOT_SENT );
	}

	/**
	 * Ends the connection.
	 */
	public function disconnect(): void {
		Form::authorize( Form::DISCONNECT );
		$notices = array(
			Disconnector::TOLD     => Notices::DISCONNECTED,
			Disconnector::NOT_TOLD => Notices::DISCONNECTED_HERE,
			Disconnector::BUSY     => Notices::NOT_DISCONNECTED,
		);
		// Of a site that was disconnected already the connection status says when and by whom.
		Form::redirect( $notices[ $this->disconnector->disconnect( get_current_user_id() ) ] ?? '' );
	}
}
