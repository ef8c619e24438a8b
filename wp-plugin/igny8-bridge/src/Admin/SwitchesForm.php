<?php
/**
 * The two switches on the settings page.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\Switches;

/**
 * Enable Sync Operations, Enable Two-Way Sync, [Save].
 */
final class SwitchesForm {

	/**
	 * The two switches.
	 *
	 * @var Switches
	 */
	private Switches $switches;

	/**
	 * Knows who is who.
	 *
	 * @var StatusWriter
	 */
	private StatusWriter $writer;

	/**
	 * Puts the parts together.
	 *
	 * @param Switches     $switches The two switches.
	 * @param StatusWriter $writer   Knows who is who.
	 */
	public function __construct( Switches $switches, StatusWriter $writer ) {
		$this->switches = $switches;
		$this->writer   = $writer;
	}

	/**
	 * Prints the form.
	 *
	 * @param Connection $connection The connection.
	 */
	public function render( Connection $connection ): void {
		Form::open( Form::SWITCHES, 'igny8-switches' );
		echo '<table class="form-table" role="presentation"><tbody>';
		self::row( 'igny8_sync', __( 'Enable Sync Operations', 'igny8-bridge' ), $this->switches->sync(), __( 'When off, nothing is sent to IGNY8 but this switch.', 'igny8-bridge' ) );
		$made_as = null === $connection->connected_by
			? __( 'Changes from IGNY8 are made here as the user who connects.', 'igny8-bridge' )
			/* translators: %s: the name of a user. */
			: sprintf( __( 'Changes are made as %s.', 'igny8-bridge' ), $this->writer->who( $connection->connected_by ) );
		self::row( 'igny8_two_way', __( 'Enable Two-Way Sync', 'igny8-bridge' ), $this->switches->two_way(), $made_as );
		printf( '</tbody></table><p class="submit"><button type="submit" class="button">%s</button></p>', esc_html__( 'Save', 'igny8-bridge' ) );
		Form::close();
	}

	/**
	 * Prints a switch.
	 *
	 * @param string $field The field.
	 * @param string $label Its label.
	 * @param bool   $is_on Whether it is on.
	 * @param string $help  What it does.
	 */
	private static function row( string $field, string $label, bool $is_on, string $help ): void {
		printf(
			'<tr><th scope="row"><label for="%1$s">%2$s</label></th><td><input type="checkbox" id="%1$s" name="%1$s" value="1" aria-describedby="%1$s_help"%3$s> <span class="description" id="%1$s_help">%4$s</span></td></tr>',
			esc_attr( $field ),
			esc_html( $label ),
			checked( $is_on, true, false ),
			esc_html( $help )
		);
	}
}
