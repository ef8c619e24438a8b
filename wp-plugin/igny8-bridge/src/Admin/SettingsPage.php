<?php
/**
 * The settings page.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

use Igny8\Bridge\Connect\Progress;
use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\ConnectionStore;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Connection\Switches;
use Igny8\Bridge\Connection\Trouble;
use Igny8\Bridge\Security\Vault;
use Igny8\Bridge\Sync\Failures;
use Igny8\Bridge\Sync\Gate;
use Igny8\Bridge\Wp\CannotStore;

defined( 'ABSPATH' ) || exit;

/**
 * Settings → IGNY8: the form, the status, the switches, the content types, the log.
 */
final class SettingsPage {

	/**
	 * Remembers the connection.
	 *
	 * @var ConnectionStore
	 */
	private ConnectionStore $connections;

	/**
	 * Knows whether it is the site that was connected.
	 *
	 * @var Gate
	 */
	private Gate $gate;

	/**
	 * Knows whether the key can still be read.
	 *
	 * @var Vault
	 */
	private Vault $vault;

	/**
	 * Notes that it cannot.
	 *
	 * @var Failures
	 */
	private Failures $failures;

	/**
	 * The two switches.
	 *
	 * @var Switches
	 */
	private Switches $switches;

	/**
	 * How the last attempt to connect went.
	 *
	 * @var Progress
	 */
	private Progress $progress;

	/**
	 * The parts of the page.
	 *
	 * @var PageParts
	 */
	private PageParts $parts;

	/**
	 * Whether the database did not take what was found when the page was opened.
	 *
	 * @var bool
	 */
	private bool $is_refused = false;

	/**
	 * Puts the parts together.
	 *
	 * @param ConnectionStore $connections Remembers the connection.
	 * @param Gate            $gate        Knows whether it is the site that was connected.
	 * @param Vault           $vault       Knows whether the key can still be read.
	 * @param Failures        $failures    Notes that it cannot.
	 * @param Switches        $switches    The two switches.
	 * @param Progress        $progress    How the last attempt to connect went.
	 * @param PageParts       $parts       The parts of the page.
	 */
	public function __construct( ConnectionStore $connections, Gate $gate, Vault $vault, Failures $failures, Switches $switches, Progress $progress, PageParts $parts ) {
		$this->connections = $connections;
		$this->gate        = $gate;
		$this->vault       = $vault;
		$this->failures    = $failures;
		$this->switches    = $switches;
		$this->progress    = $progress;
		$this->parts       = $parts;
	}

	/**
	 * Adds the page to the menu.
	 */
	public function register(): void {
		add_action( 'admin_menu', array( $this, 'add_page' ) );
		add_filter( 'plugin_action_links_' . plugin_basename( IGNY8_BRIDGE_FILE ), array( $this, 'add_link' ) );
		add_filter( 'removable_query_args', array( $this, 'forget_notice' ) );
	}

	/**
	 * Adds Settings → IGNY8.
	 */
	public function add_page(): void {
		$hook = add_options_page( __( 'IGNY8 Bridge', 'igny8-bridge' ), __( 'IGNY8', 'igny8-bridge' ), Access::CAPABILITY, Form::PAGE, array( $this, 'render' ) );
		if ( false !== $hook ) {
			add_action( 'load-' . $hook, array( $this, 'load' ) );
		}
	}

	/**
	 * Adds a link to the list of plugins.
	 *
	 * @param array<array-key, string> $links The links.
	 * @return array<array-key, string>
	 */
	public function add_link( array $links ): array {
		array_unshift( $links, sprintf( '<a href="%s">%s</a>', esc_url( Form::url() ), esc_html__( 'Settings', 'igny8-bridge' ) ) );
		return $links;
	}

	/**
	 * Lets WordPress take the notice off the address, so that reloading does not repeat it.
	 *
	 * @param array<int, string> $names The query arguments that are taken off.
	 * @return array<int, string>
	 */
	public function forget_notice( array $names ): array {
		$names[] = Form::NOTICE;
		return $names;
	}

	/**
	 * The page is about to be shown.
	 */
	public function load(): void {
		add_action( 'admin_enqueue_scripts', array( $this, 'enqueue' ) );
		$connection = $this->gate->check();
		if ( $connection->is_connected() && ! $this->vault->fits( (string) $connection->sealed_key ) ) {
			try {
				$this->failures->key_lost( (string) $connection->registration, Trouble::KEY_UNREADABLE );
			} catch ( CannotStore $refused ) {
				$this->is_refused = true;
			}
		}
	}

	/**
	 * Adds the page's own style and script.
	 */
	public function enqueue(): void {
		wp_enqueue_style( 'igny8-bridge', plugins_url( 'assets/settings.css', IGNY8_BRIDGE_FILE ), array(), IGNY8_BRIDGE_VERSION );
		wp_enqueue_script( 'igny8-bridge', plugins_url( 'assets/settings.js', IGNY8_BRIDGE_FILE ), array( 'wp-a11y' ), IGNY8_BRIDGE_VERSION, true );
		$data = array(
			'progressUrl' => add_query_arg(
				array(
					'action'   => ConnectController::PROGRESS,
					'_wpnonce' => wp_create_nonce( ConnectController::PROGRESS ),
				),
				admin_url( 'admin-ajax.php' )
			),
			'words'       => Steps::words(),
			'statuses'    => array(
				'first' => __( 'Authenticating', 'igny8-bridge' ),
				'later' => __( 'Connected. Structure syncing...', 'igny8-bridge' ),
			),
			'copied'      => array(
				'word'        => __( 'Copied', 'igny8-bridge' ),
				'requestId'   => __( 'Copied request ID', 'igny8-bridge' ),
				'diagnostics' => __( 'Copied diagnostics', 'igny8-bridge' ),
			),
			'notCopied'   => array(
				'word'        => __( 'Not copied', 'igny8-bridge' ),
				'requestId'   => __( 'Not copied: the request ID is selected', 'igny8-bridge' ),
				'diagnostics' => __( 'Not copied: the diagnostics are selected', 'igny8-bridge' ),
			),
			'unanswered'  => __( 'WordPress did not answer. Reload the page to see how it ended.', 'igny8-bridge' ),
			'signedOut'   => __( 'Your sign-in to WordPress has ended, or this page is too old. Reload the page, sign in and try again.', 'igny8-bridge' ),
			/* translators: %s: the number of an error, such as 413. */
			'refused'     => __( 'The site\'s web server did not accept the form: error %s.', 'igny8-bridge' ),
		);
		wp_add_inline_script( 'igny8-bridge', 'const igny8Bridge = ' . wp_json_encode( $data ) . ';', 'before' );
	}

	/**
	 * Prints the page.
	 */
	public function render(): void {
		$connection = $this->connections->get();
		$notice     = $this->is_refused ? Notices::NOT_STORED : Form::shown( Form::NOTICE );

		printf( '<div class="wrap" id="igny8-bridge"><h1>%s</h1>', esc_html__( 'IGNY8 Bridge', 'igny8-bridge' ) );
		if ( 'disconnect' === Form::shown( Form::CONFIRM ) && State::NOT_CONNECTED !== $connection->state && State::DISCONNECTED !== $connection->state ) {
			$this->confirm_disconnect();
		} else {
			$this->everything( $connection, $notice );
		}
		echo '</div>';
	}

	/**
	 * Prints the whole page, in the order in which it is drawn in the specification.
	 *
	 * @param Connection $connection The connection.
	 * @param string     $notice     How the last press of a button ended.
	 */
	private function everything( Connection $connection, string $notice ): void {
		$latest   = $this->progress->of( get_current_user_id() );
		$progress = Notices::CONNECT === $notice ? $latest : array();
		$running  = Progress::RUNNING === ( $latest['status'] ?? null ) ? $latest['run'] ?? '' : '';
		echo '<div id="igny8-notices">';
		$this->parts->notices->render( $notice, $connection, $progress );
		echo '</div>';
		$this->parts->connect_form->render( $connection, is_string( $running ) ? $running : '' );
		$this->parts->steps->render( $progress );
		$this->parts->status->render( $connection );
		$this->parts->switches->render( $connection );
		$this->parts->types->render();
		if ( $connection->is_connected() && $this->switches->sync() ) {
			Form::open( Form::SEND, 'igny8-send' );
			printf( '<p class="submit"><button type="submit" class="button">%s</button></p>', esc_html__( 'Send structure now', 'igny8-bridge' ) );
			Form::close();
		}
		$this->parts->log->render();
		$this->parts->diagnostics->render();
		if ( null !== $connection->sealed_key ) {
			printf(
				'<p class="igny8-disconnect"><a class="button" href="%s">%s</a> <span class="description">%s</span></p>',
				esc_url( Form::url( array( Form::CONFIRM => 'disconnect' ) ) ),
				esc_html__( 'Disconnect site', 'igny8-bridge' ),
				esc_html__( 'Stops sync; content stays in IGNY8.', 'igny8-bridge' )
			);
		}
	}

	/**
	 * Asks whether the site is really to be disconnected.
	 */
	private function confirm_disconnect(): void {
		printf( '<h2>%s</h2>', esc_html__( 'Disconnect this site from IGNY8?', 'igny8-bridge' ) );
		printf( '<p>%s</p>', esc_html__( 'Sync stops and this site\'s key ends. What is stored in IGNY8 stays there; WordPress is untouched.', 'igny8-bridge' ) );
		Form::open( Form::DISCONNECT, 'igny8-disconnect' );
		printf( '<p class="submit"><button type="submit" class="button button-primary">%s</button> <a class="button" href="%s">%s</a></p>', esc_html__( 'Disconnect site', 'igny8-bridge' ), esc_url( Form::url() ), esc_html__( 'Cancel', 'igny8-bridge' ) );
		Form::close();
	}
}
