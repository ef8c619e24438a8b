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
 * What the site said that it has.
 *
 * @phpstan-import-type ConfiguredTypeShape from ConfiguredType
 * @phpstan-type StoredStructureShape array{
 *   post_types: array<string, ConfiguredTypeShape>,
 *   taxonomies: array<string, ConfiguredTypeShape>,
 *   last_structure_fetch: string|null,
 * }
 */
final class StoredStructure {

	/**
	 * Its post types, by name.
	 *
	 * @var array<string, ConfiguredType>
	 */
	public array $post_types;

	/**
	 * Its taxonomies, by name.
	 *
	 * @var array<string, ConfiguredType>
	 */
	public array $taxonomies;

	/**
	 * When the site last said so.
	 *
	 * @var string|null
	 */
	public ?string $last_structure_fetch;

	/**
	 * Makes one from its fields.
	 *
	 * @param array<string, ConfiguredType> $post_types           Its post types, by name.
	 * @param array<string, ConfiguredType> $taxonomies           Its taxonomies, by name.
	 * @param string|null                   $last_structure_fetch When the site last said so.
	 */
	public function __construct(
		array $post_types,
		array $taxonomies,
		?string $last_structure_fetch
	) {
		$this->post_types           = $post_types;
		$this->taxonomies           = $taxonomies;
		$this->last_structure_fetch = $last_structure_fetch;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::map_of( $data, 'post_types', Decode::each_object( array( ConfiguredType::class, 'from_array' ) ) ),
			Decode::map_of( $data, 'taxonomies', Decode::each_object( array( ConfiguredType::class, 'from_array' ) ) ),
			Decode::string_or_null( $data, 'last_structure_fetch' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return StoredStructureShape
	 */
	public function to_array(): array {
		return array(
			'post_types'           => array_map( static fn( ConfiguredType $item ): array => $item->to_array(), $this->post_types ),
			'taxonomies'           => array_map( static fn( ConfiguredType $item ): array => $item->to_array(), $this->taxonomies ),
			'last_structure_fetch' => $this->last_structure_fetch,
		);
	}
}
