<?php
/**
 * Where the plugin keeps what it must remember.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Wp;

/**
 * Small texts by name. A read tells what is stored at that moment, never what a cache remembers: several PHP processes
 * work on the same values, and `swap()` is how they agree on who was first.
 */
interface Options {

	/**
	 * Reads a value.
	 *
	 * @param string $name Its name.
	 * @return string|null Null when there is none.
	 */
	public function read( string $name ): ?string;

	/**
	 * Stores a value, whatever was there.
	 *
	 * @param string $name  Its name.
	 * @param string $value The value.
	 * @throws CannotStore When the database does not take it.
	 */
	public function write( string $name, string $value ): void;

	/**
	 * Stores a value if nobody changed it meanwhile (compare-and-swap).
	 *
	 * @param string      $name     Its name.
	 * @param string|null $expected What was read before; null when there was none.
	 * @param string      $value    The value, which has to differ from the expected one.
	 * @return bool Whether it was stored; false when somebody else was first.
	 * @throws CannotStore When the database does not take it.
	 */
	public function swap( string $name, ?string $expected, string $value ): bool;

	/**
	 * Forgets a value.
	 *
	 * @param string $name Its name.
	 */
	public function delete( string $name ): void;
}
