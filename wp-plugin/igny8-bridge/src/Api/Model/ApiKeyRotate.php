<?php
/**
 * Generated from openapi.yaml; do not edit. Make it anew with: npm run codegen
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Api\Model;

use JsonSerializable;

/**
 * How to change over.
 */
final class ApiKeyRotate implements JsonSerializable {

	/**
	 * How long the old key goes on working.
	 *
	 * @var int|null
	 */
	public ?int $overlap_seconds;

	/**
	 * Makes one from its fields. A null for a field that may be left out leaves it out.
	 *
	 * @param int|null $overlap_seconds How long the old key goes on working.
	 */
	public function __construct(
		?int $overlap_seconds = null
	) {
		$this->overlap_seconds = $overlap_seconds;
	}

	/**
	 * The object as JSON has it. What was left out stays out.
	 */
	public function jsonSerialize(): object {
		$data = array();
		if ( null !== $this->overlap_seconds ) {
			$data['overlap_seconds'] = $this->overlap_seconds;
		}
		return (object) $data;
	}
}
