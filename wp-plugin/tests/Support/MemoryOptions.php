<?php
/**
 * Options in memory.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Support;

use Igny8\Bridge\Wp\Options;

/**
 * Options without a database.
 */
final class MemoryOptions implements Options {

	/**
	 * What is stored.
	 *
	 * @var array<string, string>
	 */
	public array $stored = array();

	/**
	 * What somebody else does just before the next swap; once.
	 *
	 * @var callable|null
	 */
	public $meanwhile = null;

	public function read( string $name ): ?string {
		return $this->stored[ $name ] ?? null;
	}

	public function write( string $name, string $value ): void {
		$this->stored[ $name ] = $value;
	}

	public function swap( string $name, ?string $expected, string $value ): bool {
		if ( null !== $this->meanwhile ) {
			$meanwhile       = $this->meanwhile;
			$this->meanwhile = null;
			$meanwhile();
		}
		if ( $this->read( $name ) !== $expected ) {
			return false;
		}
		$this->stored[ $name ] = $value;
		return true;
	}

	public function delete( string $name ): void {
		unset( $this->stored[ $name ] );
	}
}
