<?php
/**
 * How far the connect flow is.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Connect;

use Igny8\Bridge\Wp\Options;

/**
 * Written by the request that connects, read by the page that waits for it, and by the next page, which says how it
 * ended. One row with the latest press of each user, so that whoever connects next takes nobody's ending away; only the
 * holder of the lock writes it. Holds no secret.
 */
final class Progress {

	public const OPTION = 'igny8_bridge_progress';

	public const RUNNING = 'running';
	public const DONE    = 'done';
	public const FAILED  = 'failed';

	/** With sync off: whether IGNY8 knows that it is. */
	public const TOLD     = 'told';
	public const NOT_TOLD = 'not_told';

	/**
	 * Where it is kept.
	 *
	 * @var Options
	 */
	private Options $options;

	/**
	 * The press that this process works for.
	 *
	 * @var string|null
	 */
	private ?string $run = null;

	/**
	 * The WordPress user who pressed.
	 *
	 * @var int
	 */
	private int $user = 0;

	/**
	 * Uses a place to keep it.
	 *
	 * @param Options $options Where it is kept.
	 */
	public function __construct( Options $options ) {
		$this->options = $options;
	}

	/**
	 * Somebody pressed Connect. What another press left running was stopped: only one runs at a time.
	 *
	 * @param string $run  Names this press.
	 * @param int    $user The WordPress user who pressed.
	 */
	public function start( string $run, int $user ): void {
		$this->run  = $run;
		$this->user = $user;
		$press      = array(
			'run'    => $run,
			'step'   => Step::PASSWORD,
			'status' => self::RUNNING,
		);
		$ended      = array_filter(
			$this->load(),
			static function ( $other ): bool {
				return is_array( $other ) && self::RUNNING !== ( $other['status'] ?? null );
			}
		);
		$this->store( array( $user => $press ) + $ended );
	}

	/**
	 * A step begins; those before it are done.
	 *
	 * @param string $step One of the constants of Step.
	 */
	public function enter( string $step ): void {
		$this->add( array( 'step' => $step ) );
	}

	/**
	 * All steps are done, and the structure was sent.
	 *
	 * @param int $post_types How many post types were sent.
	 * @param int $taxonomies How many taxonomies were sent.
	 */
	public function done( int $post_types, int $taxonomies ): void {
		$this->add(
			array(
				'status'     => self::DONE,
				'post_types' => $post_types,
				'taxonomies' => $taxonomies,
			)
		);
	}

	/**
	 * The site is registered; with sync off nothing but the switches was to be sent.
	 *
	 * @param bool $is_told Whether IGNY8 knows that sync is off.
	 */
	public function done_with_sync_off( bool $is_told ): void {
		$this->add(
			array(
				'status'   => self::DONE,
				'sync_off' => $is_told ? self::TOLD : self::NOT_TOLD,
			)
		);
	}

	/**
	 * It ended in the step where it was.
	 *
	 * @param string      $reason     A reason of ConnectFailure; empty when the connection itself says what happened.
	 * @param string      $detail     What IGNY8 said to it.
	 * @param string|null $request_id The id of the request that failed.
	 */
	public function failed( string $reason, string $detail = '', ?string $request_id = null ): void {
		$this->add(
			array(
				'status'     => self::FAILED,
				'reason'     => $reason,
				'detail'     => $detail,
				'request_id' => $request_id,
			)
		);
	}

	/**
	 * How far it is.
	 *
	 * @param int $user The WordPress user who asks; nobody sees how another one's attempt went.
	 * @return array<array-key, mixed> Empty when this user has not tried.
	 */
	public function of( int $user ): array {
		$press = $this->load()[ $user ] ?? null;
		return is_array( $press ) ? $press : array();
	}

	/**
	 * Forgets how far somebody's attempt was.
	 *
	 * @param int $user The WordPress user.
	 * @return bool Whether there was anything.
	 */
	public function forget( int $user ): bool {
		$presses = $this->load();
		$is_kept = isset( $presses[ $user ] );
		unset( $presses[ $user ] );
		if ( $is_kept ) {
			$this->store( $presses );
		}
		return $is_kept;
	}

	/**
	 * Adds to what is stored, unless a later press has taken over.
	 *
	 * @param array<string, string|int|null> $more What to add.
	 */
	private function add( array $more ): void {
		$press = $this->of( $this->user );
		if ( ( $press['run'] ?? null ) === $this->run ) {
			$this->store( array( $this->user => $more + $press ) + $this->load() );
		}
	}

	/**
	 * Reads what is stored.
	 *
	 * @return array<array-key, mixed> By user.
	 */
	private function load(): array {
		$data = json_decode( (string) $this->options->read( self::OPTION ), true );
		return is_array( $data ) ? $data : array();
	}

	/**
	 * Stores it.
	 *
	 * @param array<array-key, mixed> $data What to store, by user.
	 */
	private function store( array $data ): void {
		$this->options->write( self::OPTION, (string) json_encode( $data, JSON_INVALID_UTF8_SUBSTITUTE ) );
	}
}
