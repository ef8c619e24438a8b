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
 * An integration to create, or to find.
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
	 * The object as JSON has it. What was left out stays out.
	 */
	public function jsonSerialize(): object {
		$data = array(
			'site_id' => $this->site_id,
		);
		if ( null !== $this->platform ) {
			$data['platform'] = $this->platform;
		}
		if ( null !== $this->is_temporary ) {
			$data['is_temporary'] = $this->is_temporary;
		}
		return (object) $data;
	}
}
