<?php
/**
 * What a check has found.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Health;

/**
 * What is so, how bad that is in the words of Site Health, and who does what about it.
 */
final class Finding {

	public const GOOD        = 'good';
	public const RECOMMENDED = 'recommended';
	public const CRITICAL    = 'critical';

	/**
	 * What is so, in a few words.
	 *
	 * @var string
	 */
	public string $label;

	/**
	 * One of the constants.
	 *
	 * @var string
	 */
	public string $status;

	/**
	 * What is so, in a sentence.
	 *
	 * @var string
	 */
	public string $description;

	/**
	 * Who does what about it; empty when nothing is to be done.
	 *
	 * @var string
	 */
	public string $remedy;

	/**
	 * Makes a finding.
	 *
	 * @param string $status      One of the constants.
	 * @param string $label       What is so, in a few words.
	 * @param string $description What is so, in a sentence.
	 * @param string $remedy      Who does what about it.
	 */
	public function __construct( string $status, string $label, string $description, string $remedy = '' ) {
		$this->status      = $status;
		$this->label       = $label;
		$this->description = $description;
		$this->remedy      = $remedy;
	}
}
