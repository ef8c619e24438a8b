<?php
/**
 * Whether the activity log is there.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Health;

use Igny8\Bridge\Log\LogTable;

/**
 * Is the table of the activity log there?
 */
final class LogTableCheck implements Check {

	/**
	 * The activity log.
	 *
	 * @var LogTable
	 */
	private LogTable $log;

	/**
	 * Puts the parts together.
	 *
	 * @param LogTable $log The activity log.
	 */
	public function __construct( LogTable $log ) {
		$this->log = $log;
	}

	/**
	 * Looks.
	 */
	public function run(): Finding {
		if ( ! $this->log->is_lost() ) {
			return new Finding( Finding::GOOD, __( 'The activity log of IGNY8 Bridge is there', 'igny8-bridge' ), __( 'It keeps the last 200 lines for at most 90 days.', 'igny8-bridge' ) );
		}
		return new Finding( Finding::RECOMMENDED, __( 'The activity log of IGNY8 Bridge is missing', 'igny8-bridge' ), __( 'Its table is not in the database.', 'igny8-bridge' ), __( 'Next in WordPress: Deactivate IGNY8 Bridge and activate it again.', 'igny8-bridge' ) );
	}
}
