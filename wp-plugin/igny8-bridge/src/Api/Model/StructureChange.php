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
 * One change of the structure.
 *
 * @phpstan-import-type ActorShape from Actor
 * @phpstan-import-type ContentTypeRefShape from ContentTypeRef
 * @phpstan-import-type ContentTypeChangeShape from ContentTypeChange
 * @phpstan-type StructureChangeShape array{
 *   id: string,
 *   occurred_at: string,
 *   actor: ActorShape,
 *   added: array<int, ContentTypeRefShape>,
 *   removed: array<int, ContentTypeRefShape>,
 *   changed: array<int, ContentTypeChangeShape>,
 * }
 */
final class StructureChange {

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
	 * The added.
	 *
	 * @var array<int, ContentTypeRef>
	 */
	public array $added;

	/**
	 * The removed.
	 *
	 * @var array<int, ContentTypeRef>
	 */
	public array $removed;

	/**
	 * The changed.
	 *
	 * @var array<int, ContentTypeChange>
	 */
	public array $changed;

	/**
	 * Makes one from its fields.
	 *
	 * @param string                        $id          A UUID in lower case; ids made here are version 7.
	 * @param string                        $occurred_at A time from the year 100 on, RFC 3339 in UTC, without leap seconds.
	 * @param Actor                         $actor       Who did something.
	 * @param array<int, ContentTypeRef>    $added       The added.
	 * @param array<int, ContentTypeRef>    $removed     The removed.
	 * @param array<int, ContentTypeChange> $changed     The changed.
	 */
	public function __construct(
		string $id,
		string $occurred_at,
		Actor $actor,
		array $added,
		array $removed,
		array $changed
	) {
		$this->id          = $id;
		$this->occurred_at = $occurred_at;
		$this->actor       = $actor;
		$this->added       = $added;
		$this->removed     = $removed;
		$this->changed     = $changed;
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
			Decode::list_of( $data, 'added', Decode::each_object( array( ContentTypeRef::class, 'from_array' ) ) ),
			Decode::list_of( $data, 'removed', Decode::each_object( array( ContentTypeRef::class, 'from_array' ) ) ),
			Decode::list_of( $data, 'changed', Decode::each_object( array( ContentTypeChange::class, 'from_array' ) ) )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return StructureChangeShape
	 */
	public function to_array(): array {
		return array(
			'id'          => $this->id,
			'occurred_at' => $this->occurred_at,
			'actor'       => $this->actor->to_array(),
			'added'       => array_map( static fn( ContentTypeRef $item ): array => $item->to_array(), $this->added ),
			'removed'     => array_map( static fn( ContentTypeRef $item ): array => $item->to_array(), $this->removed ),
			'changed'     => array_map( static fn( ContentTypeChange $item ): array => $item->to_array(), $this->changed ),
		);
	}
}
