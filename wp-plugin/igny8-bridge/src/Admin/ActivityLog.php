<?php
/**
 * The activity log on the settings page.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

use Igny8\Bridge\Log\LogTable;

/**
 * Shows the latest lines of the log, folded away until somebody wants them.
 */
final class ActivityLog {

	private const OPEN  = 'igny8-log';
	private const LINES = 50;

	/**
	 * Keeps the lines.
	 *
	 * @var LogTable
	 */
	private LogTable $log;

	/**
	 * Prints lines.
	 *
	 * @var LogLines
	 */
	private LogLines $lines;

	/**
	 * Puts the parts together.
	 *
	 * @param LogTable $log   Keeps the lines.
	 * @param LogLines $lines Prints lines.
	 */
	public function __construct( LogTable $log, LogLines $lines ) {
		$this->log   = $log;
		$this->lines = $lines;
	}

	/**
	 * The page with the log open.
	 */
	public static function url(): string {
		return Form::url( array( self::OPEN => 'open' ) ) . '#' . self::OPEN;
	}

	/**
	 * Prints the log.
	 */
	public function render(): void {
		$is_open = 'open' === Form::shown( self::OPEN );
		printf( '<details id="%s" class="igny8-log"%s><summary>%s</summary>', esc_attr( self::OPEN ), $is_open ? ' open' : '', esc_html__( 'Activity log', 'igny8-bridge' ) );
		$entries = $this->log->latest( self::LINES );
		if ( array() === $entries ) {
			printf( '<p>%s</p></details>', esc_html__( 'Nothing yet.', 'igny8-bridge' ) );
			return;
		}
		$this->lines->render( $entries );
		printf( '<p><a href="%s">%s</a></p></details>', esc_url( LogScreen::url() ), esc_html__( 'Filter the activity log', 'igny8-bridge' ) );
	}
}
