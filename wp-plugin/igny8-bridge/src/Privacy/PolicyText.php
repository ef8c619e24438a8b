<?php
/**
 * What a site's privacy policy may say of the plugin.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Privacy;

defined( 'ABSPATH' ) || exit;

/**
 * Suggests a text for the policy guide (Settings → Privacy).
 */
final class PolicyText {

	/**
	 * Listens to WordPress.
	 */
	public function register(): void {
		add_action( 'admin_init', array( $this, 'suggest' ) );
	}

	/**
	 * Suggests the text.
	 */
	public function suggest(): void {
		wp_add_privacy_policy_content( __( 'IGNY8 Bridge', 'igny8-bridge' ), self::text() );
	}

	/**
	 * The text, as HTML.
	 */
	public static function text(): string {
		$paragraphs = array(
			__( 'IGNY8 Bridge connects this site to IGNY8. It sends which post types and taxonomies the site has and how many items are in each, with the site\'s address and the versions of WordPress, PHP and the plugin. It sends nothing of visitors, sets no cookies and does nothing on the pages that they see.', 'igny8-bridge' ),
			__( 'Of the person who connects the site it stores the e-mail address of the IGNY8 account and the WordPress user; of the person who disconnects it the WordPress user. The password is sent to IGNY8 once and never stored. An activity log keeps what was sent, for at most 90 days.', 'igny8-bridge' ),
		);
		$html       = '<p class="privacy-policy-tutorial">' . esc_html__( 'This describes what IGNY8 Bridge stores and sends. Adapt it to what you use.', 'igny8-bridge' ) . '</p>';
		foreach ( $paragraphs as $paragraph ) {
			$html .= '<p>' . esc_html( $paragraph ) . '</p>';
		}
		return $html;
	}
}
