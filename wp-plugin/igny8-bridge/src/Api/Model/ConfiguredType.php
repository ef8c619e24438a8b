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
 * A content type as `config_json` keeps it.
 *
 * @phpstan-type ConfiguredTypeShape array{
 *   label: string,
 *   count: int,
 *   enabled: bool,
 *   fetch_limit: int|null,
 *   statuses?: array<string, int>,
 * }
 */
final class ConfiguredType {

	/**
	 * The label.
	 *
	 * @var string
	 */
	public string $label;

	/**
	 * A number of items.
	 *
	 * @var int
	 */
	public int $count;

	/**
	 * How many of the items have which status, by WordPress's name for it.
	 *
	 * @var array<string, int>|null
	 */
	public ?array $statuses;

	/**
	 * The enabled.
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
	 * Makes one from its fields. A null for a field that may be left out leaves it out.
	 *
	 * @param string                  $label       The label.
	 * @param int                     $count       A number of items.
	 * @param bool                    $enabled     The enabled.
	 * @param int|null                $fetch_limit The most items that are kept, newest first; null for all.
	 * @param array<string, int>|null $statuses    How many of the items have which status, by WordPress's name for it.
	 */
	public function __construct(
		string $label,
		int $count,
		bool $enabled,
		?int $fetch_limit,
		?array $statuses = null
	) {
		$this->label       = $label;
		$this->count       = $count;
		$this->enabled     = $enabled;
		$this->fetch_limit = $fetch_limit;
		$this->statuses    = $statuses;
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
			Decode::integer( $data, 'count' ),
			Decode::boolean( $data, 'enabled' ),
			Decode::integer_or_null( $data, 'fetch_limit' ),
			Decode::map_of_or_null( $data, 'statuses', Decode::each_integer() )
		);
	}

	/**
	 * The same as an array, as JSON has it. What was left out stays out.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return ConfiguredTypeShape
	 */
	public function to_array(): array {
		$data = array(
			'label'       => $this->label,
			'count'       => $this->count,
			'enabled'     => $this->enabled,
			'fetch_limit' => $this->fetch_limit,
		);
		if ( null !== $this->statuses ) {
			$data['statuses'] = $this->statuses;
		}
		return $data;
	}
}
