<?php
/**
 * The plugin in Tools → Site Health.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Health;

use Igny8\Bridge\Admin\Access;
use Igny8\Bridge\Admin\Form;

/**
 * Adds the checks to Site Health's tests, the one that asks IGNY8 as one that the page runs afterwards, and a section to its
 * information.
 */
final class SiteHealth {

	/** Of the test that the page runs afterwards. It has no underscore: WordPress's script replaces only the first one. */
	public const ASYNC = 'igny8-reachable';

	/**
	 * The checks.
	 *
	 * @var Checks
	 */
	private Checks $checks;

	/**
	 * What is known of the connection.
	 *
	 * @var Facts
	 */
	private Facts $facts;

	/**
	 * Puts the parts together.
	 *
	 * @param Checks $checks The checks.
	 * @param Facts  $facts  What is known of the connection.
	 */
	public function __construct( Checks $checks, Facts $facts ) {
		$this->checks = $checks;
		$this->facts  = $facts;
	}

	/**
	 * Adds the tests that look at this site only.
	 *
	 * @param array<array-key, mixed> $tests The tests: `direct` and `async`.
	 * @return array<array-key, mixed>
	 */
	public function add_tests( array $tests ): array {
		$direct = is_array( $tests['direct'] ?? null ) ? $tests['direct'] : array();
		foreach ( $this->checks->local as $name => $check ) {
			$direct[ 'igny8_' . $name ] = array(
				'label' => __( 'IGNY8 Bridge', 'igny8-bridge' ),
				'test'  => static function () use ( $name, $check ): array {
					return self::told( 'igny8_' . $name, $check->run() );
				},
			);
		}
		$tests['direct'] = $direct;
		return $tests;
	}

	/**
	 * Adds the test that asks IGNY8.
	 *
	 * @param array<array-key, mixed> $tests The tests: `direct` and `async`.
	 * @return array<array-key, mixed>
	 */
	public function add_remote_test( array $tests ): array {
		$async                = is_array( $tests['async'] ?? null ) ? $tests['async'] : array();
		$async[ self::ASYNC ] = array(
			'label'             => __( 'IGNY8 can be reached', 'igny8-bridge' ),
			'test'              => self::ASYNC,
			'has_rest'          => false,
			'async_direct_test' => array( $this, 'ask' ),
		);
		$tests['async']       = $async;
		return $tests;
	}

	/**
	 * Runs the check that asks IGNY8.
	 *
	 * @return array<string, mixed> What Site Health shows.
	 */
	public function ask(): array {
		return self::told( self::ASYNC, $this->checks->remote['reachable']->run() );
	}

	/**
	 * Answers the page that runs it afterwards.
	 */
	public function answer(): void {
		check_ajax_referer( 'health-check-site-status' );
		if ( ! current_user_can( 'view_site_health_checks' ) || ! Access::is_allowed() ) {
			wp_send_json_error( null, 403 );
		}
		wp_send_json_success( $this->ask() );
	}

	/**
	 * Adds a section to the information.
	 *
	 * @param array<array-key, mixed> $sections The sections.
	 * @return array<array-key, mixed>
	 */
	public function add_section( array $sections ): array {
		$fields = array();
		foreach ( $this->facts->all() as $name => $value ) {
			$fields[ $name ] = array(
				'label'   => self::labels()[ $name ] ?? $name,
				'value'   => self::text( $value ),
				'debug'   => null === $value ? 'null' : $value,
				'private' => Facts::is_private( $name ),
			);
		}
		$sections['igny8-bridge'] = array(
			'label'  => __( 'IGNY8 Bridge', 'igny8-bridge' ),
			'fields' => $fields,
		);
		return $sections;
	}

	/**
	 * What Site Health calls the facts.
	 *
	 * @return array<string, string>
	 */
	private static function labels(): array {
		return array(
			'version'        => __( 'Version', 'igny8-bridge' ),
			'state'          => __( 'State', 'igny8-bridge' ),
			'status'         => __( 'Connection Status', 'igny8-bridge' ),
			'sync'           => __( 'Enable Sync Operations', 'igny8-bridge' ),
			'two_way'        => __( 'Enable Two-Way Sync', 'igny8-bridge' ),
			'email'          => __( 'Email', 'igny8-bridge' ),
			'key'            => __( 'API Key', 'igny8-bridge' ),
			'api_host'       => __( 'Address of IGNY8', 'igny8-bridge' ),
			'environment'    => __( 'Environment type', 'igny8-bridge' ),
			'home_url'       => __( 'Home URL', 'igny8-bridge' ),
			'site_uuid'      => __( 'This site\'s own name', 'igny8-bridge' ),
			'site_id'        => __( 'Site in IGNY8', 'igny8-bridge' ),
			'integration_id' => __( 'Integration in IGNY8', 'igny8-bridge' ),
			'connected_by'   => __( 'Connected by user', 'igny8-bridge' ),
			'connected_at'   => __( 'Connected at', 'igny8-bridge' ),
			'last_sync'      => __( 'Structure last sent', 'igny8-bridge' ),
			'next_daily'     => __( 'Next daily push', 'igny8-bridge' ),
			'next_try'       => __( 'Next try', 'igny8-bridge' ),
			'failures'       => __( 'Failures in a row', 'igny8-bridge' ),
			'trouble'        => __( 'Trouble', 'igny8-bridge' ),
			'trouble_detail' => __( 'What was said to it', 'igny8-bridge' ),
			'request_id'     => __( 'Request ID', 'igny8-bridge' ),
		);
	}

	/**
	 * A fact as a person reads it.
	 *
	 * @param string|int|bool|null $value The fact.
	 */
	private static function text( $value ): string {
		if ( is_bool( $value ) ) {
			return $value ? __( 'on', 'igny8-bridge' ) : __( 'off', 'igny8-bridge' );
		}
		return null === $value ? '–' : (string) $value;
	}

	/**
	 * A finding as Site Health takes it.
	 *
	 * @param string  $test    The name of the test.
	 * @param Finding $finding The finding.
	 * @return array<string, mixed>
	 */
	private static function told( string $test, Finding $finding ): array {
		return array(
			'label'       => $finding->label,
			'status'      => $finding->status,
			'badge'       => array(
				'label' => __( 'IGNY8', 'igny8-bridge' ),
				'color' => 'blue',
			),
			'description' => sprintf( '<p>%s</p>', esc_html( trim( $finding->description . ' ' . $finding->remedy ) ) ),
			'actions'     => sprintf( '<p><a href="%s">%s</a></p>', esc_url( Form::url() ), esc_html__( 'Open settings', 'igny8-bridge' ) ),
			'test'        => $test,
		);
	}
}
