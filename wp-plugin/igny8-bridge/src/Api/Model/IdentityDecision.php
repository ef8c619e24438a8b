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
 * What a site says that it is.
 *
 * @phpstan-type IdentityDecisionShape array{
 *   decision: string,
 *   site_uuid: string,
 *   home_url: string,
 *   rest_url: string,
 * }
 */
final class IdentityDecision implements JsonSerializable {

	/**
	 * `moved`: the connected site, at a new address. `copy`: another site.
	 *
	 * @var string
	 */
	public string $decision;

	/**
	 * The plugin's own name for its site; the one that is connected.
	 *
	 * @var string
	 */
	public string $site_uuid;

	/**
	 * Where it is now.
	 *
	 * @var string
	 */
	public string $home_url;

	/**
	 * Where its REST API answers now.
	 *
	 * @var string
	 */
	public string $rest_url;

	/**
	 * Makes one from its fields.
	 *
	 * @param string $decision  `moved`: the connected site, at a new address. `copy`: another site.
	 * @param string $site_uuid The plugin's own name for its site; the one that is connected.
	 * @param string $home_url  Where it is now.
	 * @param string $rest_url  Where its REST API answers now.
	 */
	public function __construct(
		string $decision,
		string $site_uuid,
		string $home_url,
		string $rest_url
	) {
		$this->decision  = $decision;
		$this->site_uuid = $site_uuid;
		$this->home_url  = $home_url;
		$this->rest_url  = $rest_url;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'decision' ),
			Decode::string( $data, 'site_uuid' ),
			Decode::string( $data, 'home_url' ),
			Decode::string( $data, 'rest_url' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return IdentityDecisionShape
	 */
	public function to_array(): array {
		return array(
			'decision'  => $this->decision,
			'site_uuid' => $this->site_uuid,
			'home_url'  => $this->home_url,
			'rest_url'  => $this->rest_url,
		);
	}

	/**
	 * The object as it is sent.
	 */
	public function jsonSerialize(): object {
		return (object) $this->to_array();
	}
}
