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
 * What the site needs from now on.
 *
 * @phpstan-import-type IntegrationShape from Integration
 * @phpstan-type ConnectResultShape array{
 *   integration: IntegrationShape,
 *   api_key: string,
 *   signing_secret: string,
 * }
 */
final class ConnectResult {

	/**
	 * What links a site to IGNY8.
	 *
	 * @var Integration
	 */
	public Integration $integration;

	/**
	 * The site's own key; shown this once.
	 *
	 * @var string
	 */
	public string $api_key;

	/**
	 * The secret that calls to the site are signed with (Standard Webhooks); shown this once.
	 *
	 * @var string
	 */
	public string $signing_secret;

	/**
	 * Makes one from its fields.
	 *
	 * @param Integration $integration    What links a site to IGNY8.
	 * @param string      $api_key        The site's own key; shown this once.
	 * @param string      $signing_secret The secret that calls to the site are signed with (Standard Webhooks); shown this once.
	 */
	public function __construct(
		Integration $integration,
		string $api_key,
		string $signing_secret
	) {
		$this->integration    = $integration;
		$this->api_key        = $api_key;
		$this->signing_secret = $signing_secret;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::object( $data, 'integration', array( Integration::class, 'from_array' ) ),
			Decode::string( $data, 'api_key' ),
			Decode::string( $data, 'signing_secret' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return ConnectResultShape
	 */
	public function to_array(): array {
		return array(
			'integration'    => $this->integration->to_array(),
			'api_key'        => $this->api_key,
			'signing_secret' => $this->signing_secret,
		);
	}
}
