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
final class SiteUpdate implements JsonSerializable {

	/**
	 * The name.
	 *
	 * @var string|null
	 */
	public ?string $name;

	/**
	 * Only while no WordPress is connected; a connected site says by itself that it moved.
	 *
	 * @var string|null
	 */
	public ?string $home_url;

	/**
	 * The is active.
	 *
	 * @var bool|null
	 */
	public ?bool $is_active;

	/**
	 * Makes one from its fields. A null for a field that may be left out leaves it out.
	 *
	 * @param string|null $name      The name.
	 * @param string|null $home_url  Only while no WordPress is connected; a connected site says by itself that it moved.
	 * @param bool|null   $is_active The is active.
	 */
	public function __construct(
		?string $name = null,
		?string $home_url = null,
		?bool $is_active = null
	) {
		$this->name      = $name;
		$this->home_url  = $home_url;
		$this->is_active = $is_active;
	}

	/**
	 * The object as JSON has it. What was left out stays out.
	 */
	public function jsonSerialize(): object {
		$data = array();
		if ( null !== $this->name ) {
			$data['name'] = $this->name;
		}
		if ( null !== $this->home_url ) {
			$data['home_url'] = $this->home_url;
		}
		if ( null !== $this->is_active ) {
			$data['is_active'] = $this->is_active;
		}
		return (object) $data;
	}
}
