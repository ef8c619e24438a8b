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
 * A tenant. Everything belongs to one account, and nobody sees another's.
 *
 * @phpstan-type AccountShape array{
 *   id: string,
 *   name: string,
 * }
 */
final class Account {

	/**
	 * A UUID in lower case; ids made here are version 7.
	 *
	 * @var string
	 */
	public string $id;

	/**
	 * The name.
	 *
	 * @var string
	 */
	public string $name;

	/**
	 * Makes one from its fields.
	 *
	 * @param string $id   A UUID in lower case; ids made here are version 7.
	 * @param string $name The name.
	 */
	public function __construct(
		string $id,
		string $name
	) {
		$this->id   = $id;
		$this->name = $name;
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
			Decode::string( $data, 'name' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return AccountShape
	 */
	public function to_array(): array {
		return array(
			'id'   => $this->id,
			'name' => $this->name,
		);
	}
}
