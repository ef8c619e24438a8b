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

/**
 * A person.
 *
 * @phpstan-type UserShape array{
 *   id: string,
 *   email: string,
 * }
 */
final class User {

	/**
	 * A UUID in lower case; ids made here are version 7.
	 *
	 * @var string
	 */
	public string $id;

	/**
	 * The email.
	 *
	 * @var string
	 */
	public string $email;

	/**
	 * Makes one from its fields.
	 *
	 * @param string $id    A UUID in lower case; ids made here are version 7.
	 * @param string $email The email.
	 */
	public function __construct(
		string $id,
		string $email
	) {
		$this->id    = $id;
		$this->email = $email;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'id' ),
			Decode::string( $data, 'email' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return UserShape
	 */
	public function to_array(): array {
		return array(
			'id'    => $this->id,
			'email' => $this->email,
		);
	}
}
