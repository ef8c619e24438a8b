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
 * How the process is.
 *
 * @phpstan-type Shape array{status: string}
 */
final class Health implements JsonSerializable {

	/**
	 * All is well.
	 *
	 * @var string
	 */
	public string $status;

	/**
	 * Makes one from its fields.
	 *
	 * @param string $status All is well.
	 */
	public function __construct(
		string $status
	) {
		$this->status = $status;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws \Igny8\Bridge\Api\MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'status' )
		);
	}

	/**
	 * The object as an array, in the form of the wire. What was left out stays out.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return Shape
	 */
	public function to_array(): array {
		$data = array(
			'status' => $this->status,
		);
		return $data;
	}

	/**
	 * The object as JSON has it: an empty map is `{}`, not `[]`.
	 */
	public function jsonSerialize(): object {
		$data = array(
			'status' => $this->status,
		);
		return (object) $data;
	}
}
