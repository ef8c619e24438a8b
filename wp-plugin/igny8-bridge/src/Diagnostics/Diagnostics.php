<?php
/**
 * What support needs to know.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Diagnostics;

use Igny8\Bridge\Health\Facts;
use Igny8\Bridge\Health\Finding;
use Igny8\Bridge\Log\LogSearch;

/**
 * The connection and what it stands on as one text, to be copied into a mail: of the facts those that are nobody's
 * secret, what the checks found, the latest errors. Names are those of `wp igny8 status`, so that both can be compared.
 */
final class Diagnostics {

	private const ERRORS = 5;

	/** Besides those that begin with IGNY8_: what changes how WordPress sends, schedules and calls itself. */
	private const CONSTANTS = '/^(IGNY8_(?!BRIDGE_)\w+|WP_HTTP_BLOCK_EXTERNAL|WP_ACCESSIBLE_HOSTS|WP_PROXY_\w+|DISABLE_WP_CRON|ALTERNATE_WP_CRON|WP_ENVIRONMENT_TYPE|WP_HOME|WP_SITEURL|WP_CACHE|WP_DEBUG|MULTISITE)$/';

	/**
	 * What is known of the connection.
	 *
	 * @var Facts
	 */
	private Facts $facts;

	/**
	 * Finds lines of the log.
	 *
	 * @var LogSearch
	 */
	private LogSearch $log;

	/**
	 * Takes out what is nobody's business.
	 *
	 * @var Redaction
	 */
	private Redaction $redaction;

	/**
	 * Puts the parts together.
	 *
	 * @param Facts     $facts     What is known of the connection.
	 * @param LogSearch $log       Finds lines of the log.
	 * @param Redaction $redaction Takes out what is nobody's business.
	 */
	public function __construct( Facts $facts, LogSearch $log, Redaction $redaction ) {
		$this->facts     = $facts;
		$this->log       = $log;
		$this->redaction = $redaction;
	}

	/**
	 * The text.
	 *
	 * @param array<string, Finding> $findings What the checks found, by name.
	 */
	public function text( array $findings ): string {
		$parts = array(
			'IGNY8 Bridge, ' . gmdate( 'Y-m-d\TH:i:s\Z' ) => $this->connection(),
			'Site'                                        => self::site(),
			'Versions'                                    => self::versions(),
			'Constants set'                               => self::constants(),
			'Checks'                                      => self::checks( $findings ),
			'Latest errors'                               => $this->errors(),
		);
		$text  = '';
		foreach ( $parts as $title => $lines ) {
			$text .= "## $title\n" . implode( "\n", array_map( array( self::class, 'line' ), array_keys( $lines ), $lines ) ) . "\n\n";
		}
		return $this->redaction->of( trim( $text ) ) . "\n";
	}

	/**
	 * The connection. Whose it is, and what would help to pretend to be the site, stays out, as in Site Health.
	 *
	 * @return array<string, mixed>
	 */
	private function connection(): array {
		return array_filter(
			$this->facts->all(),
			static function ( string $name ): bool {
				return ! Facts::is_private( $name );
			},
			ARRAY_FILTER_USE_KEY
		);
	}

	/**
	 * The addresses of the site, and whether its WP-Cron runs.
	 *
	 * @return array<string, mixed>
	 */
	private static function site(): array {
		$due = array_keys( wp_get_ready_cron_jobs() );
		return array(
			'site_url'     => site_url(),
			'rest_url'     => rest_url(),
			'multisite'    => is_multisite(),
			'locale'       => get_locale(),
			'timezone'     => wp_timezone_string(),
			'object_cache' => (bool) wp_using_ext_object_cache(),
			'cron'         => array() === $due ? 'nothing is due' : sprintf( 'due since %d s', time() - (int) min( $due ) ),
		);
	}

	/**
	 * Versions of what it runs on.
	 *
	 * @return array<string, mixed>
	 */
	private static function versions(): array {
		global $wpdb, $wp_version;
		$curl = function_exists( 'curl_version' ) ? curl_version() : false;
		/**
		 * WordPress's database and version.
		 *
		 * @var \wpdb  $wpdb
		 * @var string $wp_version
		 */
		return array(
			'wordpress' => $wp_version,
			'php'       => PHP_VERSION . ' ' . PHP_SAPI,
			'database'  => $wpdb->db_server_info(),
			'curl'      => is_array( $curl ) ? implode( ' ', array_filter( array( $curl['version'], $curl['ssl_version'] ), 'is_string' ) ) : null,
			'openssl'   => defined( 'OPENSSL_VERSION_TEXT' ) ? OPENSSL_VERSION_TEXT : null,
		);
	}

	/**
	 * Names of constants that are set; never a value.
	 *
	 * @return array<int, string>
	 */
	private static function constants(): array {
		$names = array();
		foreach ( get_defined_constants( true )['user'] ?? array() as $name => $value ) {
			if ( (bool) $value && 1 === preg_match( self::CONSTANTS, (string) $name ) ) {
				$names[] = (string) $name;
			}
		}
		return array( array() === $names ? '-' : implode( ', ', $names ) );
	}

	/**
	 * What the checks found. Of the state the facts tell more than the sentence that people read, which may name one.
	 *
	 * @param array<string, Finding> $findings By name.
	 * @return array<string, string>
	 */
	private static function checks( array $findings ): array {
		$lines = array();
		foreach ( $findings as $name => $finding ) {
			$more           = Finding::GOOD === $finding->status ? '' : ( 'state' === $name ? '' : $finding->description ) . ' ' . $finding->remedy;
			$lines[ $name ] = "$finding->status. $finding->label. $more";
		}
		return $lines;
	}

	/**
	 * The latest errors of the activity log.
	 *
	 * @return array<int, string>
	 */
	private function errors(): array {
		$lines = array();
		foreach ( $this->log->find( 'error', '', self::ERRORS ) as $entry ) {
			$lines[] = gmdate( 'Y-m-d\TH:i:s\Z', $entry->at ) . " $entry->message" . ( null === $entry->request_id ? '' : " Request ID $entry->request_id" );
		}
		return array() === $lines ? array( '-' ) : $lines;
	}

	/**
	 * A line. What others said may have several.
	 *
	 * @param int|string $name  What it is; a number has none.
	 * @param mixed      $value The value.
	 */
	private static function line( $name, $value ): string {
		if ( is_bool( $value ) ) {
			$value = $value ? 'on' : 'off';
		}
		$text = is_scalar( $value ) ? trim( (string) preg_replace( '/[\x00-\x20\x7f]+/', ' ', (string) $value ) ) : '-';
		return is_int( $name ) ? $text : "$name: $text";
	}
}
