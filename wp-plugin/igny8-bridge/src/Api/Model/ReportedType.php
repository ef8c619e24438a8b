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
 * A content type as the site reports it.
 */
final class ReportedType implements JsonSerializable {

	/**
	 * What the site itself calls it.
	 *
	 * @var string
	 */
	public string $label;

	/**
	 * Posts: published, scheduled, draft, pending and private ones together. Taxonomies: terms.
	 *
	 * @var int
	 */
	public int $count;

	/**
	 * How many of the items have which status, by WordPress's name for it.
	 *
	 * @var array<string, int>|null
	 */
	public ?array $statuses;

	/**
	 * Whether to sync it; only a suggestion, for a type never seen before.
	 *
	 * @var bool|null
	 */
	public ?bool $enabled;

	/**
	 * The most items to keep; only a suggestion, for a type never seen before.
	 *
	 * @var int|null
	 */
	public ?int $fetch_limit;

	/**
	 * Makes one from its fields. A null for a field that may be left out leaves it out.
	 *
	 * @param string                  $label       What the site itself calls it.
	 * @param int                     $count       Posts: published, scheduled, draft, pending and private ones together. Taxonomies: terms.
	 * @param array<string, int>|null $statuses    How many of the items have which status, by WordPress's name for it.
	 * @param bool|null               $enabled     Whether to sync it; only a suggestion, for a type never seen before.
	 * @param int|null                $fetch_limit The most items to keep; only a suggestion, for a type never seen before.
	 */
	public function __construct(
		string $label,
		int $count,
		?array $statuses = null,
		?bool $enabled = null,
		?int $fetch_limit = null
	) {
		$this->label       = $label;
		$this->count       = $count;
		$this->statuses    = $statuses;
		$this->enabled     = $enabled;
		$this->fetch_limit = $fetch_limit;
	}

	/**
	 * The object as JSON has it. What was left out stays out.
	 */
	public function jsonSerialize(): object {
		$data = array(
			'label' => $this->label,
			'count' => $this->count,
		);
		if ( null !== $this->statuses ) {
			$data['statuses'] = (object) $this->statuses;
		}
		if ( null !== $this->enabled ) {
			$data['enabled'] = $this->enabled;
		}
		if ( null !== $this->fetch_limit ) {
			$data['fetch_limit'] = $this->fetch_limit;
		}
		return (object) $data;
	}
}
