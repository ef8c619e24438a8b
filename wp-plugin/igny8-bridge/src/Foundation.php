<?php
/**
 * What the parts of the plugin stand on.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge;

use Igny8\Bridge\Api\Clients;
use Igny8\Bridge\Api\ClockCheck;
use Igny8\Bridge\Api\Endpoint;
use Igny8\Bridge\Connect\Connector;
use Igny8\Bridge\Connect\Credentials;
use Igny8\Bridge\Connect\Disconnector;
use Igny8\Bridge\Connect\Progress;
use Igny8\Bridge\Connect\Registration;
use Igny8\Bridge\Connect\Settler;
use Igny8\Bridge\Connection\ConnectionStore;
use Igny8\Bridge\Connection\Identity;
use Igny8\Bridge\Connection\Lock;
use Igny8\Bridge\Connection\Switches;
use Igny8\Bridge\Log\LogSearch;
use Igny8\Bridge\Log\LogTable;
use Igny8\Bridge\Security\Vault;
use Igny8\Bridge\Structure\Collector;
use Igny8\Bridge\Structure\Counts;
use Igny8\Bridge\Structure\TypeCatalogue;
use Igny8\Bridge\Sync\EffectiveSettings;
use Igny8\Bridge\Sync\Failures;
use Igny8\Bridge\Sync\Gate;
use Igny8\Bridge\Sync\Push;
use Igny8\Bridge\Sync\Schedule;
use Igny8\Bridge\Wp\Clock;
use Igny8\Bridge\Wp\Cron;
use Igny8\Bridge\Wp\Database;
use Igny8\Bridge\Wp\Options;
use Igny8\Bridge\Wp\OptionsTable;
use Igny8\Bridge\Wp\SystemClock;
use Igny8\Bridge\Wp\WpCron;
use Igny8\Bridge\Wp\WpHttp;

/**
 * Makes the parts that are not about the admin pages. None of them keeps anything of its own between two calls but what
 * it stores, so each can be made as often as somebody needs it.
 */
final class Foundation {

	/**
	 * A constant of wp-config.php.
	 *
	 * @param string $constant The constant.
	 * @param string $default  What holds without it.
	 */
	public function configured( string $constant, string $default ): string {
		$value = defined( $constant ) ? constant( $constant ) : null;
		return is_string( $value ) && '' !== $value ? $value : $default;
	}

	/**
	 * The API key of wp-config.php, to connect with; empty when it says none.
	 */
	public function fixed_key(): string {
		return Credentials::without_blanks( $this->configured( 'IGNY8_API_KEY', '' ) );
	}

	/**
	 * Tells the time.
	 */
	public function clock(): Clock {
		return new SystemClock();
	}

	/**
	 * The database.
	 */
	public function database(): Database {
		global $wpdb;
		/**
		 * WordPress's database; it exists before any plugin does.
		 *
		 * @var \wpdb $wpdb
		 */
		return new Database( $wpdb );
	}

	/**
	 * Where the plugin keeps what it must remember.
	 */
	public function options(): Options {
		return new OptionsTable( $this->database() );
	}

	/**
	 * The activity log.
	 */
	public function log(): LogTable {
		return new LogTable( $this->database(), $this->options(), $this->clock() );
	}

	/**
	 * Finds lines of the activity log.
	 */
	public function log_search(): LogSearch {
		return new LogSearch( $this->database(), $this->log() );
	}

	/**
	 * Remembers the connection.
	 */
	public function connections(): ConnectionStore {
		return new ConnectionStore( $this->options(), $this->clock(), $this->log() );
	}

	/**
	 * Who this site is.
	 */
	public function identity(): Identity {
		return new Identity( $this->options(), $this->connections() );
	}

	/**
	 * The two switches.
	 */
	public function switches(): Switches {
		return new Switches( $this->options() );
	}

	/**
	 * One at a time.
	 */
	public function lock(): Lock {
		return new Lock( $this->options(), $this->clock() );
	}

	/**
	 * Secrets at rest.
	 */
	public function vault(): Vault {
		return new Vault( $this->configured( 'IGNY8_ENCRYPTION_KEY', wp_salt( 'auth' ) . wp_salt( 'secure_auth' ) ) );
	}

	/**
	 * Where IGNY8 is.
	 */
	public function endpoint(): Endpoint {
		return new Endpoint( $this->configured( 'IGNY8_API_URL', 'https://api.igny8.com' ) );
	}

	/**
	 * Makes clients of the API.
	 */
	public function clients(): Clients {
		return new Clients( $this->endpoint(), $this->clock_check(), $this->log(), $this->identity() );
	}

	/**
	 * Sends over HTTP, and knows whether this server's clock is right.
	 */
	public function clock_check(): ClockCheck {
		return new ClockCheck( new WpHttp( 'IGNY8-Bridge/' . IGNY8_BRIDGE_VERSION ), $this->options(), $this->clock(), $this->log() );
	}

	/**
	 * When the structure is sent by itself.
	 */
	public function schedule(): Schedule {
		return new Schedule( $this->cron(), $this->clock() );
	}

	/**
	 * What happens later.
	 */
	public function cron(): Cron {
		return new WpCron();
	}

	/**
	 * What IGNY8 keeps of each content type.
	 */
	public function settings(): EffectiveSettings {
		return new EffectiveSettings( $this->options() );
	}

	/**
	 * Nothing leaves a site that may be a copy.
	 */
	public function gate(): Gate {
		return new Gate( $this->connections(), $this->identity(), $this->schedule(), $this->log() );
	}

	/**
	 * What to do about a failure.
	 */
	public function failures(): Failures {
		return new Failures( $this->connections(), $this->schedule(), $this->log(), $this->clock() );
	}

	/**
	 * Sends.
	 */
	public function push(): Push {
		return new Push( $this->clients(), $this->connections(), $this->vault(), $this->switches(), $this->settings(), $this->failures(), $this->schedule(), $this->log(), $this->clock() );
	}

	/**
	 * Gathers the structure.
	 *
	 * @param TypeCatalogue $catalogue Knows which types are content.
	 */
	public function collector( TypeCatalogue $catalogue ): Collector {
		return new Collector( $catalogue, new Counts( $this->database() ), $this->clock() );
	}

	/**
	 * How far the connect flow is.
	 */
	public function progress(): Progress {
		return new Progress( $this->options() );
	}

	/**
	 * Connects.
	 *
	 * @param Collector $collector Gathers the structure.
	 */
	public function connector( Collector $collector ): Connector {
		$registration = new Registration( $this->clients(), $this->connections(), $this->identity(), $this->vault(), $this->schedule(), $this->clock(), $this->fixed_key() );
		return new Connector( $registration, $this->connections(), $this->switches(), $this->lock(), $this->progress(), $collector, $this->push(), $this->log(), $this->clock() );
	}

	/**
	 * Ends the connection.
	 */
	public function disconnector(): Disconnector {
		return new Disconnector( $this->clients(), $this->connections(), $this->vault(), $this->lock(), $this->settings(), $this->schedule(), $this->gate(), $this->log(), $this->clock() );
	}

	/**
	 * Settles which site this is.
	 */
	public function settler(): Settler {
		return new Settler( $this->clients(), $this->connections(), $this->identity(), $this->gate(), $this->vault(), $this->lock(), $this->settings(), $this->schedule(), $this->log(), $this->clock() );
	}

	/**
	 * Does something on every site of a network, of all networks if there are several; on this one, if it is alone.
	 *
	 * @param callable(): void $work What.
	 */
	public function on_every_site( callable $work ): void {
		if ( ! is_multisite() ) {
			$work();
			return;
		}
		$sites = get_sites(
			array(
				'fields' => 'ids',
				'number' => 0,
			)
		);
		foreach ( array_chunk( $sites, 50 ) as $some ) {
			foreach ( $some as $site ) {
				switch_to_blog( $site );
				$work();
				restore_current_blog();
			}
			// Else the options of every site of a large network stay in memory.
			if ( wp_cache_supports( 'flush_runtime' ) ) {
				wp_cache_flush_runtime();
			}
		}
	}

	/**
	 * Forgets everything, on every site.
	 */
	public function uninstall_everywhere(): void {
		$this->on_every_site( array( $this, 'uninstall' ) );
		$this->log()->drop_tables_of_deleted_sites();
	}

	/**
	 * Forgets everything on the current site.
	 */
	public function uninstall(): void {
		$this->schedule()->clear();
		$this->log()->uninstall();
		foreach ( array( ConnectionStore::OPTION, Switches::OPTION, Lock::OPTION, EffectiveSettings::OPTION, Progress::OPTION, ClockCheck::OPTION ) as $option ) {
			$this->options()->delete( $option );
		}
	}
}
