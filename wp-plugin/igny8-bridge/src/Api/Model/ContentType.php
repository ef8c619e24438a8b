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
 * A post type or taxonomy, with what is kept of it.
 *
 * @phpstan-type ContentTypeShape array{
 *   label: string,
 *   count: int|null,
 *   enabled: bool,
 *   fetch_limit: int|null,
 *   include_private: bool,
 *   synced_count: int,
 *   is_current: bool,
 *   etag: string,
 *   statuses?: array<string, int>,
 *   changed_by?: string,
 * }
 */
final class ContentType {

	/**
	 * The label.
	 *
	 * @var string
	 */
	public string $label;

	/**
	 * How many the site has; null when it is not in the last structure.
	 *
	 * @var int|null
	 */
	public ?int $count;

	/**
	 * How many of the items have which status, by WordPress's name for it.
	 *
	 * @var array<string, int>|null
	 */
	public ?array $statuses;

	/**
	 * Whether it is synced.
	 *
	 * @var bool
	 */
	public bool $enabled;

	/**
	 * The most items that are kept, newest first; null for all.
	 *
	 * @var int|null
	 */
	public ?int $fetch_limit;

	/**
	 * Whether private and password-protected items are synced too.
	 *
	 * @var bool
	 */
	public bool $include_private;

	/**
	 * How many are stored here and current.
	 *
	 * @var int
	 */
	public int $synced_count;

	/**
	 * Whether it is in the last structure.
	 *
	 * @var bool
	 */
	public bool $is_current;

	/**
	 * The version of its settings, quotes included: what `If-Match` takes.
	 *
	 * @var string
	 */
	public string $etag;

	/**
	 * Who changed its settings last; left out when nobody has.
	 *
	 * @var string|null
	 */
	public ?string $changed_by;

	/**
	 * Makes one from its fields. A null for a field that may be left out leaves it out.
	 *
	 * @param string                  $label           The label.
	 * @param int|null                $count           How many the site has; null when it is not in the last structure.
	 * @param bool                    $enabled         Whether it is synced.
	 * @param int|null                $fetch_limit     The most items that are kept, newest first; null for all.
	 * @param bool                    $include_private Whether private and password-protected items are synced too.
	 * @param int                     $synced_count    How many are stored here and current.
	 * @param bool                    $is_current      Whether it is in the last structure.
	 * @param string                  $etag            The version of its settings, quotes included: what `If-Match` takes.
	 * @param array<string, int>|null $statuses        How many of the items have which status, by WordPress's name for it.
	 * @param string|null             $changed_by      Who changed its settings last; left out when nobody has.
	 */
	public function __construct(
		string $label,
		?int $count,
		bool $enabled,
		?int $fetch_limit,
		bool $include_private,
		int $synced_count,
		bool $is_current,
		string $etag,
		?array $statuses = null,
		?string $changed_by = null
	) {
		$this->label           = $label;
		$this->count           = $count;
		$this->enabled         = $enabled;
		$this->fetch_limit     = $fetch_limit;
		$this->include_private = $include_private;
		$this->synced_count    = $synced_count;
		$this->is_current      = $is_current;
		$this->etag            = $etag;
		$this->statuses        = $statuses;
		$this->changed_by      = $changed_by;
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
			Decode::integer_or_null( $data, 'count' ),
			Decode::boolean( $data, 'enabled' ),
			Decode::integer_or_null( $data, 'fetch_limit' ),
			Decode::boolean( $data, 'include_private' ),
			Decode::integer( $data, 'synced_count' ),
			Decode::boolean( $data, 'is_current' ),
			Decode::string( $data, 'etag' ),
			Decode::map_of_or_null( $data, 'statuses', Decode::each_integer() ),
			Decode::string_or_null( $data, 'changed_by' )
		);
	}

	/**
	 * The same as an array, as JSON has it. What was left out stays out.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return ContentTypeShape
	 */
	public function to_array(): array {
		$data = array(
			'label'           => $this->label,
			'count'           => $this->count,
			'enabled'         => $this->enabled,
			'fetch_limit'     => $this->fetch_limit,
			'include_private' => $this->include_private,
			'synced_count'    => $this->synced_count,
			'is_current'      => $this->is_current,
			'etag'            => $this->etag,
		);
		if ( null !== $this->statuses ) {
			$data['statuses'] = $this->statuses;
		}
		if ( null !== $this->changed_by ) {
			$data['changed_by'] = $this->changed_by;
		}
		return $data;
	}
}
