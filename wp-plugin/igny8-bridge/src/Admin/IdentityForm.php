<?php
/**
 * What somebody can choose in safe mode.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

use Igny8\Bridge\Connection\Connection;

/**
 * The three choices of a site at another address, [Save choice], and the one of a site of another environment type,
 * [Allow sync].
 */
final class IdentityForm {

	/** The field that says which. */
	public const CHOICE = 'igny8_identity';

	public const MOVED = 'moved';
	public const COPY  = 'copy';
	public const OFF   = 'off';
	public const ALLOW = 'allow';

	/**
	 * Prints the three choices. Nothing is chosen beforehand but what somebody chose already.
	 *
	 * @param Connection $connection The connection.
	 */
	public static function choices( Connection $connection ): void {
		$choices = array(
			self::MOVED => __( 'This site has moved', 'igny8-bridge' ),
			self::COPY  => __( 'This is a copy', 'igny8-bridge' ),
			self::OFF   => __( 'Stay off', 'igny8-bridge' ),
		);
		Form::open( Form::IDENTITY, 'igny8-identity' );
		echo '<fieldset class="igny8-choices" aria-labelledby="igny8-status-text">';
		foreach ( $choices as $choice => $label ) {
			printf(
				'<label><input type="radio" name="%s" value="%s" required%s> %s</label>',
				esc_attr( self::CHOICE ),
				esc_attr( $choice ),
				checked( self::OFF === $choice && null !== $connection->off_since, true, false ),
				esc_html( $label )
			);
		}
		echo '</fieldset>';
		printf( '<p>%s <button type="submit" class="button button-primary">%s</button></p>', esc_html__( 'Next in WordPress:', 'igny8-bridge' ), esc_html__( 'Save choice', 'igny8-bridge' ) );
		Form::close();
	}

	/**
	 * Prints the one choice.
	 */
	public static function allow(): void {
		Form::open( Form::IDENTITY, 'igny8-identity' );
		printf(
			'<p>%s <button type="submit" class="button button-primary" name="%s" value="%s">%s</button></p>',
			esc_html__( 'Next in WordPress:', 'igny8-bridge' ),
			esc_attr( self::CHOICE ),
			esc_attr( self::ALLOW ),
			esc_html__( 'Allow sync', 'igny8-bridge' )
		);
		Form::close();
	}
}
