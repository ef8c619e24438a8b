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
 * The settings that hold now, by kind and name.
 *
 * @phpstan-import-type ContentTypeSettingShape from ContentTypeSetting
 * @phpstan-type ContentTypeSettingsShape array{
 *   post_types: array<string, ContentTypeSettingShape>,
 *   taxonomies: array<string, ContentTypeSettingShape>,
 * }
 */
final class ContentTypeSettings {

	/**
	 * Of post types, by name.
	 *
	 * @var array<string, ContentTypeSetting>
	 */
	public array $post_types;

	/**
	 * Of taxonomies, by name.
	 *
	 * @var array<string, ContentTypeSetting>
	 */
	public array $taxonomies;

	/**
	 * Makes one from its fields.
	 *
	 * @param array<string, ContentTypeSetting> $post_types Of post types, by name.
	 * @param array<string, ContentTypeSetting> $taxonomies Of taxonomies, by name.
	 */
	public function __construct(
		array $post_types,
		array $taxonomies
	) {
		$this->post_types = $post_types;
		$this->taxonomies = $taxonomies;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::map_of( $data, 'post_types', Decode::each_object( array( ContentTypeSetting::class, 'from_array' ) ) ),
			Decode::map_of( $data, 'taxonomies', Decode::each_object( array( ContentTypeSetting::class, 'from_array' ) ) )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return ContentTypeSettingsShape
	 */
	public function to_array(): array {
		return array(
			'post_types' => array_map( static fn( ContentTypeSetting $item ): array => $item->to_array(), $this->post_types ),
			'taxonomies' => array_map( static fn( ContentTypeSetting $item ): array => $item->to_array(), $this->taxonomies ),
		);
	}
}
