<?php
/**
 * All checks.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Health;

/**
 * The checks in the order in which they are shown. What is wrong above often explains what is wrong below.
 */
final class Checks {

	/**
	 * Those that look at this site only, by name.
	 *
	 * @var array<string, Check>
	 */
	public array $local;

	/**
	 * Those that ask IGNY8, and so may take seconds, by name.
	 *
	 * @var array<string, Check>
	 */
	public array $remote;

	/**
	 * Takes the checks.
	 *
	 * @param array<string, Check> $local  Those that look at this site only, by name.
	 * @param array<string, Check> $remote Those that ask IGNY8, by name.
	 */
	public function __construct( array $local, array $remote ) {
		$this->local  = $local;
		$this->remote = $remote;
	}

	/**
	 * Runs all of them. IGNY8 is asked first: the others know what its answer tells.
	 *
	 * @return array<string, Finding> By name.
	 */
	public function run(): array {
		$asked = self::findings( $this->remote );
		return $this->run_local() + $asked;
	}

	/**
	 * Runs those that look at this site only.
	 *
	 * @return array<string, Finding> By name.
	 */
	public function run_local(): array {
		return self::findings( $this->local );
	}

	/**
	 * What checks find.
	 *
	 * @param array<string, Check> $checks By name.
	 * @return array<string, Finding>
	 */
	private static function findings( array $checks ): array {
		return array_map(
			static function ( Check $check ): Finding {
				return $check->run();
			},
			$checks
		);
	}
}
