<?php
/**
 * The activity log on the settings page.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

use Igny8\Bridge\Log\Entry;
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
	 * Times as people say them.
	 *
	 * @var TimeText
	 */
	private TimeText $times;

	/**
	 * Puts the parts together.
	 *
	 * @param LogTable $log   Keeps the lines.
	 * @param TimeText $times Times as people say them.
	 */
	public function __construct( LogTable $log, TimeText $times ) {
		$this->log   = $log;
		$this->times = $times;
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
		printf(
			'<div class="igny8-scroll" role="region" tabindex="0" aria-label="%1$s"><table class="widefat striped"><caption class="screen-reader-text">%1$s</caption><thead><tr><th scope="col">%2$s</th><th scope="col">%3$s</th><th scope="col">%4$s</th><th scope="col">%5$s</th><th scope="col">%6$s</th></tr></thead><tbody>',
			esc_attr__( 'Activity log', 'igny8-bridge' ),
			esc_html__( 'Time', 'igny8-bridge' ),
			esc_html__( 'Level', 'igny8-bridge' ),
			esc_html__( 'What happened', 'igny8-bridge' ),
			esc_html__( 'Took', 'igny8-bridge' ),
			esc_html__( 'Request ID', 'igny8-bridge' )
		);
		array_map( array( $this, 'line' ), $entries );
		echo '</tbody></table></div></details>';
	}

	/**
	 * Prints a line.
	 *
	 * @param Entry $entry The line.
	 */
	private function line( Entry $entry ): void {
		$levels = array(
			Entry::INFO    => __( 'Info', 'igny8-bridge' ),
			Entry::WARNING => __( 'Warning', 'igny8-bridge' ),
			Entry::ERROR   => __( 'Error', 'igny8-bridge' ),
		);
		/* translators: %s: milliseconds. */
		$duration = null === $entry->duration ? '–' : sprintf( __( '%s ms', 'igny8-bridge' ), number_format_i18n( $entry->duration ) );
		printf(
			'<tr class="igny8-level-%s"><td><time datetime="%s">%s</time></td><td>%s</td><td>%s</td><td>%s</td><td><code>%s</code></td></tr>',
			esc_attr( $entry->level ),
			esc_attr( gmdate( 'c', $entry->at ) ),
			esc_html( $this->times->exact( $entry->at ) ),
			esc_html( $levels[ $entry->level ] ?? $entry->level ),
			esc_html( $entry->message ),
			esc_html( $duration ),
			esc_html( $entry->request_id ?? '–' )
		);
	}
}
