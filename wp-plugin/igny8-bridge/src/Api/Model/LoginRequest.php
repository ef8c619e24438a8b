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
 * Who signs in.
 *
 * @phpstan-type Shape array{email: string, password: string}
 */
final class LoginRequest implements JsonSerializable {

	/**
	 * email.
	 *
	 * @var string
	 */
	public string $email;

	/**
	 * password.
	 *
	 * @var string
	 */
	public string $password;

	/**
	 * Makes one from its fields.
	 *
	 * @param string $email email.
	 * @param string $password password.
	 */
	public function __construct(
		string $email,
		string $password
	) {
		$this->email = $email;
		$this->password = $password;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws \Igny8\Bridge\Api\MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'email' ),
			Decode::string( $data, 'password' )
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
			'email' => $this->email,
			'password' => $this->password,
		);
		return $data;
	}

	/**
	 * The object as JSON has it: an empty map is `{}`, not `[]`.
	 */
	public function jsonSerialize(): object {
		$data = array(
			'email' => $this->email,
			'password' => $this->password,
		);
		return (object) $data;
	}
}
