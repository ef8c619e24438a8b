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
 * A key that was just made.
 *
 * @phpstan-type ApiKeyCreatedShape array{
 *   id: string,
 *   name: string,
 *   prefix: string,
 *   scopes: array<int, string>,
 *   integration_id: string|null,
 *   created_at: string,
 *   last_used_at: string|null,
 *   expires_at: string|null,
 *   revoked_at: string|null,
 *   api_key: string,
 * }
 */
final class ApiKeyCreated {

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
	 * How the key begins, to tell it from others.
	 *
	 * @var string
	 */
	public string $prefix;

	/**
	 * What it may do.
	 *
	 * @var array<int, string>
	 */
	public array $scopes;

	/**
	 * The only integration that it reaches; null for the whole account.
	 *
	 * @var string|null
	 */
	public ?string $integration_id;

	/**
	 * A time from the year 100 on, RFC 3339 in UTC, without leap seconds.
	 *
	 * @var string
	 */
	public string $created_at;

	/**
	 * Its last use, to the minute.
	 *
	 * @var string|null
	 */
	public ?string $last_used_at;

	/**
	 * When it ends by itself.
	 *
	 * @var string|null
	 */
	public ?string $expires_at;

	/**
	 * When it was revoked.
	 *
	 * @var string|null
	 */
	public ?string $revoked_at;

	/**
	 * The key itself; shown this once.
	 *
	 * @var string
	 */
	public string $api_key;

	/**
	 * Makes one from its fields.
	 *
	 * @param string             $id             A UUID in lower case; ids made here are version 7.
	 * @param string             $name           The name.
	 * @param string             $prefix         How the key begins, to tell it from others.
	 * @param array<int, string> $scopes         What it may do.
	 * @param string|null        $integration_id The only integration that it reaches; null for the whole account.
	 * @param string             $created_at     A time from the year 100 on, RFC 3339 in UTC, without leap seconds.
	 * @param string|null        $last_used_at   Its last use, to the minute.
	 * @param string|null        $expires_at     When it ends by itself.
	 * @param string|null        $revoked_at     When it was revoked.
	 * @param string             $api_key        The key itself; shown this once.
	 */
	public function __construct(
		string $id,
		string $name,
		string $prefix,
		array $scopes,
		?string $integration_id,
		string $created_at,
		?string $last_used_at,
		?string $expires_at,
		?string $revoked_at,
		string $api_key
	) {
		$this->id             = $id;
		$this->name           = $name;
		$this->prefix         = $prefix;
		$this->scopes         = $scopes;
		$this->integration_id = $integration_id;
		$this->created_at     = $created_at;
		$this->last_used_at   = $last_used_at;
		$this->expires_at     = $expires_at;
		$this->revoked_at     = $revoked_at;
		$this->api_key        = $api_key;
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
			Decode::string( $data, 'name' ),
			Decode::string( $data, 'prefix' ),
			Decode::list_of( $data, 'scopes', Decode::each_string() ),
			Decode::string_or_null( $data, 'integration_id' ),
			Decode::string( $data, 'created_at' ),
			Decode::string_or_null( $data, 'last_used_at' ),
			Decode::string_or_null( $data, 'expires_at' ),
			Decode::string_or_null( $data, 'revoked_at' ),
			Decode::string( $data, 'api_key' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return ApiKeyCreatedShape
	 */
	public function to_array(): array {
		return array(
			'id'             => $this->id,
			'name'           => $this->name,
			'prefix'         => $this->prefix,
			'scopes'         => $this->scopes,
			'integration_id' => $this->integration_id,
			'created_at'     => $this->created_at,
			'last_used_at'   => $this->last_used_at,
			'expires_at'     => $this->expires_at,
			'revoked_at'     => $this->revoked_at,
			'api_key'        => $this->api_key,
		);
	}
}
