<?php
/**
 * Lines of the activity log.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

use Igny8\Bridge\Log\Entry;

/**
 * A table of lines, the same on the settings page and on the log's own screen.
 */
final class LogLines {

	/**
	 * Times as people say them.
	 *
	 * @var TimeText
	 */
	private TimeText $times;

	/**
	 * Puts the parts together.
	 *
	 * @param TimeText $times Times as people say them.
	 */
	public function __construct( TimeText $times ) {
		$this->times = $times;
	}

	/**
	 * What the levels are called.
	 *
	 * @return array<string, string>
	 */
	public static function levels(): array {
		return array(
			Entry::INFO    => __( 'Info', 'igny8-bridge' ),
			Entry::WARNING => __( 'Warning', 'igny8-bridge' ),
			Entry::ERROR   => __( 'Error', 'igny8-bridge' ),
		);
	}

	/**
	 * Prints the table. The roles are said because a narrow window shows its rows as blocks, and browsers forget them then.
	 *
	 * @param array<int, Entry> $entries The lines; at least one.
	 */
	public function render( array $entries ): void {
		printf(
			'<div class="igny8-scroll" role="region" tabindex="0" aria-label="%1$s"><table class="widefat striped" role="table"><caption class="screen-reader-text">%1$s</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">%2$s</th><th role="columnheader" scope="col">%3$s</th><th role="columnheader" scope="col">%4$s</th><th role="columnheader" scope="col">%5$s</th><th role="columnheader" scope="col">%6$s</th></tr></thead><tbody role="rowgroup">',
			esc_attr__( 'Activity log', 'igny8-bridge' ),
			esc_html__( 'Time', 'igny8-bridge' ),
			esc_html__( 'Level', 'igny8-bridge' ),
			esc_html__( 'What happened', 'igny8-bridge' ),
			esc_html__( 'Took', 'igny8-bridge' ),
			esc_html__( 'Request ID', 'igny8-bridge' )
		);
		array_map( array( $this, 'line' ), $entries );
		echo '</tbody></table></div>';
	}

	/**
	 * Prints a line.
	 *
	 * @param Entry $entry The line.
	 */
	private function line( Entry $entry ): void {
		/* translators: %s: milliseconds. */
		$duration = null === $entry->duration ? '–' : sprintf( __( '%s ms', 'igny8-bridge' ), number_format_i18n( $entry->duration ) );
		printf(
			'<tr class="igny8-level-%s" role="row"><td role="cell"><time datetime="%s">%s</time></td><td role="cell">%s</td><td role="cell">%s</td><td role="cell">%s</td><td role="cell">%s</td></tr>',
			esc_attr( $entry->level ),
			esc_attr( gmdate( 'c', $entry->at ) ),
			esc_html( $this->times->exact( $entry->at ) ),
			esc_html( self::levels()[ $entry->level ] ?? $entry->level ),
			esc_html( $entry->message ),
			esc_html( $duration ),
			null === $entry->request_id ? '–' : '<code>' . esc_html( $entry->request_id ) . '</code>'
		);
	}
}
