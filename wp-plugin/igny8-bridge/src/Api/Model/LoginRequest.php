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
 * Who signs in.
 *
 * @phpstan-type LoginRequestShape array{
 *   email: string,
 *   password: string,
 * }
 */
final class LoginRequest implements JsonSerializable {

	/**
	 * The email.
	 *
	 * @var string
	 */
	public string $email;

	/**
	 * The password.
	 *
	 * @var string
	 */
	public string $password;

	/**
	 * Makes one from its fields.
	 *
	 * @param string $email    The email.
	 * @param string $password The password.
	 */
	public function __construct(
		string $email,
		string $password
	) {
		$this->email    = $email;
		$this->password = $password;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'email' ),
			Decode::string( $data, 'password' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return LoginRequestShape
	 */
	public function to_array(): array {
		return array(
			'email'    => $this->email,
			'password' => $this->password,
		);
	}

	/**
	 * The object as it is sent.
	 */
	public function jsonSerialize(): object {
		return (object) $this->to_array();
	}
}
