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
 * A key to make.
 *
 * @phpstan-type ApiKeyCreateShape array{
 *   name: string,
 *   scopes?: array<int, string>,
 *   expires_at?: string|null,
 * }
 */
final class ApiKeyCreate implements JsonSerializable {

	/**
	 * What it is for.
	 *
	 * @var string
	 */
	public string $name;

	/**
	 * What it may do; without it, all that the caller may.
	 *
	 * @var array<int, string>|null
	 */
	public ?array $scopes;

	/**
	 * When it shall end by itself, in the future.
	 *
	 * @var string|null
	 */
	public ?string $expires_at;

	/**
	 * Fields that are null, which is something else than left out.
	 *
	 * @var array<int, 'expires_at'>
	 */
	public array $nulls;

	/**
	 * Makes one from its fields. A null for a field that may be left out leaves it out.
	 *
	 * @param string                   $name       What it is for.
	 * @param array<int, string>|null  $scopes     What it may do; without it, all that the caller may.
	 * @param string|null              $expires_at When it shall end by itself, in the future.
	 * @param array<int, 'expires_at'> $nulls      Fields that are null, which is something else than left out.
	 */
	public function __construct(
		string $name,
		?array $scopes = null,
		?string $expires_at = null,
		array $nulls = array()
	) {
		$this->name       = $name;
		$this->scopes     = $scopes;
		$this->expires_at = $expires_at;
		$this->nulls      = $nulls;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'name' ),
			Decode::list_of_or_null( $data, 'scopes', Decode::each_string() ),
			Decode::string_or_null( $data, 'expires_at' ),
			Decode::nulls( $data, array( 'expires_at' ) )
		);
	}

	/**
	 * The same as an array, as JSON has it. What was left out stays out.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return ApiKeyCreateShape
	 */
	public function to_array(): array {
		$data = array(
			'name' => $this->name,
		);
		if ( null !== $this->scopes ) {
			$data['scopes'] = $this->scopes;
		}
		if ( null !== $this->expires_at || in_array( 'expires_at', $this->nulls, true ) ) {
			$data['expires_at'] = $this->expires_at;
		}
		return $data;
	}

	/**
	 * The object as it is sent.
	 */
	public function jsonSerialize(): object {
		return (object) $this->to_array();
	}
}
