<?php
/**
 * Whether this server's clock is right.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Health;

use Igny8\Bridge\Admin\Causes;
use Igny8\Bridge\Admin\TimeText;
use Igny8\Bridge\Api\ClockCheck;

/**
 * Was this server's clock right when IGNY8 last answered? The settings page says the same.
 */
final class TimeCheck implements Check {

	/**
	 * Knows by how much the clocks differed.
	 *
	 * @var ClockCheck
	 */
	private ClockCheck $clock;

	/**
	 * Puts it in words.
	 *
	 * @var Causes
	 */
	private Causes $causes;

	/**
	 * Puts the parts together.
	 *
	 * @param ClockCheck $clock  Knows by how much the clocks differed.
	 * @param Causes     $causes Puts it in words.
	 */
	public function __construct( ClockCheck $clock, Causes $causes ) {
		$this->clock  = $clock;
		$this->causes = $causes;
	}

	/**
	 * Looks.
	 */
	public function run(): Finding {
		if ( $this->clock->is_off() ) {
			return new Finding( Finding::RECOMMENDED, __( 'This server\'s clock is off', 'igny8-bridge' ), $this->causes->clock( TimeText::duration( abs( (int) $this->clock->ahead() ) ) ), $this->causes->clock_remedy() );
		}
		return null === $this->clock->ahead()
			? new Finding( Finding::GOOD, __( 'This server\'s clock was not compared yet', 'igny8-bridge' ), __( 'It is compared with each answer of IGNY8.', 'igny8-bridge' ) )
			: new Finding( Finding::GOOD, __( 'This server\'s clock is right', 'igny8-bridge' ), __( 'It agrees with IGNY8\'s within 5 min.', 'igny8-bridge' ) );
	}
}
