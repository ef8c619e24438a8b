<?php
/**
 * Generated from openapi.yaml; do not edit. Make it anew with: npm run codegen
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Api\Model;

use Igny8\Bridge\Api\Decode;
use JsonSerializable;

/**
 * Sums over the enabled types that the site has now.
 *
 * @phpstan-type Shape array{count: int, synced_count: int}
 */
final class ContentTypeTotals implements JsonSerializable {

	/**
	 * A number of items.
	 *
	 * @var int
	 */
	public int $count;

	/**
	 * A number of items.
	 *
	 * @var int
	 */
	public int $synced_count;

	/**
	 * Makes one from its fields.
	 *
	 * @param int $count A number of items.
	 * @param int $synced_count A number of items.
	 */
	public function __construct(
		int $count,
		int $synced_count
	) {
		$this->count = $count;
		$this->synced_count = $synced_count;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws \Igny8\Bridge\Api\MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::integer( $data, 'count' ),
			Decode::integer( $data, 'synced_count' )
		);
	}

	/**
	 * The object as an array, in the form of the wire. What was left out stays out.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return Shape
	 */
	public function to_array(): array {
		$data = array(
			'count' => $this->count,
			'synced_count' => $this->synced_count,
		);
		return $data;
	}

	/**
	 * The object as JSON has it: an empty map is `{}`, not `[]`.
	 */
	public function jsonSerialize(): object {
		$data = array(
			'count' => $this->count,
			'synced_count' => $this->synced_count,
		);
		return (object) $data;
	}
}
