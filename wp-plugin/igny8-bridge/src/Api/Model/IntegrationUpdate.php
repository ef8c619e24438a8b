<?php
/**
 * Generated from openapi.yaml; do not edit. Make it anew with: npm run codegen
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Api\Model;

use JsonSerializable;

/**
 * What to change.
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
	 * The object as JSON has it. What was left out stays out.
	 */
	public function jsonSerialize(): object {
		$data = array();
		if ( null !== $this->rest_url ) {
			$data['rest_url'] = $this->rest_url;
		}
		return (object) $data;
	}
}
