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
 * What a site has.
 */
final class UpdateStructureRequest implements JsonSerializable {

	/**
	 * All post types, by name. Left out, they stay as they were.
	 *
	 * @var array<string, ReportedType>|null
	 */
	public ?array $post_types;

	/**
	 * All taxonomies, by name. Left out, they stay as they were.
	 *
	 * @var array<string, ReportedType>|null
	 */
	public ?array $taxonomies;

	/**
	 * "Enable Sync Operations". Left out, it stays as it was.
	 *
	 * @var bool|null
	 */
	public ?bool $plugin_connection_enabled;

	/**
	 * "Enable Two-Way Sync". Left out, it stays as it was.
	 *
	 * @var bool|null
	 */
	public ?bool $two_way_sync_enabled;

	/**
	 * When it was collected, by the site's clock; without it, or over 5 min ahead, the time of receipt.
	 *
	 * @var string|null
	 */
	public ?string $collected_at;

	/**
	 * Makes one from its fields. A null for a field that may be left out leaves it out.
	 *
	 * @param array<string, ReportedType>|null $post_types                All post types, by name. Left out, they stay as they were.
	 * @param array<string, ReportedType>|null $taxonomies                All taxonomies, by name. Left out, they stay as they were.
	 * @param bool|null                        $plugin_connection_enabled "Enable Sync Operations". Left out, it stays as it was.
	 * @param bool|null                        $two_way_sync_enabled      "Enable Two-Way Sync". Left out, it stays as it was.
	 * @param string|null                      $collected_at              When it was collected, by the site's clock; without it, or over 5 min ahead, the time of receipt.
	 */
	public function __construct(
		?array $post_types = null,
		?array $taxonomies = null,
		?bool $plugin_connection_enabled = null,
		?bool $two_way_sync_enabled = null,
		?string $collected_at = null
	) {
		$this->post_types                = $post_types;
		$this->taxonomies                = $taxonomies;
		$this->plugin_connection_enabled = $plugin_connection_enabled;
		$this->two_way_sync_enabled      = $two_way_sync_enabled;
		$this->collected_at              = $collected_at;
	}

	/**
	 * The object as JSON has it. What was left out stays out.
	 */
	public function jsonSerialize(): object {
		$data = array();
		if ( null !== $this->post_types ) {
			$data['post_types'] = (object) $this->post_types;
		}
		if ( null !== $this->taxonomies ) {
			$data['taxonomies'] = (object) $this->taxonomies;
		}
		if ( null !== $this->plugin_connection_enabled ) {
			$data['plugin_connection_enabled'] = $this->plugin_connection_enabled;
		}
		if ( null !== $this->two_way_sync_enabled ) {
			$data['two_way_sync_enabled'] = $this->two_way_sync_enabled;
		}
		if ( null !== $this->collected_at ) {
			$data['collected_at'] = $this->collected_at;
		}
		return (object) $data;
	}
}
