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
 * Why the last push was not accepted.
 *
 * @phpstan-type StructureRefusalShape array{
 *   refused_at: string,
 *   detail: string,
 *   request_id: string,
 * }
 */
final class StructureRefusal {

	/**
	 * A time from the year 100 on, RFC 3339 in UTC, without leap seconds.
	 *
	 * @var string
	 */
	public string $refused_at;

	/**
	 * What was wrong.
	 *
	 * @var string
	 */
	public string $detail;

	/**
	 * The request that was refused.
	 *
	 * @var string
	 */
	public string $request_id;

	/**
	 * Makes one from its fields.
	 *
	 * @param string $refused_at A time from the year 100 on, RFC 3339 in UTC, without leap seconds.
	 * @param string $detail     What was wrong.
	 * @param string $request_id The request that was refused.
	 */
	public function __construct(
		string $refused_at,
		string $detail,
		string $request_id
	) {
		$this->refused_at = $refused_at;
		$this->detail     = $detail;
		$this->request_id = $request_id;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'refused_at' ),
			Decode::string( $data, 'detail' ),
			Decode::string( $data, 'request_id' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return StructureRefusalShape
	 */
	public function to_array(): array {
		return array(
			'refused_at' => $this->refused_at,
			'detail'     => $this->detail,
			'request_id' => $this->request_id,
		);
	}
}
