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
 * One WordPress.
 *
 * @phpstan-import-type IntegrationShape from Integration
 * @phpstan-type SiteShape array{
 *   id: string,
 *   name: string,
 *   home_url: string,
 *   is_active: bool,
 *   integration: IntegrationShape|null,
 *   created_at: string,
 *   updated_at: string,
 * }
 */
final class Site {

	/**
	 * A UUID in lower case; ids made here are version 7.
	 *
	 * @var string
	 */
	public string $id;

	/**
	 * The name.
	 *
	 * @var string
	 */
	public string $name;

	/**
	 * Its home URL, normalised.
	 *
	 * @var string
	 */
	public string $home_url;

	/**
	 * When false, IGNY8 accepts nothing from it.
	 *
	 * @var bool
	 */
	public bool $is_active;

	/**
	 * Its integration, when it has one that is not temporary.
	 *
	 * @var Integration|null
	 */
	public ?Integration $integration;

	/**
	 * A time from the year 100 on, RFC 3339 in UTC, without leap seconds.
	 *
	 * @var string
	 */
	public string $created_at;

	/**
	 * A time from the year 100 on, RFC 3339 in UTC, without leap seconds.
	 *
	 * @var string
	 */
	public string $updated_at;

	/**
	 * Makes one from its fields.
	 *
	 * @param string           $id          A UUID in lower case; ids made here are version 7.
	 * @param string           $name        The name.
	 * @param string           $home_url    Its home URL, normalised.
	 * @param bool             $is_active   When false, IGNY8 accepts nothing from it.
	 * @param Integration|null $integration Its integration, when it has one that is not temporary.
	 * @param string           $created_at  A time from the year 100 on, RFC 3339 in UTC, without leap seconds.
	 * @param string           $updated_at  A time from the year 100 on, RFC 3339 in UTC, without leap seconds.
	 */
	public function __construct(
		string $id,
		string $name,
		string $home_url,
		bool $is_active,
		?Integration $integration,
		string $created_at,
		string $updated_at
	) {
		$this->id          = $id;
		$this->name        = $name;
		$this->home_url    = $home_url;
		$this->is_active   = $is_active;
		$this->integration = $integration;
		$this->created_at  = $created_at;
		$this->updated_at  = $updated_at;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'id' ),
			Decode::string( $data, 'name' ),
			Decode::string( $data, 'home_url' ),
			Decode::boolean( $data, 'is_active' ),
			Decode::object_or_null( $data, 'integration', array( Integration::class, 'from_array' ) ),
			Decode::string( $data, 'created_at' ),
			Decode::string( $data, 'updated_at' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return SiteShape
	 */
	public function to_array(): array {
		return array(
			'id'          => $this->id,
			'name'        => $this->name,
			'home_url'    => $this->home_url,
			'is_active'   => $this->is_active,
			'integration' => null === $this->integration ? null : $this->integration->to_array(),
			'created_at'  => $this->created_at,
			'updated_at'  => $this->updated_at,
		);
	}
}
