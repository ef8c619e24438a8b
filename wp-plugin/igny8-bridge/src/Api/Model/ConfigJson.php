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
 * The structure as it is kept, with the settings that hold now.
 *
 * @phpstan-import-type StoredStructureShape from StoredStructure
 * @phpstan-type ConfigJsonShape array{
 *   content_types: StoredStructureShape,
 *   plugin_connection_enabled: bool,
 *   two_way_sync_enabled: bool,
 * }
 */
final class ConfigJson {

	/**
	 * What the site said that it has.
	 *
	 * @var StoredStructure
	 */
	public StoredStructure $content_types;

	/**
	 * The plugin connection enabled.
	 *
	 * @var bool
	 */
	public bool $plugin_connection_enabled;

	/**
	 * The two way sync enabled.
	 *
	 * @var bool
	 */
	public bool $two_way_sync_enabled;

	/**
	 * Makes one from its fields.
	 *
	 * @param StoredStructure $content_types             What the site said that it has.
	 * @param bool            $plugin_connection_enabled The plugin connection enabled.
	 * @param bool            $two_way_sync_enabled      The two way sync enabled.
	 */
	public function __construct(
		StoredStructure $content_types,
		bool $plugin_connection_enabled,
		bool $two_way_sync_enabled
	) {
		$this->content_types             = $content_types;
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
			Decode::object( $data, 'content_types', array( StoredStructure::class, 'from_array' ) ),
			Decode::boolean( $data, 'plugin_connection_enabled' ),
			Decode::boolean( $data, 'two_way_sync_enabled' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return ConfigJsonShape
	 */
	public function to_array(): array {
		return array(
			'content_types'             => $this->content_types->to_array(),
			'plugin_connection_enabled' => $this->plugin_connection_enabled,
			'two_way_sync_enabled'      => $this->two_way_sync_enabled,
		);
	}
}
