<?php
/**
 * The language of the site.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Structure;

defined( 'ABSPATH' ) || exit;

/**
 * Post types are named while WordPress starts, on admin pages in the language of whoever is signed in. What is sent to
 * IGNY8 must not change with that, so requests that send run in the site's own language.
 */
final class SiteLanguage {

	/**
	 * The `action` of the requests that send.
	 *
	 * @var array<int, string>
	 */
	private array $actions;

	/**
	 * Takes the requests that send.
	 *
	 * @param array<int, string> $actions Their `action`, as admin-post.php takes it.
	 */
	public function __construct( array $actions ) {
		$this->actions = $actions;
	}

	/**
	 * Sets the language, if this request sends.
	 */
	public function register(): void {
		// Nothing is done with the value: a request of another language is no harm, so no nonce is asked for here.
		$action = $_REQUEST['action'] ?? null; // phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- compared with a fixed list only.
		if ( in_array( $action, $this->actions, true ) ) {
			add_filter( 'pre_determine_locale', 'get_locale', 10, 0 );
		}
	}
}
