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
 * What a push changed.
 *
 * @phpstan-import-type ContentTypeRefShape from ContentTypeRef
 * @phpstan-import-type ContentTypeChangeShape from ContentTypeChange
 * @phpstan-import-type ContentTypeSettingsShape from ContentTypeSettings
 * @phpstan-type UpdateStructureResultShape array{
 *   result: string,
 *   status: string,
 *   added: array<int, ContentTypeRefShape>,
 *   removed: array<int, ContentTypeRefShape>,
 *   changed: array<int, ContentTypeChangeShape>,
 *   last_structure_fetch: string|null,
 *   settings: ContentTypeSettingsShape,
 * }
 */
final class UpdateStructureResult {

	/**
	 * `stored`: something changed. `unchanged`: the same as before. `outdated`: collected before the stored one, so nothing was done.
	 *
	 * @var string
	 */
	public string $result;

	/**
	 * `not_connected`: no plugin has used the key that it registered for. `structure_syncing`: it has, and the structure is expected (Connected, structure syncing). `ready`: the structure is here (Connected & Ready). `disconnected`: either side ended it.
	 *
	 * @var string
	 */
	public string $status;

	/**
	 * Types that the structure did not have.
	 *
	 * @var array<int, ContentTypeRef>
	 */
	public array $added;

	/**
	 * Types that it has no more.
	 *
	 * @var array<int, ContentTypeRef>
	 */
	public array $removed;

	/**
	 * Types with another label or other counts.
	 *
	 * @var array<int, ContentTypeChange>
	 */
	public array $changed;

	/**
	 * When the site last said what it has; null while it has not.
	 *
	 * @var string|null
	 */
	public ?string $last_structure_fetch;

	/**
	 * The settings that hold now, by kind and name.
	 *
	 * @var ContentTypeSettings
	 */
	public ContentTypeSettings $settings;

	/**
	 * Makes one from its fields.
	 *
	 * @param string                        $result               `stored`: something changed. `unchanged`: the same as before. `outdated`: collected before the stored one, so nothing was done.
	 * @param string                        $status               `not_connected`: no plugin has used the key that it registered for. `structure_syncing`: it has, and the structure is expected (Connected, structure syncing). `ready`: the structure is here (Connected & Ready). `disconnected`: either side ended it.
	 * @param array<int, ContentTypeRef>    $added                Types that the structure did not have.
	 * @param array<int, ContentTypeRef>    $removed              Types that it has no more.
	 * @param array<int, ContentTypeChange> $changed              Types with another label or other counts.
	 * @param string|null                   $last_structure_fetch When the site last said what it has; null while it has not.
	 * @param ContentTypeSettings           $settings             The settings that hold now, by kind and name.
	 */
	public function __construct(
		string $result,
		string $status,
		array $added,
		array $removed,
		array $changed,
		?string $last_structure_fetch,
		ContentTypeSettings $settings
	) {
		$this->result               = $result;
		$this->status               = $status;
		$this->added                = $added;
		$this->removed              = $removed;
		$this->changed              = $changed;
		$this->last_structure_fetch = $last_structure_fetch;
		$this->settings             = $settings;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'result' ),
			Decode::string( $data, 'status' ),
			Decode::list_of( $data, 'added', Decode::each_object( array( ContentTypeRef::class, 'from_array' ) ) ),
			Decode::list_of( $data, 'removed', Decode::each_object( array( ContentTypeRef::class, 'from_array' ) ) ),
			Decode::list_of( $data, 'changed', Decode::each_object( array( ContentTypeChange::class, 'from_array' ) ) ),
			Decode::string_or_null( $data, 'last_structure_fetch' ),
			Decode::object( $data, 'settings', array( ContentTypeSettings::class, 'from_array' ) )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return UpdateStructureResultShape
	 */
	public function to_array(): array {
		return array(
			'result'               => $this->result,
			'status'               => $this->status,
			'added'                => array_map( static fn( ContentTypeRef $item ): array => $item->to_array(), $this->added ),
			'removed'              => array_map( static fn( ContentTypeRef $item ): array => $item->to_array(), $this->removed ),
			'changed'              => array_map( static fn( ContentTypeChange $item ): array => $item->to_array(), $this->changed ),
			'last_structure_fetch' => $this->last_structure_fetch,
			'settings'             => $this->settings->to_array(),
		);
	}
}
