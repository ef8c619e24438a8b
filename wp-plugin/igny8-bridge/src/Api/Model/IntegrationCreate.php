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
 * An integration to create, or to find.
 *
 * @phpstan-type IntegrationCreateShape array{
 *   site_id: string,
 *   platform?: string,
 *   is_temporary?: bool,
 * }
 */
final class IntegrationCreate implements JsonSerializable {

	/**
	 * A UUID in lower case; ids made here are version 7.
	 *
	 * @var string
	 */
	public string $site_id;

	/**
	 * What the site runs on.
	 *
	 * @var string|null
	 */
	public ?string $platform;

	/**
	 * Whether a new one is gone in 24 h unless a structure arrives.
	 *
	 * @var bool|null
	 */
	public ?bool $is_temporary;

	/**
	 * Makes one from its fields. A null for a field that may be left out leaves it out.
	 *
	 * @param string      $site_id      A UUID in lower case; ids made here are version 7.
	 * @param string|null $platform     What the site runs on.
	 * @param bool|null   $is_temporary Whether a new one is gone in 24 h unless a structure arrives.
	 */
	public function __construct(
		string $site_id,
		?string $platform = null,
		?bool $is_temporary = null
	) {
		$this->site_id      = $site_id;
		$this->platform     = $platform;
		$this->is_temporary = $is_temporary;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'site_id' ),
			Decode::string_or_null( $data, 'platform' ),
			Decode::boolean_or_null( $data, 'is_temporary' )
		);
	}

	/**
	 * The same as an array, as JSON has it. What was left out stays out.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return IntegrationCreateShape
	 */
	public function to_array(): array {
		$data = array(
			'site_id' => $this->site_id,
		);
		if ( null !== $this->platform ) {
			$data['platform'] = $this->platform;
		}
		if ( null !== $this->is_temporary ) {
			$data['is_temporary'] = $this->is_temporary;
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
