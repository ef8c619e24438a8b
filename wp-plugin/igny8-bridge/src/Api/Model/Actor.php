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
 * Who did something.
 *
 * @phpstan-type ActorShape array{
 *   kind: string,
 *   id: string|null,
 *   name: string,
 * }
 */
final class Actor {

	/**
	 * A person, a program, or IGNY8 itself.
	 *
	 * @var string
	 */
	public string $kind;

	/**
	 * The user or API key.
	 *
	 * @var string|null
	 */
	public ?string $id;

	/**
	 * E-mail of the person or name of the key.
	 *
	 * @var string
	 */
	public string $name;

	/**
	 * Makes one from its fields.
	 *
	 * @param string      $kind A person, a program, or IGNY8 itself.
	 * @param string|null $id   The user or API key.
	 * @param string      $name E-mail of the person or name of the key.
	 */
	public function __construct(
		string $kind,
		?string $id,
		string $name
	) {
		$this->kind = $kind;
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
			Decode::string( $data, 'kind' ),
			Decode::string_or_null( $data, 'id' ),
			Decode::string( $data, 'name' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return ActorShape
	 */
	public function to_array(): array {
		return array(
			'kind' => $this->kind,
			'id'   => $this->id,
			'name' => $this->name,
		);
	}
}
