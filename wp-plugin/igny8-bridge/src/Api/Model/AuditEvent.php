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
 * Something that was done.
 *
 * @phpstan-import-type ActorShape from Actor
 * @phpstan-type AuditEventShape array{
 *   id: string,
 *   occurred_at: string,
 *   actor: ActorShape,
 *   action: string,
 *   resource_id: string|null,
 *   metadata: array<string, mixed>,
 *   address: string|null,
 *   request_id: string|null,
 * }
 */
final class AuditEvent {

	/**
	 * A UUID in lower case; ids made here are version 7.
	 *
	 * @var string
	 */
	public string $id;

	/**
	 * A time from the year 100 on, RFC 3339 in UTC, without leap seconds.
	 *
	 * @var string
	 */
	public string $occurred_at;

	/**
	 * Who did something.
	 *
	 * @var Actor
	 */
	public Actor $actor;

	/**
	 * What can be done, as resource and verb.
	 *
	 * @var string
	 */
	public string $action;

	/**
	 * The row that it was done to.
	 *
	 * @var string|null
	 */
	public ?string $resource_id;

	/**
	 * More of it, such as the names of the fields that were changed; never their values.
	 *
	 * @var array<string, mixed>
	 */
	public array $metadata;

	/**
	 * From where, as an IP address.
	 *
	 * @var string|null
	 */
	public ?string $address;

	/**
	 * The request that did it.
	 *
	 * @var string|null
	 */
	public ?string $request_id;

	/**
	 * Makes one from its fields.
	 *
	 * @param string               $id          A UUID in lower case; ids made here are version 7.
	 * @param string               $occurred_at A time from the year 100 on, RFC 3339 in UTC, without leap seconds.
	 * @param Actor                $actor       Who did something.
	 * @param string               $action      What can be done, as resource and verb.
	 * @param string|null          $resource_id The row that it was done to.
	 * @param array<string, mixed> $metadata    More of it, such as the names of the fields that were changed; never their values.
	 * @param string|null          $address     From where, as an IP address.
	 * @param string|null          $request_id  The request that did it.
	 */
	public function __construct(
		string $id,
		string $occurred_at,
		Actor $actor,
		string $action,
		?string $resource_id,
		array $metadata,
		?string $address,
		?string $request_id
	) {
		$this->id          = $id;
		$this->occurred_at = $occurred_at;
		$this->actor       = $actor;
		$this->action      = $action;
		$this->resource_id = $resource_id;
		$this->metadata    = $metadata;
		$this->address     = $address;
		$this->request_id  = $request_id;
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
			Decode::string( $data, 'occurred_at' ),
			Decode::object( $data, 'actor', array( Actor::class, 'from_array' ) ),
			Decode::string( $data, 'action' ),
			Decode::string_or_null( $data, 'resource_id' ),
			Decode::map_of( $data, 'metadata', Decode::each_any() ),
			Decode::string_or_null( $data, 'address' ),
			Decode::string_or_null( $data, 'request_id' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return AuditEventShape
	 */
	public function to_array(): array {
		return array(
			'id'          => $this->id,
			'occurred_at' => $this->occurred_at,
			'actor'       => $this->actor->to_array(),
			'action'      => $this->action,
			'resource_id' => $this->resource_id,
			'metadata'    => $this->metadata,
			'address'     => $this->address,
			'request_id'  => $this->request_id,
		);
	}
}
