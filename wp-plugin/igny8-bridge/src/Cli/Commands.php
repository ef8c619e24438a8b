<?php
/**
 * `wp igny8`.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Cli;

use Igny8\Bridge\Connection\Lock;
use Igny8\Bridge\Connection\Trouble;
use Igny8\Bridge\Diagnostics\Diagnostics;
use Igny8\Bridge\Health\Checks;
use Igny8\Bridge\Health\Facts;
use Igny8\Bridge\Health\Finding;
use Igny8\Bridge\Log\LogSearch;
use Igny8\Bridge\Structure\CannotCount;
use Igny8\Bridge\Structure\Collector;
use Igny8\Bridge\Structure\Structure;
use Igny8\Bridge\Sync\Jobs;
use Igny8\Bridge\Sync\PushResult;
use WP_CLI;

/**
 * Shows the connection of this site with IGNY8, sends its structure, and finds what is wrong.
 */
final class Commands {

	/**
	 * What is known of the connection.
	 *
	 * @var Facts
	 */
	private Facts $facts;

	/**
	 * The checks.
	 *
	 * @var Checks
	 */
	private Checks $checks;

	/**
	 * Finds lines of the log.
	 *
	 * @var LogSearch
	 */
	private LogSearch $search;

	/**
	 * Gathers the structure.
	 *
	 * @var Collector
	 */
	private Collector $collector;

	/**
	 * Sends it.
	 *
	 * @var Jobs
	 */
	private Jobs $jobs;

	/**
	 * One at a time.
	 *
	 * @var Lock
	 */
	private Lock $lock;

	/**
	 * Writes what support needs to know.
	 *
	 * @var Diagnostics
	 */
	private Diagnostics $diagnostics;

	/**
	 * Puts the parts together.
	 *
	 * @param Facts       $facts       What is known of the connection.
	 * @param Checks      $checks      The checks.
	 * @param LogSearch   $search      Finds lines of the log.
	 * @param Collector   $collector   Gathers the structure.
	 * @param Jobs        $jobs        Sends it.
	 * @param Lock        $lock        One at a time.
	 * @param Diagnostics $diagnostics Writes what support needs to know.
	 */
	public function __construct( Facts $facts, Checks $checks, LogSearch $search, Collector $collector, Jobs $jobs, Lock $lock, Diagnostics $diagnostics ) {
		$this->facts       = $facts;
		$this->checks      = $checks;
		$this->search      = $search;
		$this->collector   = $collector;
		$this->jobs        = $jobs;
		$this->lock        = $lock;
		$this->diagnostics = $diagnostics;
	}

	/**
	 * Shows the connection.
	 *
	 * ## OPTIONS
	 *
	 * [--format=<format>]
	 * : How to print it. JSON is exactly one document on standard output.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 * ---
	 *
	 * @param array<int, string>    $arguments None.
	 * @param array<string, string> $options   The options.
	 */
	public function status( array $arguments, array $options ): void {
		( new Answer( $options ) )->facts( $this->facts->all() );
	}

	/**
	 * Gathers what this site has, shows it and sends it.
	 *
	 * ## OPTIONS
	 *
	 * [--dry-run]
	 * : Sends nothing.
	 *
	 * [--format=<format>]
	 * : How to print it. JSON is exactly one document on standard output.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 * ---
	 *
	 * @param array<int, string>    $arguments None.
	 * @param array<string, string> $options   The options.
	 */
	public function collect( array $arguments, array $options ): void {
		$answer = new Answer( $options );
		try {
			$structure = $this->collector->collect();
		} catch ( CannotCount $exception ) {
			/* translators: %s: an error message of the database. */
			$answer->failed( Trouble::NOT_COUNTED, sprintf( __( 'The content could not be counted: %s', 'igny8-bridge' ), $exception->getMessage() ) );
			return;
		}
		$result = isset( $options['dry-run'] ) ? null : $answer->attempt( array( $this->jobs, 'send_structure' ) );
		if ( ! $answer->is_json() ) {
			$answer->rows( self::rows( $structure ), array( 'kind', 'name', 'label', 'count' ), __( 'No post types found.', 'igny8-bridge' ) );
		}
		if ( null !== $result && ! $result->is_accepted() ) {
			$this->not_sent( $answer, $result );
		} elseif ( null !== $result && ! $answer->is_json() ) {
			WP_CLI::success( __( 'Structure sent.', 'igny8-bridge' ) );
		}
		if ( $answer->is_json() ) {
			$answer->document(
				array(
					'post_types'   => (object) $structure->post_types,
					'taxonomies'   => (object) $structure->taxonomies,
					'collected_at' => $structure->collected_at(),
					'left_out'     => $structure->left_out,
					'sent'         => null !== $result,
				)
			);
		}
	}

	/**
	 * Sends the structure of this site now.
	 *
	 * ## OPTIONS
	 *
	 * [--format=<format>]
	 * : How to print it. JSON is exactly one document on standard output.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 * ---
	 *
	 * @param array<int, string>    $arguments None.
	 * @param array<string, string> $options   The options.
	 */
	public function push( array $arguments, array $options ): void {
		$answer = new Answer( $options );
		$result = $answer->attempt( array( $this->jobs, 'send_structure' ) );
		if ( ! $result->is_accepted() ) {
			$this->not_sent( $answer, $result );
		}
		$answer->done(
			array(
				'outcome'    => $result->outcome,
				'post_types' => $result->post_types,
				'taxonomies' => $result->taxonomies,
			),
			__( 'Structure sent.', 'igny8-bridge' )
		);
	}

	/**
	 * Shows the activity log, newest first.
	 *
	 * ## OPTIONS
	 *
	 * [--level=<level>]
	 * : Only lines of this level.
	 * ---
	 * options:
	 *   - info
	 *   - warning
	 *   - error
	 * ---
	 *
	 * [--request-id=<id>]
	 * : Only lines about this request; a part of its id is enough.
	 *
	 * [--limit=<number>]
	 * : How many lines at most.
	 * ---
	 * default: 50
	 * ---
	 *
	 * [--format=<format>]
	 * : How to print it. JSON is exactly one document on standard output.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 * ---
	 *
	 * @param array<int, string>    $arguments None.
	 * @param array<string, string> $options   The options.
	 */
	public function log( array $arguments, array $options ): void {
		$rows = array();
		foreach ( $this->search->find( $options['level'] ?? '', $options['request-id'] ?? '', max( 1, (int) ( $options['limit'] ?? 50 ) ) ) as $entry ) {
			$rows[] = array(
				'time'       => gmdate( 'Y-m-d\TH:i:s\Z', $entry->at ),
				'level'      => $entry->level,
				'message'    => $entry->message,
				'duration'   => $entry->duration,
				'request_id' => $entry->request_id,
			);
		}
		$is_filtered = isset( $options['level'] ) || isset( $options['request-id'] );
		( new Answer( $options ) )->rows( $rows, array( 'time', 'level', 'message', 'duration', 'request_id' ), $is_filtered ? __( 'Nothing matches.', 'igny8-bridge' ) : __( 'Nothing yet.', 'igny8-bridge' ) );
	}

	/**
	 * Ends a lock that somebody holds. Whoever it was stops before the next request.
	 *
	 * A lock ends by itself 15 seconds after its holder was stopped.
	 *
	 * ## OPTIONS
	 *
	 * [--format=<format>]
	 * : How to print it. JSON is exactly one document on standard output.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 * ---
	 *
	 * @param array<int, string>    $arguments None.
	 * @param array<string, string> $options   The options.
	 */
	public function unlock( array $arguments, array $options ): void {
		$answer     = new Answer( $options );
		$was_locked = $answer->attempt( array( $this->lock, 'end' ) );
		$answer->done( compact( 'was_locked' ), $was_locked ? __( 'Unlocked.', 'igny8-bridge' ) : __( 'Nothing was locked.', 'igny8-bridge' ) );
	}

	/**
	 * Looks for everything that can be wrong. Ends with 1 when something critical is.
	 *
	 * ## OPTIONS
	 *
	 * [--diagnostics]
	 * : Prints the text that [Copy diagnostics] copies: for support, without secrets.
	 *
	 * [--format=<format>]
	 * : How to print it. JSON is exactly one document on standard output.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 * ---
	 *
	 * @param array<int, string>    $arguments None.
	 * @param array<string, string> $options   The options.
	 */
	public function doctor( array $arguments, array $options ): void {
		$answer   = new Answer( $options );
		$findings = $this->checks->run();
		$rows     = array();
		foreach ( $findings as $name => $finding ) {
			$rows[] = array(
				'name'        => $name,
				'status'      => $finding->status,
				'label'       => $finding->label,
				'description' => $finding->description,
				'remedy'      => $finding->remedy,
			);
		}
		if ( ! isset( $options['diagnostics'] ) ) {
			$answer->rows( $rows, array( 'status', 'label', 'description', 'remedy' ) );
		} elseif ( $answer->is_json() ) {
			$answer->document( array( 'diagnostics' => $this->diagnostics->text( $findings ) ) );
		} else {
			WP_CLI::line( $this->diagnostics->text( $findings ) );
		}
		if ( in_array( Finding::CRITICAL, array_column( $rows, 'status' ), true ) ) {
			WP_CLI::halt( 1 );
		}
	}

	/**
	 * Says why nothing was sent, and ends.
	 *
	 * @param Answer     $answer What is printed.
	 * @param PushResult $result How the push ended.
	 */
	private function not_sent( Answer $answer, PushResult $result ): void {
		$facts = $this->facts->all();
		$text  = PushResult::BUSY === $result->outcome ? __( 'Another push is under way. Look again in a minute.', 'igny8-bridge' ) : (string) $facts['status'];
		$answer->failed(
			$result->outcome,
			$text,
			array(
				'state'      => $facts['state'],
				'request_id' => $facts['request_id'],
			)
		);
	}

	/**
	 * A structure as rows.
	 *
	 * @param Structure $structure The structure.
	 * @return array<int, array<string, string|int|bool|null>>
	 */
	private static function rows( Structure $structure ): array {
		$rows = array();
		foreach ( array( 'post type' => $structure->post_types, 'taxonomy' => $structure->taxonomies ) as $kind => $types ) { // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound -- two words.
			foreach ( $types as $name => $type ) {
				$rows[] = array(
					'kind'  => $kind,
					'name'  => (string) $name,
					'label' => $type->label,
					'count' => $type->count,
				);
			}
		}
		return $rows;
	}
}
