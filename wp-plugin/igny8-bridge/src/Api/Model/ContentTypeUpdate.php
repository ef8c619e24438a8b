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
 * What to change.
 *
 * @phpstan-type ContentTypeUpdateShape array{
 *   enabled?: bool,
 *   fetch_limit?: int|null,
 *   include_private?: bool,
 * }
 */
final class ContentTypeUpdate implements JsonSerializable {

	/**
	 * Whether to sync it.
	 *
	 * @var bool|null
	 */
	public ?bool $enabled;

	/**
	 * The most items that are kept, newest first; null for all.
	 *
	 * @var int|null
	 */
	public ?int $fetch_limit;

	/**
	 * Whether to sync private and password-protected items too.
	 *
	 * @var bool|null
	 */
	public ?bool $include_private;

	/**
	 * Fields that are null, which is something else than left out.
	 *
	 * @var array<int, 'fetch_limit'>
	 */
	public array $nulls;

	/**
	 * Makes one from its fields. A null for a field that may be left out leaves it out.
	 *
	 * @param bool|null                 $enabled         Whether to sync it.
	 * @param int|null                  $fetch_limit     The most items that are kept, newest first; null for all.
	 * @param bool|null                 $include_private Whether to sync private and password-protected items too.
	 * @param array<int, 'fetch_limit'> $nulls           Fields that are null, which is something else than left out.
	 */
	public function __construct(
		?bool $enabled = null,
		?int $fetch_limit = null,
		?bool $include_private = null,
		array $nulls = array()
	) {
		$this->enabled         = $enabled;
		$this->fetch_limit     = $fetch_limit;
		$this->include_private = $include_private;
		$this->nulls           = $nulls;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::boolean_or_null( $data, 'enabled' ),
			Decode::integer_or_null( $data, 'fetch_limit' ),
			Decode::boolean_or_null( $data, 'include_private' ),
			Decode::nulls( $data, array( 'fetch_limit' ) )
		);
	}

	/**
	 * The same as an array, as JSON has it. What was left out stays out.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return ContentTypeUpdateShape
	 */
	public function to_array(): array {
		$data = array();
		if ( null !== $this->enabled ) {
			$data['enabled'] = $this->enabled;
		}
		if ( null !== $this->fetch_limit || in_array( 'fetch_limit', $this->nulls, true ) ) {
			$data['fetch_limit'] = $this->fetch_limit;
		}
		if ( null !== $this->include_private ) {
			$data['include_private'] = $this->include_private;
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
