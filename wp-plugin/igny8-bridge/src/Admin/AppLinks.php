<?php
/**
 * Pages of the dashboard.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

/**
 * Addresses in the IGNY8 dashboard.
 */
final class AppLinks {

	/**
	 * The dashboard, without a slash at its end.
	 *
	 * @var string
	 */
	private string $address;

	/**
	 * Takes the address of the dashboard.
	 *
	 * @param string $address Such as `https://app.igny8.com`.
	 */
	public function __construct( string $address ) {
		$this->address = rtrim( $address, '/' );
	}

	/**
	 * Where a site is added.
	 *
	 * @param string $home_url The home URL to fill in.
	 */
	public function add_site( string $home_url ): string {
		return $this->address . '/sites/new?url=' . rawurlencode( $home_url );
	}

	/**
	 * The Content Types tab of a site.
	 *
	 * @param string $site_id The site, as IGNY8 names it.
	 */
	public function content_types( string $site_id ): string {
		return $this->address . '/sites/' . rawurlencode( $site_id ) . '/content-types';
	}

	/**
	 * The Danger zone tab of a site, where it is activated and disconnected.
	 *
	 * @param string $site_id The site, as IGNY8 names it.
	 */
	public function danger_zone( string $site_id ): string {
		return $this->address . '/sites/' . rawurlencode( $site_id ) . '/danger-zone';
	}
}
