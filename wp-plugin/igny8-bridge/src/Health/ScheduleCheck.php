<?php
/**
 * Whether the structure is sent by itself.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Health;

use Igny8\Bridge\Connection\Switches;
use Igny8\Bridge\Sync\Gate;
use Igny8\Bridge\Sync\Schedule;
use Igny8\Bridge\Wp\Cron;

/**
 * Is the daily push scheduled, and does WP-Cron run it?
 */
final class ScheduleCheck implements Check {

	/**
	 * Knows whether it is the site that was connected.
	 *
	 * @var Gate
	 */
	private Gate $gate;

	/**
	 * The two switches.
	 *
	 * @var Switches
	 */
	private Switches $switches;

	/**
	 * Knows what is late.
	 *
	 * @var Schedule
	 */
	private Schedule $schedule;

	/**
	 * Keeps the events.
	 *
	 * @var Cron
	 */
	private Cron $cron;

	/**
	 * Puts the parts together.
	 *
	 * @param Gate     $gate     Knows whether it is the site that was connected.
	 * @param Switches $switches The two switches.
	 * @param Schedule $schedule Knows what is late.
	 * @param Cron     $cron     Keeps the events.
	 */
	public function __construct( Gate $gate, Switches $switches, Schedule $schedule, Cron $cron ) {
		$this->gate     = $gate;
		$this->switches = $switches;
		$this->schedule = $schedule;
		$this->cron     = $cron;
	}

	/**
	 * Looks.
	 */
	public function run(): Finding {
		$connection = $this->gate->check();
		if ( ! $connection->is_connected() || ! $this->switches->sync() ) {
			return new Finding( Finding::GOOD, __( 'Nothing is to be sent to IGNY8', 'igny8-bridge' ), __( 'The daily push starts when the site is connected and Enable Sync Operations is on.', 'igny8-bridge' ) );
		}
		if ( null === $this->cron->next( Schedule::DAILY ) ) {
			return new Finding( Finding::RECOMMENDED, __( 'The daily push to IGNY8 is not scheduled', 'igny8-bridge' ), __( 'Another plugin or a move has removed the event. Visiting an admin page puts it back.', 'igny8-bridge' ), __( 'Next in WordPress: Open the settings of IGNY8 Bridge.', 'igny8-bridge' ) );
		}
		if ( $this->schedule->is_late( $connection ) ) {
			return new Finding( Finding::RECOMMENDED, __( 'The daily push to IGNY8 is late', 'igny8-bridge' ), __( 'WP-Cron has not run in time.', 'igny8-bridge' ), __( 'Next at your host: Run wp-cron.php every few minutes.', 'igny8-bridge' ) );
		}
		return new Finding( Finding::GOOD, __( 'The daily push to IGNY8 runs in time', 'igny8-bridge' ), __( 'The structure is sent once a day by WP-Cron.', 'igny8-bridge' ) );
	}
}
