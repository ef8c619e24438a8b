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
 * A site to add.
 *
 * @phpstan-type SiteCreateShape array{
 *   home_url: string,
 *   name?: string,
 * }
 */
final class SiteCreate implements JsonSerializable {

	/**
	 * How to call it; without it its host.
	 *
	 * @var string|null
	 */
	public ?string $name;

	/**
	 * What WordPress calls the Site Address; `https://` may be left out.
	 *
	 * @var string
	 */
	public string $home_url;

	/**
	 * Makes one from its fields. A null for a field that may be left out leaves it out.
	 *
	 * @param string      $home_url What WordPress calls the Site Address; `https://` may be left out.
	 * @param string|null $name     How to call it; without it its host.
	 */
	public function __construct(
		string $home_url,
		?string $name = null
	) {
		$this->home_url = $home_url;
		$this->name     = $name;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'home_url' ),
			Decode::string_or_null( $data, 'name' )
		);
	}

	/**
	 * The same as an array, as JSON has it. What was left out stays out.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return SiteCreateShape
	 */
	public function to_array(): array {
		$data = array(
			'home_url' => $this->home_url,
		);
		if ( null !== $this->name ) {
			$data['name'] = $this->name;
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
