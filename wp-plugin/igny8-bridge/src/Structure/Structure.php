<?php
/**
 * The structure of a site.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Structure;

use Igny8\Bridge\Api\Model\ReportedType;

/**
 * The content types of a site, as it will tell IGNY8, and when they were counted.
 */
final class Structure {

	/**
	 * The post types, by name, in the site's own order.
	 *
	 * @var array<string, ReportedType>
	 */
	public array $post_types;

	/**
	 * The taxonomies, by name, in the site's own order.
	 *
	 * @var array<string, ReportedType>
	 */
	public array $taxonomies;

	/**
	 * When they were counted, in seconds since 1970.
	 *
	 * @var int
	 */
	public int $collected_at;

	/**
	 * Types that IGNY8 would refuse and that were therefore left out, with the reason.
	 *
	 * @var array<int, string>
	 */
	public array $left_out;

	/**
	 * Makes a structure.
	 *
	 * @param array<string, ReportedType> $post_types   The post types, by name.
	 * @param array<string, ReportedType> $taxonomies   The taxonomies, by name.
	 * @param int                         $collected_at When they were counted, in seconds since 1970.
	 * @param array<int, string>          $left_out     Types that were left out, with the reason.
	 */
	public function __construct( array $post_types, array $taxonomies, int $collected_at, array $left_out ) {
		$this->post_types   = $post_types;
		$this->taxonomies   = $taxonomies;
		$this->collected_at = $collected_at;
		$this->left_out     = $left_out;
	}

	/**
	 * When they were counted, as the contract writes a time.
	 */
	public function collected_at(): string {
		return gmdate( 'Y-m-d\TH:i:s\Z', $this->collected_at );
	}
}
