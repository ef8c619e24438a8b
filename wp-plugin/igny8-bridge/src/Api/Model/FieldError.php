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
 * One field that is not valid.
 *
 * @phpstan-type FieldErrorShape array{
 *   pointer: string,
 *   code: string,
 *   message: string,
 * }
 */
final class FieldError {

	/**
	 * Where, as a JSON Pointer (RFC 6901) into the body; for a parameter its name after `#`.
	 *
	 * @var string
	 */
	public string $pointer;

	/**
	 * The rule that it breaks.
	 *
	 * @var string
	 */
	public string $code;

	/**
	 * The rule in words.
	 *
	 * @var string
	 */
	public string $message;

	/**
	 * Makes one from its fields.
	 *
	 * @param string $pointer Where, as a JSON Pointer (RFC 6901) into the body; for a parameter its name after `#`.
	 * @param string $code    The rule that it breaks.
	 * @param string $message The rule in words.
	 */
	public function __construct(
		string $pointer,
		string $code,
		string $message
	) {
		$this->pointer = $pointer;
		$this->code    = $code;
		$this->message = $message;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'pointer' ),
			Decode::string( $data, 'code' ),
			Decode::string( $data, 'message' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return FieldErrorShape
	 */
	public function to_array(): array {
		return array(
			'pointer' => $this->pointer,
			'code'    => $this->code,
			'message' => $this->message,
		);
	}
}
