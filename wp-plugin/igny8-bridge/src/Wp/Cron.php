<?php
/**
 * What happens later.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Wp;

/**
 * The events that WordPress keeps for the plugin: at most one per hook.
 */
interface Cron {

	/**
	 * When the hook runs next.
	 *
	 * @param string $hook The hook.
	 * @return int|null Seconds since 1970, or null when it is not scheduled.
	 */
	public function next( string $hook ): ?int;

	/**
	 * Lets the hook run once, in place of whatever was scheduled for it.
	 *
	 * @param string $hook The hook.
	 * @param int    $at   Seconds since 1970.
	 */
	public function once( string $hook, int $at ): void;

	/**
	 * Lets the hook run every 24 h.
	 *
	 * @param string $hook  The hook.
	 * @param int    $first The first time, seconds since 1970.
	 */
	public function daily( string $hook, int $first ): void;

	/**
	 * Takes the hook off the schedule.
	 *
	 * @param string $hook The hook.
	 */
	public function clear( string $hook ): void;
}
