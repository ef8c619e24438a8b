<?php
/**
 * The id of a request that went wrong.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

/**
 * What support asks for, to be copied.
 */
final class RequestId {

	/**
	 * Prints it.
	 *
	 * @param string $id The id.
	 */
	public static function render( string $id ): void {
		printf(
			'<span class="description">%s <code>%s</code> <button type="button" class="button button-small igny8-copy hide-if-no-js" aria-label="%s">%s</button></span>',
			esc_html__( 'Request ID', 'igny8-bridge' ),
			esc_html( $id ),
			esc_attr__( 'Copy request ID', 'igny8-bridge' ),
			esc_html__( 'Copy', 'igny8-bridge' )
		);
	}
}
