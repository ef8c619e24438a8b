<?php
/**
 * What became of a push.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Sync;

/**
 * How a push ended. What went wrong stands in the connection.
 */
final class PushResult {

	/** IGNY8 has it. */
	public const ACCEPTED = 'accepted';
	/** IGNY8 did not take it; the connection's state says why and what follows. */
	public const FAILED = 'failed';
	/** The site is not connected. */
	public const NOT_CONNECTED = 'not_connected';
	/** Enable Sync Operations is off. */
	public const SYNC_OFF = 'sync_off';
	/** Another push, or a connect, is under way. */
	public const BUSY = 'busy';
	/** WordPress is switched to another site of the network, whose types are not known here. */
	public const OTHER_SITE = 'other_site';

	/**
	 * One of the constants.
	 *
	 * @var string
	 */
	public string $outcome;

	/**
	 * How many post types were sent.
	 *
	 * @var int
	 */
	public int $post_types;

	/**
	 * How many taxonomies were sent.
	 *
	 * @var int
	 */
	public int $taxonomies;

	/**
	 * Makes a result.
	 *
	 * @param string $outcome    One of the constants.
	 * @param int    $post_types How many post types were sent.
	 * @param int    $taxonomies How many taxonomies were sent.
	 */
	public function __construct( string $outcome, int $post_types = 0, int $taxonomies = 0 ) {
		$this->outcome    = $outcome;
		$this->post_types = $post_types;
		$this->taxonomies = $taxonomies;
	}

	/**
	 * Whether IGNY8 has it.
	 */
	public function is_accepted(): bool {
		return self::ACCEPTED === $this->outcome;
	}
}
