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
 * A site to add.
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
	 * The object as JSON has it. What was left out stays out.
	 */
	public function jsonSerialize(): object {
		$data = array(
			'home_url' => $this->home_url,
		);
		if ( null !== $this->name ) {
			$data['name'] = $this->name;
		}
		return (object) $data;
	}
}
