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
 * The content types of a site.
 *
 * @phpstan-import-type ContentTypeShape from ContentType
 * @phpstan-type ContentTypesShape array{
 *   post_types: array<string, ContentTypeShape>,
 *   taxonomies: array<string, ContentTypeShape>,
 *   last_structure_fetch: string|null,
 *   stale_at: string|null,
 *   plugin_connection_enabled: bool,
 *   two_way_sync_enabled: bool,
 * }
 */
final class ContentTypes {

	/**
	 * By name, in the order in which the site lists them.
	 *
	 * @var array<string, ContentType>
	 */
	public array $post_types;

	/**
	 * By name, in the order in which the site lists them.
	 *
	 * @var array<string, ContentType>
	 */
	public array $taxonomies;

	/**
	 * When the site last said what it has; null while it has not.
	 *
	 * @var string|null
	 */
	public ?string $last_structure_fetch;

	/**
	 * From when it counts as stale, 36 h later.
	 *
	 * @var string|null
	 */
	public ?string $stale_at;

	/**
	 * "Enable Sync Operations" in WordPress.
	 *
	 * @var bool
	 */
	public bool $plugin_connection_enabled;

	/**
	 * "Enable Two-Way Sync" in WordPress.
	 *
	 * @var bool
	 */
	public bool $two_way_sync_enabled;

	/**
	 * Makes one from its fields.
	 *
	 * @param array<string, ContentType> $post_types                By name, in the order in which the site lists them.
	 * @param array<string, ContentType> $taxonomies                By name, in the order in which the site lists them.
	 * @param string|null                $last_structure_fetch      When the site last said what it has; null while it has not.
	 * @param string|null                $stale_at                  From when it counts as stale, 36 h later.
	 * @param bool                       $plugin_connection_enabled "Enable Sync Operations" in WordPress.
	 * @param bool                       $two_way_sync_enabled      "Enable Two-Way Sync" in WordPress.
	 */
	public function __construct(
		array $post_types,
		array $taxonomies,
		?string $last_structure_fetch,
		?string $stale_at,
		bool $plugin_connection_enabled,
		bool $two_way_sync_enabled
	) {
		$this->post_types                = $post_types;
		$this->taxonomies                = $taxonomies;
		$this->last_structure_fetch      = $last_structure_fetch;
		$this->stale_at                  = $stale_at;
		$this->plugin_connection_enabled = $plugin_connection_enabled;
		$this->two_way_sync_enabled      = $two_way_sync_enabled;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::map_of( $data, 'post_types', Decode::each_object( array( ContentType::class, 'from_array' ) ) ),
			Decode::map_of( $data, 'taxonomies', Decode::each_object( array( ContentType::class, 'from_array' ) ) ),
			Decode::string_or_null( $data, 'last_structure_fetch' ),
			Decode::string_or_null( $data, 'stale_at' ),
			Decode::boolean( $data, 'plugin_connection_enabled' ),
			Decode::boolean( $data, 'two_way_sync_enabled' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return ContentTypesShape
	 */
	public function to_array(): array {
		return array(
			'post_types'                => array_map( static fn( ContentType $item ): array => $item->to_array(), $this->post_types ),
			'taxonomies'                => array_map( static fn( ContentType $item ): array => $item->to_array(), $this->taxonomies ),
			'last_structure_fetch'      => $this->last_structure_fetch,
			'stale_at'                  => $this->stale_at,
			'plugin_connection_enabled' => $this->plugin_connection_enabled,
			'two_way_sync_enabled'      => $this->two_way_sync_enabled,
		);
	}
}
