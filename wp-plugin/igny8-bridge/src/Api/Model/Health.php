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
 * How the process is.
 *
 * @phpstan-type HealthShape array{
 *   status: string,
 * }
 */
final class Health {

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
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'status' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return HealthShape
	 */
	public function to_array(): array {
		return array(
			'status' => $this->status,
		);
	}
}
