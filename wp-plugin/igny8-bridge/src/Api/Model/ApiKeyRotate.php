<?php
/**
 * Generated from openapi.yaml; do not edit. Make it anew with: npm run codegen
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Api\Model;

use Igny8\Bridge\Api\Decode;
use JsonSerializable;

/**
 * How to change over.
 *
 * @phpstan-type Shape array{overlap_seconds?: int}
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
	 * @throws \Igny8\Bridge\Api\MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::integer_or_null( $data, 'overlap_seconds' )
		);
	}

	/**
	 * The object as an array, in the form of the wire. What was left out stays out.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return Shape
	 */
	public function to_array(): array {
		$data = array();
		if ( null !== $this->overlap_seconds ) {
			$data['overlap_seconds'] = $this->overlap_seconds;
		}
		return $data;
	}

	/**
	 * The object as JSON has it: an empty map is `{}`, not `[]`.
	 */
	public function jsonSerialize(): object {
		$data = array();
		if ( null !== $this->overlap_seconds ) {
			$data['overlap_seconds'] = $this->overlap_seconds;
		}
		return (object) $data;
	}
}
