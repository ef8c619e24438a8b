<?php
/**
 * Events in WP-Cron.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Wp;

/**
 * Keeps events in WordPress's own schedule. Asking it costs no query: the schedule is loaded with every page anyway.
 */
final class WpCron implements Cron {

	/**
	 * When the hook runs next.
	 *
	 * @param string $hook The hook.
	 */
	public function next( string $hook ): ?int {
		$at = wp_next_scheduled( $hook );
		return false === $at ? null : $at;
	}

	/**
	 * Lets the hook run once. The old event goes first: WordPress refuses a second one within ten minutes of it.
	 *
	 * @param string $hook The hook.
	 * @param int    $at   Seconds since 1970.
	 */
	public function once( string $hook, int $at ): void {
		$this->clear( $hook );
		wp_schedule_single_event( $at, $hook );
	}

	/**
	 * Lets the hook run every 24 h.
	 *
	 * @param string $hook  The hook.
	 * @param int    $first The first time.
	 */
	public function daily( string $hook, int $first ): void {
		$this->clear( $hook );
		wp_schedule_event( $first, 'daily', $hook );
	}

	/**
	 * Takes the hook off the schedule. WordPress writes all events at once, so it must read them anew: while this process
	 * waited, others have written theirs.
	 *
	 * @param string $hook The hook.
	 */
	public function clear( string $hook ): void {
		wp_cache_delete( 'alloptions', 'options' );
		wp_cache_delete( 'cron', 'options' );
		wp_clear_scheduled_hook( $hook );
	}
}
