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
 * Sums over the enabled types that the site has now.
 *
 * @phpstan-type ContentTypeTotalsShape array{
 *   count: int,
 *   synced_count: int,
 * }
 */
final class ContentTypeTotals {

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
	 * @param int $count        A number of items.
	 * @param int $synced_count A number of items.
	 */
	public function __construct(
		int $count,
		int $synced_count
	) {
		$this->count        = $count;
		$this->synced_count = $synced_count;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::integer( $data, 'count' ),
			Decode::integer( $data, 'synced_count' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return ContentTypeTotalsShape
	 */
	public function to_array(): array {
		return array(
			'count'        => $this->count,
			'synced_count' => $this->synced_count,
		);
	}
}
