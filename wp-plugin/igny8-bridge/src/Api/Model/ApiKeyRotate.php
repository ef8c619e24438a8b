<?php
/**
 * Generated from openapi.yaml; do not edit. Make it anew with: npm run codegen
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Api\Model;

use Igny8\Bridge\Api\Decode;
use Igny8\Bridge\Api\MalformedAnswer;
use JsonSerializable;

/**
 * How to change over.
 *
 * @phpstan-type ApiKeyRotateShape array{
 *   overlap_seconds?: int,
 * }
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
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::integer_or_null( $data, 'overlap_seconds' )
		);
	}

	/**
	 * The same as an array, as JSON has it. What was left out stays out.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return ApiKeyRotateShape
	 */
	public function to_array(): array {
		$data = array();
		if ( null !== $this->overlap_seconds ) {
			$data['overlap_seconds'] = $this->overlap_seconds;
		}
		return $data;
	}

	/**
	 * The object as it is sent.
	 */
	public function jsonSerialize(): object {
		return (object) $this->to_array();
	}
}
