<?php
/**
 * The parts of WordPress itself that know of the plugin.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge;

use Igny8\Bridge\Admin\Access;
use Igny8\Bridge\Admin\Causes;
use Igny8\Bridge\Admin\StatusWriter;
use Igny8\Bridge\Admin\TimeText;
use Igny8\Bridge\Diagnostics\Diagnostics;
use Igny8\Bridge\Diagnostics\Redaction;
use Igny8\Bridge\Health\Checks;
use Igny8\Bridge\Health\ExtensionsCheck;
use Igny8\Bridge\Health\Facts;
use Igny8\Bridge\Health\HttpsCheck;
use Igny8\Bridge\Health\KeyCheck;
use Igny8\Bridge\Health\LogTableCheck;
use Igny8\Bridge\Health\ReachableCheck;
use Igny8\Bridge\Health\ScheduleCheck;
use Igny8\Bridge\Health\SiteHealth;
use Igny8\Bridge\Health\StateCheck;
use Igny8\Bridge\Health\TimeCheck;
use Igny8\Bridge\Privacy\PersonalData;
use Igny8\Bridge\Privacy\PolicyText;

defined( 'ABSPATH' ) || exit;

/**
 * Site Health and the privacy tools. They ask by filters, not only on admin pages (Site Health also weekly in WP-Cron), and
 * nothing is made before they do.
 */
final class Citizenship {

	/**
	 * What the parts stand on.
	 *
	 * @var Foundation
	 */
	private Foundation $foundation;

	/**
	 * Uses the parts of the plugin.
	 *
	 * @param Foundation $foundation What the parts stand on.
	 */
	public function __construct( Foundation $foundation ) {
		$this->foundation = $foundation;
	}

	/**
	 * Listens to WordPress.
	 */
	public function register(): void {
		add_filter( 'site_status_tests', array( $this, 'add_tests' ) );
		add_filter( 'debug_information', array( $this, 'add_section' ) );
		add_filter( 'wp_privacy_personal_data_exporters', array( $this, 'add_exporter' ) );
		add_filter( 'wp_privacy_personal_data_erasers', array( $this, 'add_eraser' ) );
	}

	/**
	 * Listens to the admin pages.
	 */
	public function register_admin(): void {
		( new PolicyText() )->register();
		add_action( 'wp_ajax_health-check-' . SiteHealth::ASYNC, array( $this, 'answer_site_health' ) );
	}

	/**
	 * Adds the tests to Site Health.
	 *
	 * @param mixed $tests The tests.
	 * @return mixed
	 */
	public function add_tests( $tests ) {
		if ( ! is_array( $tests ) || ! self::may_be_told() ) {
			return $tests;
		}
		$tests = $this->site_health()->add_tests( $tests );
		// WP-Cron runs the tests weekly: a site that sends nothing does not call IGNY8 for them either.
		$may_send = $this->foundation->gate()->check()->is_connected() && $this->foundation->switches()->sync();
		return $may_send ? $this->site_health()->add_remote_test( $tests ) : $tests;
	}

	/**
	 * Adds a section to Site Health's information.
	 *
	 * @param mixed $sections The sections.
	 * @return mixed
	 */
	public function add_section( $sections ) {
		return is_array( $sections ) && self::may_be_told() ? $this->site_health()->add_section( $sections ) : $sections;
	}

	/**
	 * Whether who asks may know of the connection: who looks after it, or nobody at all, which is WP-Cron or a command line.
	 * (An administrator can be denied that and sees Site Health all the same.)
	 */
	private static function may_be_told(): bool {
		return 0 === get_current_user_id() || Access::is_allowed();
	}

	/**
	 * Answers the test that Site Health runs afterwards.
	 */
	public function answer_site_health(): void {
		$this->site_health()->answer();
	}

	/**
	 * Adds the exporter.
	 *
	 * @param mixed $exporters The exporters.
	 * @return mixed
	 */
	public function add_exporter( $exporters ) {
		if ( is_array( $exporters ) ) {
			$exporters['igny8-bridge'] = array(
				'exporter_friendly_name' => __( 'IGNY8 Bridge', 'igny8-bridge' ),
				'callback'               => array( $this->personal_data(), 'export' ),
			);
		}
		return $exporters;
	}

	/**
	 * Adds the eraser.
	 *
	 * @param mixed $erasers The erasers.
	 * @return mixed
	 */
	public function add_eraser( $erasers ) {
		if ( is_array( $erasers ) ) {
			$erasers['igny8-bridge'] = array(
				'eraser_friendly_name' => __( 'IGNY8 Bridge', 'igny8-bridge' ),
				'callback'             => array( $this->personal_data(), 'erase' ),
			);
		}
		return $erasers;
	}

	/**
	 * The checks.
	 */
	public function checks(): Checks {
		$base   = $this->foundation;
		$causes = new Causes( $base->endpoint() );
		return new Checks(
			array(
				'state'      => new StateCheck( $base->gate(), $this->writer() ),
				'key'        => new KeyCheck( $base->connections(), $base->vault() ),
				'schedule'   => new ScheduleCheck( $base->gate(), $base->switches(), $base->schedule(), $base->cron() ),
				'log'        => new LogTableCheck( $base->log() ),
				'https'      => new HttpsCheck( $base->endpoint(), $causes ),
				'clock'      => new TimeCheck( $base->clock_check(), $causes ),
				'extensions' => new ExtensionsCheck( 'extension_loaded' ),
			),
			array( 'reachable' => new ReachableCheck( $base->clients(), $causes ) )
		);
	}

	/**
	 * What is known of the connection.
	 */
	public function facts(): Facts {
		$base = $this->foundation;
		return new Facts( $base->gate(), $base->switches(), $base->identity(), $base->endpoint(), $base->cron(), $this->writer() );
	}

	/**
	 * What support needs to know.
	 */
	public function diagnostics(): Diagnostics {
		$base = $this->foundation;
		return new Diagnostics( $this->facts(), $base->log_search(), new Redaction( $base->connections(), $base->vault() ) );
	}

	/**
	 * Puts the state in words.
	 */
	public function writer(): StatusWriter {
		$base = $this->foundation;
		return new StatusWriter( $base->switches(), $base->identity(), new Causes( $base->endpoint() ), new TimeText( $base->clock() ), $base->clock_check() );
	}

	/**
	 * The plugin in Site Health.
	 */
	private function site_health(): SiteHealth {
		return new SiteHealth( $this->checks(), $this->facts() );
	}

	/**
	 * What is stored of a person.
	 */
	private function personal_data(): PersonalData {
		return new PersonalData( $this->foundation->connections(), $this->foundation->progress(), $this->foundation->log_search() );
	}
}
