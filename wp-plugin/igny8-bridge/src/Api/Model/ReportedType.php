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
 * A content type as the site reports it.
 *
 * @phpstan-type ReportedTypeShape array{
 *   label: string,
 *   count: int,
 *   statuses?: array<string, int>,
 *   enabled?: bool,
 *   fetch_limit?: int|null,
 * }
 */
final class ReportedType implements JsonSerializable {

	/**
	 * What the site itself calls it.
	 *
	 * @var string
	 */
	public string $label;

	/**
	 * Posts: published, scheduled, draft, pending and private ones together. Taxonomies: terms.
	 *
	 * @var int
	 */
	public int $count;

	/**
	 * How many of the items have which status, by WordPress's name for it.
	 *
	 * @var array<string, int>|null
	 */
	public ?array $statuses;

	/**
	 * Whether to sync it; only a suggestion, for a type never seen before.
	 *
	 * @var bool|null
	 */
	public ?bool $enabled;

	/**
	 * The most items to keep; only a suggestion, for a type never seen before.
	 *
	 * @var int|null
	 */
	public ?int $fetch_limit;

	/**
	 * Fields that are null, which is something else than left out.
	 *
	 * @var array<int, 'fetch_limit'>
	 */
	public array $nulls;

	/**
	 * Makes one from its fields. A null for a field that may be left out leaves it out.
	 *
	 * @param string                    $label       What the site itself calls it.
	 * @param int                       $count       Posts: published, scheduled, draft, pending and private ones together. Taxonomies: terms.
	 * @param array<string, int>|null   $statuses    How many of the items have which status, by WordPress's name for it.
	 * @param bool|null                 $enabled     Whether to sync it; only a suggestion, for a type never seen before.
	 * @param int|null                  $fetch_limit The most items to keep; only a suggestion, for a type never seen before.
	 * @param array<int, 'fetch_limit'> $nulls       Fields that are null, which is something else than left out.
	 */
	public function __construct(
		string $label,
		int $count,
		?array $statuses = null,
		?bool $enabled = null,
		?int $fetch_limit = null,
		array $nulls = array()
	) {
		$this->label       = $label;
		$this->count       = $count;
		$this->statuses    = $statuses;
		$this->enabled     = $enabled;
		$this->fetch_limit = $fetch_limit;
		$this->nulls       = $nulls;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'label' ),
			Decode::integer( $data, 'count' ),
			Decode::map_of_or_null( $data, 'statuses', Decode::each_integer() ),
			Decode::boolean_or_null( $data, 'enabled' ),
			Decode::integer_or_null( $data, 'fetch_limit' ),
			Decode::nulls( $data, array( 'fetch_limit' ) )
		);
	}

	/**
	 * The same as an array, as JSON has it. What was left out stays out.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return ReportedTypeShape
	 */
	public function to_array(): array {
		$data = array(
			'label' => $this->label,
			'count' => $this->count,
		);
		if ( null !== $this->statuses ) {
			$data['statuses'] = $this->statuses;
		}
		if ( null !== $this->enabled ) {
			$data['enabled'] = $this->enabled;
		}
		if ( null !== $this->fetch_limit || in_array( 'fetch_limit', $this->nulls, true ) ) {
			$data['fetch_limit'] = $this->fetch_limit;
		}
		return $data;
	}

	/**
	 * The object as it is sent. An empty map is an object there, not a list.
	 */
	public function jsonSerialize(): object {
		$data = $this->to_array();
		if ( null !== $this->statuses ) {
			$data['statuses'] = (object) $this->statuses;
		}
		return (object) $data;
	}
}
