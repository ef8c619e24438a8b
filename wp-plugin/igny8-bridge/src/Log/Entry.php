<?php
/**
 * A line of the activity log.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Log;

/**
 * What happened, and when.
 */
final class Entry {

	public const INFO    = 'info';
	public const WARNING = 'warning';
	public const ERROR   = 'error';

	public const LEVELS = array( self::INFO, self::WARNING, self::ERROR );

	/**
	 * When, in seconds since 1970.
	 *
	 * @var int
	 */
	public int $at;

	/**
	 * How bad it is: one of the constants.
	 *
	 * @var string
	 */
	public string $level;

	/**
	 * What happened.
	 *
	 * @var string
	 */
	public string $message;

	/**
	 * The id of the request that it is about.
	 *
	 * @var string|null
	 */
	public ?string $request_id;

	/**
	 * How long it took, in milliseconds.
	 *
	 * @var int|null
	 */
	public ?int $duration;

	/**
	 * Makes a line.
	 *
	 * @param int         $at         When, in seconds since 1970.
	 * @param string      $level      How bad it is.
	 * @param string      $message    What happened.
	 * @param string|null $request_id The id of the request that it is about.
	 * @param int|null    $duration   How long it took, in milliseconds.
	 */
	public function __construct( int $at, string $level, string $message, ?string $request_id, ?int $duration ) {
		$this->at         = $at;
		$this->level      = $level;
		$this->message    = $message;
		$this->request_id = $request_id;
		$this->duration   = $duration;
	}

	/**
	 * Reads a line from its row.
	 *
	 * @param array<int, string|null> $row Time, level, message, id of the request, duration.
	 */
	public static function from_row( array $row ): self {
		return new self( (int) $row[0], (string) $row[1], (string) $row[2], $row[3], null === $row[4] ? null : (int) $row[4] );
	}
}
