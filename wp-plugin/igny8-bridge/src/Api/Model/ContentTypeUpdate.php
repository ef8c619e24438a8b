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
final class ContentTypeUpdate implements JsonSerializable {

	/**
	 * Whether to sync it.
	 *
	 * @var bool|null
	 */
	public ?bool $enabled;

	/**
	 * The most items that are kept, newest first; null for all.
	 *
	 * @var int|null
	 */
	public ?int $fetch_limit;

	/**
	 * Whether to sync private and password-protected items too.
	 *
	 * @var bool|null
	 */
	public ?bool $include_private;

	/**
	 * Makes one from its fields. A null for a field that may be left out leaves it out.
	 *
	 * @param bool|null $enabled         Whether to sync it.
	 * @param int|null  $fetch_limit     The most items that are kept, newest first; null for all.
	 * @param bool|null $include_private Whether to sync private and password-protected items too.
	 */
	public function __construct(
		?bool $enabled = null,
		?int $fetch_limit = null,
		?bool $include_private = null
	) {
		$this->enabled         = $enabled;
		$this->fetch_limit     = $fetch_limit;
		$this->include_private = $include_private;
	}

	/**
	 * The object as JSON has it. What was left out stays out.
	 */
	public function jsonSerialize(): object {
		$data = array();
		if ( null !== $this->enabled ) {
			$data['enabled'] = $this->enabled;
		}
		if ( null !== $this->fetch_limit ) {
			$data['fetch_limit'] = $this->fetch_limit;
		}
		if ( null !== $this->include_private ) {
			$data['include_private'] = $this->include_private;
		}
		return (object) $data;
	}
}
