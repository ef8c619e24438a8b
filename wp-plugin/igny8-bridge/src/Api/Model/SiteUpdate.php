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
 * @phpstan-type SiteUpdateShape array{
 *   name?: string,
 *   home_url?: string,
 *   is_active?: bool,
 * }
 */
final class SiteUpdate implements JsonSerializable {

	/**
	 * How to call it.
	 *
	 * @var string|null
	 */
	public ?string $name;

	/**
	 * Only while no WordPress is connected; a connected site says by itself that it moved.
	 *
	 * @var string|null
	 */
	public ?string $home_url;

	/**
	 * When false, IGNY8 accepts nothing from it.
	 *
	 * @var bool|null
	 */
	public ?bool $is_active;

	/**
	 * Makes one from its fields. A null for a field that may be left out leaves it out.
	 *
	 * @param string|null $name      How to call it.
	 * @param string|null $home_url  Only while no WordPress is connected; a connected site says by itself that it moved.
	 * @param bool|null   $is_active When false, IGNY8 accepts nothing from it.
	 */
	public function __construct(
		?string $name = null,
		?string $home_url = null,
		?bool $is_active = null
	) {
		$this->name      = $name;
		$this->home_url  = $home_url;
		$this->is_active = $is_active;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string_or_null( $data, 'name' ),
			Decode::string_or_null( $data, 'home_url' ),
			Decode::boolean_or_null( $data, 'is_active' )
		);
	}

	/**
	 * The same as an array, as JSON has it. What was left out stays out.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return SiteUpdateShape
	 */
	public function to_array(): array {
		$data = array();
		if ( null !== $this->name ) {
			$data['name'] = $this->name;
		}
		if ( null !== $this->home_url ) {
			$data['home_url'] = $this->home_url;
		}
		if ( null !== $this->is_active ) {
			$data['is_active'] = $this->is_active;
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
