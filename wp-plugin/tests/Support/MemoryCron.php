<?php
/**
 * A schedule in memory.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Support;

use Igny8\Bridge\Wp\Cron;

/**
 * Keeps when each hook runs next.
 */
final class MemoryCron implements Cron {

	/**
	 * When each hook runs next.
	 *
	 * @var array<string, int>
	 */
	public array $events = array();

	public function next( string $hook ): ?int {
		return $this->events[ $hook ] ?? null;
	}

	public function once( string $hook, int $at ): void {
		$this->events[ $hook ] = $at;
	}

	public function daily( string $hook, int $first ): void {
		$this->events[ $hook ] = $first;
	}

	public function clear( string $hook ): void {
		unset( $this->events[ $hook ] );
	}
}
