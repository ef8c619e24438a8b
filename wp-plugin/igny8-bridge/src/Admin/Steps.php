<?php
/**
 * The steps of connecting, as they are shown.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

use Igny8\Bridge\Connect\Progress;
use Igny8\Bridge\Connect\Step;

/**
 * A list that says of each step whether it is done, running, failed or still to come.
 */
final class Steps {

	/**
	 * Prints the place of the list, with the list in it if somebody has just tried to connect, and the list as the
	 * script shows it when somebody is about to.
	 *
	 * @param array<array-key, mixed> $progress How the last attempt went; empty to show nothing of it.
	 */
	public function render( array $progress ): void {
		echo '<div id="igny8-steps" role="status" aria-atomic="false" aria-relevant="additions text">';
		if ( array() !== $progress ) {
			$status = $progress['status'] ?? null;
			$this->print_list(
				(int) array_search( $progress['step'] ?? '', Step::ALL, true ),
				in_array( $status, array( Progress::DONE, Progress::FAILED ), true ) ? $status : Progress::RUNNING
			);
		}
		echo '</div><template id="igny8-steps-template">';
		$this->print_list( 0, Progress::RUNNING );
		echo '</template>';
	}

	/**
	 * Prints the list.
	 *
	 * @param int    $current Which step it is at, or which was the last one when it is over.
	 * @param string $status  A status of Progress.
	 */
	private function print_list( int $current, string $status ): void {
		$texts = array(
			Step::PASSWORD => __( 'Checking password', 'igny8-bridge' ),
			Step::API_KEY  => __( 'Checking API key', 'igny8-bridge' ),
			Step::SITE     => __( 'Finding site', 'igny8-bridge' ),
			Step::REGISTER => __( 'Registering', 'igny8-bridge' ),
			Step::READ     => __( 'Reading structure', 'igny8-bridge' ),
			Step::SEND     => __( 'Sending structure', 'igny8-bridge' ),
		);
		echo '<ol class="igny8-steps">';
		foreach ( Step::ALL as $index => $step ) {
			$state = 'pending';
			if ( $index < $current ) {
				$state = 'done';
			} elseif ( $index === $current ) {
				$state = $status;
			}
			printf( '<li data-step="%s" data-state="%s">%s <span class="igny8-step-state">%s</span></li>', esc_attr( $step ), esc_attr( $state ), esc_html( $texts[ $step ] ), esc_html( self::words()[ $state ] ) );
		}
		echo '</ol>';
	}

	/**
	 * What is said of a step.
	 *
	 * @return array<string, string> By state.
	 */
	public static function words(): array {
		return array(
			'pending' => '',
			'running' => __( 'running', 'igny8-bridge' ),
			'done'    => __( 'done', 'igny8-bridge' ),
			'failed'  => __( 'failed', 'igny8-bridge' ),
		);
	}
}
