<?php
/**
 * Who may look after the connection.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * Everything that the plugin shows and does needs `manage_igny8`. Who has `manage_options` has it without being given it,
 * so nothing is stored in the roles, and nothing is left there when the plugin is deleted. It can be granted to others, and
 * one can be denied it, as any capability.
 */
final class Access {

	public const CAPABILITY = 'manage_igny8';

	/**
	 * Listens to WordPress. (Super admins of a network have every capability without being asked.)
	 */
	public function register(): void {
		add_filter( 'user_has_cap', array( $this, 'add_to_administrators' ) );
	}

	/**
	 * Gives the capability to whoever has `manage_options`, unless it was granted or denied expressly.
	 *
	 * @param mixed $capabilities What the user has, by name: an array, unless another plugin has broken it.
	 * @return mixed
	 */
	public function add_to_administrators( $capabilities ) {
		if ( is_array( $capabilities ) && ! empty( $capabilities['manage_options'] ) && ! isset( $capabilities[ self::CAPABILITY ] ) ) {
			$capabilities[ self::CAPABILITY ] = true;
		}
		return $capabilities;
	}

	/**
	 * Whether the current user may look after the connection.
	 */
	public static function is_allowed(): bool {
		return current_user_can( self::CAPABILITY );
	}
}
