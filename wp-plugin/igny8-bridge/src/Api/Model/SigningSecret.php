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
 * A signing secret that was just made.
 *
 * @phpstan-type SigningSecretShape array{
 *   signing_secret: string,
 *   previous_valid_until: string,
 * }
 */
final class SigningSecret {

	/**
	 * The new secret; shown this once.
	 *
	 * @var string
	 */
	public string $signing_secret;

	/**
	 * Until when calls carry a signature of the old secret too.
	 *
	 * @var string
	 */
	public string $previous_valid_until;

	/**
	 * Makes one from its fields.
	 *
	 * @param string $signing_secret       The new secret; shown this once.
	 * @param string $previous_valid_until Until when calls carry a signature of the old secret too.
	 */
	public function __construct(
		string $signing_secret,
		string $previous_valid_until
	) {
		$this->signing_secret       = $signing_secret;
		$this->previous_valid_until = $previous_valid_until;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'signing_secret' ),
			Decode::string( $data, 'previous_valid_until' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return SigningSecretShape
	 */
	public function to_array(): array {
		return array(
			'signing_secret'       => $this->signing_secret,
			'previous_valid_until' => $this->previous_valid_until,
		);
	}
}
