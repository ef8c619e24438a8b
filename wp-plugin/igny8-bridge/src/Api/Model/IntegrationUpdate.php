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
 * @phpstan-type IntegrationUpdateShape array{
 *   rest_url?: string,
 * }
 */
final class IntegrationUpdate implements JsonSerializable {

	/**
	 * Where the site's REST API answers, on the host of its home URL.
	 *
	 * @var string|null
	 */
	public ?string $rest_url;

	/**
	 * Makes one from its fields. A null for a field that may be left out leaves it out.
	 *
	 * @param string|null $rest_url Where the site's REST API answers, on the host of its home URL.
	 */
	public function __construct(
		?string $rest_url = null
	) {
		$this->rest_url = $rest_url;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string_or_null( $data, 'rest_url' )
		);
	}

	/**
	 * The same as an array, as JSON has it. What was left out stays out.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return IntegrationUpdateShape
	 */
	public function to_array(): array {
		$data = array();
		if ( null !== $this->rest_url ) {
			$data['rest_url'] = $this->rest_url;
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
