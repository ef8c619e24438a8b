<?php
/**
 * The state of the connection in words.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

/**
 * What the page says of the connection, and what somebody may do about it.
 */
final class Status {

	/** How it looks: an icon and its colour. The word beside it says the same. */
	public const GOOD    = 'good';
	public const ACT     = 'act';
	public const OFF     = 'off';
	public const WORKING = 'working';

	/** What to do next. */
	public const NOTHING  = 'nothing';
	public const CONNECT  = 'connect';
	public const RETRY    = 'retry';
	public const ACTIVATE = 'activate';
	public const SWITCH   = 'switch';
	public const CHOOSE   = 'choose';
	public const ALLOW    = 'allow';

	/**
	 * One of GOOD, ACT, OFF, WORKING.
	 *
	 * @var string
	 */
	public string $look;

	/**
	 * The state in words.
	 *
	 * @var string
	 */
	public string $text;

	/**
	 * More of it where the state is calm, who does what about the cause where there is one; else empty.
	 *
	 * @var string
	 */
	public string $detail;

	/**
	 * One of NOTHING, CONNECT, RETRY, ACTIVATE, SWITCH, CHOOSE, ALLOW; empty when there is nothing unfinished.
	 *
	 * @var string
	 */
	public string $next;

	/**
	 * Makes a status.
	 *
	 * @param string $look   One of GOOD, ACT, OFF, WORKING.
	 * @param string $text   The state in words.
	 * @param string $next   What to do next; empty when there is nothing unfinished.
	 * @param string $detail More of it.
	 */
	public function __construct( string $look, string $text, string $next, string $detail = '' ) {
		$this->look   = $look;
		$this->text   = $text;
		$this->next   = $next;
		$this->detail = $detail;
	}
}
