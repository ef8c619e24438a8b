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
 * What a site has.
 *
 * @phpstan-import-type ReportedTypeShape from ReportedType
 * @phpstan-type UpdateStructureRequestShape array{
 *   post_types?: array<string, ReportedTypeShape>,
 *   taxonomies?: array<string, ReportedTypeShape>,
 *   plugin_connection_enabled?: bool,
 *   two_way_sync_enabled?: bool,
 *   collected_at?: string,
 * }
 */
final class UpdateStructureRequest implements JsonSerializable {

	/**
	 * All post types, by name. Left out, they stay as they were.
	 *
	 * @var array<string, ReportedType>|null
	 */
	public ?array $post_types;

	/**
	 * All taxonomies, by name. Left out, they stay as they were.
	 *
	 * @var array<string, ReportedType>|null
	 */
	public ?array $taxonomies;

	/**
	 * "Enable Sync Operations". Left out, it stays as it was.
	 *
	 * @var bool|null
	 */
	public ?bool $plugin_connection_enabled;

	/**
	 * "Enable Two-Way Sync". Left out, it stays as it was.
	 *
	 * @var bool|null
	 */
	public ?bool $two_way_sync_enabled;

	/**
	 * When it was collected, by the site's clock; without it, or over 5 min ahead, the time of receipt.
	 *
	 * @var string|null
	 */
	public ?string $collected_at;

	/**
	 * Makes one from its fields. A null for a field that may be left out leaves it out.
	 *
	 * @param array<string, ReportedType>|null $post_types                All post types, by name. Left out, they stay as they were.
	 * @param array<string, ReportedType>|null $taxonomies                All taxonomies, by name. Left out, they stay as they were.
	 * @param bool|null                        $plugin_connection_enabled "Enable Sync Operations". Left out, it stays as it was.
	 * @param bool|null                        $two_way_sync_enabled      "Enable Two-Way Sync". Left out, it stays as it was.
	 * @param string|null                      $collected_at              When it was collected, by the site's clock; without it, or over 5 min ahead, the time of receipt.
	 */
	public function __construct(
		?array $post_types = null,
		?array $taxonomies = null,
		?bool $plugin_connection_enabled = null,
		?bool $two_way_sync_enabled = null,
		?string $collected_at = null
	) {
		$this->post_types                = $post_types;
		$this->taxonomies                = $taxonomies;
		$this->plugin_connection_enabled = $plugin_connection_enabled;
		$this->two_way_sync_enabled      = $two_way_sync_enabled;
		$this->collected_at              = $collected_at;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::map_of_or_null( $data, 'post_types', Decode::each_object( array( ReportedType::class, 'from_array' ) ) ),
			Decode::map_of_or_null( $data, 'taxonomies', Decode::each_object( array( ReportedType::class, 'from_array' ) ) ),
			Decode::boolean_or_null( $data, 'plugin_connection_enabled' ),
			Decode::boolean_or_null( $data, 'two_way_sync_enabled' ),
			Decode::string_or_null( $data, 'collected_at' )
		);
	}

	/**
	 * The same as an array, as JSON has it. What was left out stays out.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return UpdateStructureRequestShape
	 */
	public function to_array(): array {
		$data = array();
		if ( null !== $this->post_types ) {
			$data['post_types'] = array_map( static fn( ReportedType $item ): array => $item->to_array(), $this->post_types );
		}
		if ( null !== $this->taxonomies ) {
			$data['taxonomies'] = array_map( static fn( ReportedType $item ): array => $item->to_array(), $this->taxonomies );
		}
		if ( null !== $this->plugin_connection_enabled ) {
			$data['plugin_connection_enabled'] = $this->plugin_connection_enabled;
		}
		if ( null !== $this->two_way_sync_enabled ) {
			$data['two_way_sync_enabled'] = $this->two_way_sync_enabled;
		}
		if ( null !== $this->collected_at ) {
			$data['collected_at'] = $this->collected_at;
		}
		return $data;
	}

	/**
	 * The object as it is sent. An empty map is an object there, not a list.
	 */
	public function jsonSerialize(): object {
		$data = $this->to_array();
		if ( null !== $this->post_types ) {
			$data['post_types'] = (object) $this->post_types;
		}
		if ( null !== $this->taxonomies ) {
			$data['taxonomies'] = (object) $this->taxonomies;
		}
		return (object) $data;
	}
}
