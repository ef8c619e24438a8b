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
 * A person.
 *
 * @phpstan-type Shape array{id: string, email: string}
 */
final class User implements JsonSerializable {

	/**
	 * A UUID in lower case; ids made here are version 7.
	 *
	 * @var string
	 */
	public string $id;

	/**
	 * email.
	 *
	 * @var string
	 */
	public string $email;

	/**
	 * Makes one from its fields.
	 *
	 * @param string $id A UUID in lower case; ids made here are version 7.
	 * @param string $email email.
	 */
	public function __construct(
		string $id,
		string $email
	) {
		$this->id = $id;
		$this->email = $email;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws \Igny8\Bridge\Api\MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'id' ),
			Decode::string( $data, 'email' )
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
			'id' => $this->id,
			'email' => $this->email,
		);
		return $data;
	}

	/**
	 * The object as JSON has it: an empty map is `{}`, not `[]`.
	 */
	public function jsonSerialize(): object {
		$data = array(
			'id' => $this->id,
			'email' => $this->email,
		);
		return (object) $data;
	}
}
