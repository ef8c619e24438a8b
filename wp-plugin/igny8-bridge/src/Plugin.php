<?php
/**
 * Puts the plugin together.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge;

use Igny8\Bridge\Admin\Access;
use Igny8\Bridge\Admin\ActivityLog;
use Igny8\Bridge\Admin\AppLinks;
use Igny8\Bridge\Admin\Causes;
use Igny8\Bridge\Admin\ConnectController;
use Igny8\Bridge\Admin\ConnectForm;
use Igny8\Bridge\Admin\ConnectionController;
use Igny8\Bridge\Admin\DiagnosticsView;
use Igny8\Bridge\Admin\Form;
use Igny8\Bridge\Admin\IdentityController;
use Igny8\Bridge\Admin\LogLines;
use Igny8\Bridge\Admin\LogScreen;
use Igny8\Bridge\Admin\Notices;
use Igny8\Bridge\Admin\PageParts;
use Igny8\Bridge\Admin\SettingsPage;
use Igny8\Bridge\Admin\StatusView;
use Igny8\Bridge\Admin\StatusWriter;
use Igny8\Bridge\Admin\Steps;
use Igny8\Bridge\Admin\SwitchesForm;
use Igny8\Bridge\Admin\TimeText;
use Igny8\Bridge\Admin\TypesView;
use Igny8\Bridge\Cli\Commands;
use Igny8\Bridge\Cli\ConnectCommand;
use Igny8\Bridge\Connection\ConnectionStore;
use Igny8\Bridge\Structure\Collector;
use Igny8\Bridge\Structure\SiteLanguage;
use Igny8\Bridge\Structure\TypeCatalogue;
use Igny8\Bridge\Sync\Jobs;
use Igny8\Bridge\Sync\Schedule;
use Igny8\Bridge\Wp\CannotStore;
use WP_CLI;

defined( 'ABSPATH' ) || exit;

/**
 * The one place that knows which part needs which. Parts are made when they are needed; on a visitor's page none is but
 * the catalogue, which only remembers names.
 */
final class Plugin {

	/**
	 * Whether an event of the schedule has sent something in this process.
	 *
	 * @var bool
	 */
	private bool $has_sent = false;

	/**
	 * Knows which types are content.
	 *
	 * @var TypeCatalogue
	 */
	private TypeCatalogue $catalogue;

	/**
	 * What the parts stand on.
	 *
	 * @var Foundation
	 */
	private Foundation $foundation;

	/**
	 * The parts of WordPress itself that know of the plugin.
	 *
	 * @var Citizenship
	 */
	private Citizenship $citizenship;

	/**
	 * Makes the plugin; nothing happens before register().
	 */
	public function __construct() {
		$this->catalogue   = new TypeCatalogue();
		$this->foundation  = new Foundation();
		$this->citizenship = new Citizenship( $this->foundation );
	}

	/**
	 * Listens to WordPress.
	 */
	public function register(): void {
		if ( is_admin() || wp_doing_cron() || defined( 'WP_CLI' ) ) {
			add_action( 'init', array( $this, 'load_translations' ), 0 );
		}
		( new Access() )->register();
		$this->citizenship->register();
		add_action( 'init', array( $this, 'look_for_types' ), PHP_INT_MAX );
		add_action( Schedule::DAILY, array( $this, 'send_daily' ), 10, 0 );
		add_action( Schedule::RETRY, array( $this, 'try_again' ), 10, 0 );
		if ( defined( 'WP_CLI' ) && WP_CLI ) {
			// Secrets are opened with salts, which WordPress has only after the plugins are loaded.
			add_action( 'init', array( $this, 'register_commands' ) );
		}
		add_filter( 'wpmu_drop_tables', array( $this, 'with_own_tables' ) );
		if ( is_admin() ) {
			( new SiteLanguage( array( Form::CONNECT, Form::SWITCHES, Form::SEND, Form::IDENTITY ) ) )->register();
			add_action( 'init', array( $this, 'register_admin' ) );
			add_action( 'shutdown', array( $this, 'look_after_schedule' ), PHP_INT_MAX );
		}
	}

	/**
	 * Says where the plugin's own translations are: WordPress before 6.8 does not look there by itself.
	 */
	public function load_translations(): void {
		load_plugin_textdomain( 'igny8-bridge', false, dirname( plugin_basename( IGNY8_BRIDGE_FILE ) ) . '/languages' );
	}

	/**
	 * Remembers which types there are at the end of `init`: what other plugins register later, on admin pages only,
	 * cron would never see.
	 */
	public function look_for_types(): void {
		$this->catalogue->look();
	}

	/**
	 * Listens to the admin pages.
	 */
	public function register_admin(): void {
		$this->connect_controller()->register();
		$this->connection_controller()->register();
		$this->identity_controller()->register();
		$this->settings_page()->register();
		$this->log_screen()->register();
		$this->citizenship->register_admin();
	}

	/**
	 * The plugin was switched on.
	 *
	 * @param bool $network_wide Whether on every site of a network.
	 */
	public function activate( bool $network_wide = false ): void {
		if ( $network_wide ) {
			$this->foundation->on_every_site( array( $this, 'activate_where_known' ) );
			return;
		}
		$this->foundation->log()->restore();
		$connection = $this->foundation->connections()->get();
		if ( null !== $connection->sealed_key ) {
			$this->foundation->schedule()->ensure( $connection );
		}
	}

	/**
	 * The plugin was switched on for a network. A site that was connected goes on where it was, without waiting for somebody to
	 * visit it; one that never saw the plugin gets what it needs when somebody opens the settings there.
	 */
	public function activate_where_known(): void {
		if ( null !== $this->foundation->options()->read( ConnectionStore::OPTION ) ) {
			$this->activate();
		}
	}

	/**
	 * The plugin was switched off.
	 *
	 * @param bool $network_wide Whether on every site of a network.
	 */
	public function deactivate( bool $network_wide = false ): void {
		// At the end of this very request it would put back what is taken off the schedule here.
		remove_action( 'shutdown', array( $this, 'look_after_schedule' ), PHP_INT_MAX );
		if ( $network_wide ) {
			$this->foundation->on_every_site( array( $this, 'deactivate' ) );
			return;
		}
		$this->foundation->schedule()->clear();
	}

	/**
	 * A site of a network is deleted: what the plugin stored goes with the site's options, and its own table with these.
	 *
	 * @param mixed $tables The tables that WordPress drops; others may have filtered it.
	 * @return array<array-key, mixed>
	 */
	public function with_own_tables( $tables ): array {
		return array_merge( (array) $tables, array( $this->foundation->log()->table() ) );
	}

	/**
	 * The schedule says that the daily push is due.
	 */
	public function send_daily(): void {
		if ( ! $this->returns_to_own_site() ) {
			return;
		}
		if ( ! $this->has_sent_in_this_pass() ) {
			$this->unless_refused(
				function (): void {
					$this->has_sent = $this->jobs()->send_daily();
				}
			);
		}
		$this->foundation->log()->purge();
	}

	/**
	 * The schedule says that the next try is due.
	 */
	public function try_again(): void {
		if ( $this->returns_to_own_site() && ! $this->has_sent_in_this_pass() ) {
			$this->has_sent = true;
			$this->unless_refused( array( $this->jobs(), 'send_what_is_due' ) );
		}
	}

	/**
	 * Whether the other event of this pass of WP-Cron has sent: the pass goes on with the events that it read at its start,
	 * also with one that the push has taken off the schedule since.
	 */
	private function has_sent_in_this_pass(): bool {
		return $this->has_sent && wp_doing_cron();
	}

	/**
	 * Puts back what got lost from the schedule of a connected site, when an administrator has visited, and sends what is
	 * long overdue: not every site's WP-Cron runs. The page is sent before that.
	 */
	public function look_after_schedule(): void {
		global $pagenow;
		if ( wp_doing_ajax() || ! $this->returns_to_own_site() || ! Access::is_allowed() ) {
			return;
		}
		$this->foundation->log()->install();
		$connection = $this->foundation->connections()->get();
		if ( ! $connection->is_connected() ) {
			return;
		}
		$schedule = $this->foundation->schedule();
		$schedule->ensure( $connection );
		// The buttons send by themselves, and for a reader of another language types are not named as the site names them.
		if ( $schedule->is_late( $connection ) && 'admin-post.php' !== $pagenow && determine_locale() === get_locale() ) {
			$this->let_go_of_visitor();
			$this->unless_refused( array( $this->jobs(), 'catch_up' ) );
		}
	}

	/**
	 * Does what nobody waits for. That the database takes no change is logged, as far as it can be.
	 *
	 * @param callable(): void $work What to do.
	 */
	private function unless_refused( callable $work ): void {
		try {
			$work();
		} catch ( CannotStore $refused ) {
			$this->foundation->log()->error( Causes::not_stored() );
		}
	}

	/**
	 * Goes back to the site that WordPress started for: on a network, some plugin may have switched to another one and
	 * forgotten that. Nobody is within a deliberate switch where WP-Cron or the end of a request calls.
	 *
	 * @return bool False when there is no way back.
	 */
	private function returns_to_own_site(): bool {
		while ( is_multisite() && ms_is_switched() ) {
			restore_current_blog();
		}
		return $this->catalogue->is_of_current_site();
	}

	/**
	 * Ends the answer, where the server can do that before PHP ends; as WordPress does it in wp-cron.php.
	 */
	private function let_go_of_visitor(): void {
		if ( function_exists( 'fastcgi_finish_request' ) ) {
			fastcgi_finish_request();
		} elseif ( function_exists( 'litespeed_finish_request' ) ) {
			litespeed_finish_request();
		}
	}

	/**
	 * Gathers the structure.
	 */
	public function collector(): Collector {
		return $this->foundation->collector( $this->catalogue );
	}

	/**
	 * The pushes.
	 */
	public function jobs(): Jobs {
		$base = $this->foundation;
		return new Jobs( $base->connections(), $base->gate(), $base->switches(), $base->lock(), $this->collector(), $base->push(), $base->schedule() );
	}

	/**
	 * Adds `wp igny8`.
	 */
	public function register_commands(): void {
		$base    = $this->foundation;
		$citizen = $this->citizenship;
		WP_CLI::add_command( 'igny8', new Commands( $citizen->facts(), $citizen->checks(), $base->log_search(), $this->collector(), $this->jobs(), $base->lock(), $citizen->diagnostics() ) ); // @phpstan-ignore argument.type (WP-CLI also takes an object whose public methods are the commands.)
		WP_CLI::add_command( 'igny8 connect', new ConnectCommand( $base->connector( $this->collector() ), $base->progress(), $base->connections(), $citizen->writer(), new Causes( $base->endpoint() ) ) );
	}

	/**
	 * [Connect to IGNY8].
	 */
	private function connect_controller(): ConnectController {
		return new ConnectController( $this->foundation->connector( $this->collector() ), $this->foundation->progress() );
	}

	/**
	 * The other buttons.
	 */
	private function connection_controller(): ConnectionController {
		return new ConnectionController( $this->jobs(), $this->foundation->switches(), $this->foundation->disconnector() );
	}

	/**
	 * [Save choice] and [Allow sync].
	 */
	private function identity_controller(): IdentityController {
		return new IdentityController( $this->foundation->settler(), $this->jobs(), $this->foundation->switches() );
	}

	/**
	 * The activity log's own screen.
	 */
	public function log_screen(): LogScreen {
		return new LogScreen( $this->foundation->log_search(), $this->foundation->log(), new LogLines( new TimeText( $this->foundation->clock() ) ) );
	}

	/**
	 * The settings page.
	 */
	public function settings_page(): SettingsPage {
		$base   = $this->foundation;
		$links  = new AppLinks( $base->configured( 'IGNY8_APP_URL', 'https://app.igny8.com' ) );
		$times  = new TimeText( $base->clock() );
		$causes = new Causes( $base->endpoint() );
		$writer = new StatusWriter( $base->switches(), $base->identity(), $causes, $times, $base->clock_check() );
		$parts  = new PageParts(
			new Notices( $causes, $links ),
			new ConnectForm( $base->fixed_key() ),
			new Steps(),
			new StatusView( $writer, $links, $times ),
			new SwitchesForm( $base->switches(), $writer ),
			new TypesView( $this->collector(), $base->settings() ),
			new ActivityLog( $base->log(), new LogLines( $times ) ),
			new DiagnosticsView( $this->citizenship->diagnostics(), $this->citizenship->checks() )
		);
		return new SettingsPage( $base->connections(), $base->gate(), $base->vault(), $base->failures(), $base->switches(), $base->progress(), $parts );
	}
}
