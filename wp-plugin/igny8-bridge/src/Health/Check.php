<?php
/**
 * A thing that can be wrong.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Health;

/**
 * Looks at one thing that the connection depends on. Site Health and `wp igny8 doctor` run the same ones.
 */
interface Check {

	/**
	 * Looks.
	 */
	public function run(): Finding;
}
