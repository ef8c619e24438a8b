<?php
/**
 * Takes what somebody chose in safe mode.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

use Igny8\Bridge\Connect\Settler;
use Igny8\Bridge\Connection\Switches;
use Igny8\Bridge\Sync\Jobs;
use Igny8\Bridge\Sync\PushResult;

defined( 'ABSPATH' ) || exit;

/**
 * [Save choice] and [Allow sync].
 */
final class IdentityController {

	/**
	 * Carries it out.
	 *
	 * @var Settler
	 */
	private Settler $settler;

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
	 * Puts the parts together.
	 *
	 * @param Settler  $settler  Carries it out.
	 * @param Jobs     $jobs     Sends.
	 * @param Switches $switches The two switches.
	 */
	public function __construct( Settler $settler, Jobs $jobs, Switches $switches ) {
		$this->settler  = $settler;
		$this->jobs     = $jobs;
		$this->switches = $switches;
	}

	/**
	 * Listens for the form.
	 */
	public function register(): void {
		add_action( 'admin_post_' . Form::IDENTITY, Form::handler( array( $this, 'settle' ) ) );
	}

	/**
	 * Carries the choice out. A site that may send again does so at once.
	 */
	public function settle(): void {
		Form::authorize( Form::IDENTITY );
		$notices = array(
			Settler::RELEASED => Notices::COPY,
			Settler::OFF      => Notices::SAVED,
			Settler::NOT_TOLD => Notices::NOT_SETTLED,
			Settler::ALREADY  => Notices::SETTLED_ALREADY,
			Settler::BUSY     => Notices::NOT_SAVED,
		);
		$outcome = $this->outcome( Form::text( IdentityForm::CHOICE ) );
		Form::redirect( Settler::SETTLED === $outcome ? $this->send() : $notices[ $outcome ] ?? Notices::NOT_CHOSEN );
	}

	/**
	 * Carries a choice out.
	 *
	 * @param string $choice What was chosen.
	 * @return string How it ended: a constant of Settler; empty when nothing was chosen.
	 */
	private function outcome( string $choice ): string {
		switch ( $choice ) {
			case IdentityForm::MOVED:
				return $this->settler->moved();
			case IdentityForm::COPY:
				return $this->settler->copy();
			case IdentityForm::OFF:
				return $this->settler->stay_off();
			case IdentityForm::ALLOW:
				return $this->settler->allow();
		}
		return '';
	}

	/**
	 * Sends the structure, or, with sync off, the switches.
	 *
	 * @return string The notice that follows.
	 */
	private function send(): string {
		$result = $this->switches->sync() ? $this->jobs->send_structure() : $this->jobs->send_switches();
		if ( $result->is_accepted() ) {
			return Notices::SAVED;
		}
		return PushResult::BUSY === $result->outcome ? Notices::BUSY : Notices::NOT_SENT;
	}
}
