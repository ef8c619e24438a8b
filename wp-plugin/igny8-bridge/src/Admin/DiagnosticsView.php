<?php
/**
 * The diagnostics on the settings page.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

use Igny8\Bridge\Diagnostics\Diagnostics;
use Igny8\Bridge\Health\Checks;

/**
 * [Copy diagnostics], and the text itself, folded away, for whoever wants to read it first or has no JavaScript. IGNY8 is
 * asked whether it answers only when somebody wants that: it may take seconds.
 */
final class DiagnosticsView {

	private const ID = 'igny8-diagnostics';

	/**
	 * Writes the text.
	 *
	 * @var Diagnostics
	 */
	private Diagnostics $diagnostics;

	/**
	 * The checks.
	 *
	 * @var Checks
	 */
	private Checks $checks;

	/**
	 * Puts the parts together.
	 *
	 * @param Diagnostics $diagnostics Writes the text.
	 * @param Checks      $checks      The checks.
	 */
	public function __construct( Diagnostics $diagnostics, Checks $checks ) {
		$this->diagnostics = $diagnostics;
		$this->checks      = $checks;
	}

	/**
	 * Prints the button and the text.
	 */
	public function render(): void {
		$is_asked = 'asked' === Form::shown( self::ID );
		printf(
			'<div id="%1$s" class="igny8-diagnostics"><p><button type="button" id="igny8-copy-diagnostics" class="button hide-if-no-js" aria-label="%2$s">%2$s</button> <span class="description">%3$s</span></p>',
			esc_attr( self::ID ),
			esc_attr__( 'Copy diagnostics', 'igny8-bridge' ),
			esc_html__( 'For support. Keys, passwords, names and email addresses are left out.', 'igny8-bridge' )
		);
		printf( '<details%s><summary>%s</summary>', esc_attr( $is_asked ? ' open' : '' ), esc_html__( 'Show diagnostics', 'igny8-bridge' ) );
		$text = $this->diagnostics->text( $is_asked ? $this->checks->run() : $this->checks->run_local() );
		printf(
			'<textarea id="igny8-diagnostics-text" class="large-text code" rows="16" readonly aria-label="%s">%s</textarea>',
			esc_attr__( 'Diagnostics', 'igny8-bridge' ),
			esc_textarea( $text )
		);
		if ( ! $is_asked ) {
			printf( '<p><a href="%s">%s</a></p>', esc_url( Form::url( array( self::ID => 'asked' ) ) . '#' . self::ID ), esc_html__( 'Check whether IGNY8 can be reached', 'igny8-bridge' ) );
		}
		echo '</details></div>';
	}
}
