<?php
/**
 * The content could not be counted.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Structure;

use RuntimeException;

/**
 * Thrown when the database did not answer: unknown is not 0, and a site must not look empty in IGNY8 for a table that
 * is locked or broken. The message is what the database said. Also thrown for another site of a network than the one
 * that WordPress started for: which types that has is unknown here.
 */
final class CannotCount extends RuntimeException {
}
