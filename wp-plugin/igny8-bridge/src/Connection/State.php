<?php
/**
 * The states of the connection.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Connection;

/**
 * The states of the connection, what moves it from one to the next, and the one table of allowed moves.
 */
final class State {

	public const NOT_CONNECTED     = 'not_connected';
	public const AUTHENTICATING    = 'authenticating';
	public const STRUCTURE_SYNCING = 'structure_syncing';
	public const STRUCTURE_REFUSED = 'structure_refused';
	public const READY             = 'ready';
	public const DEGRADED          = 'degraded';
	public const NEEDS_RECONNECT   = 'needs_reconnect';
	public const SAFE_MODE         = 'safe_mode';
	public const INACTIVE          = 'inactive';
	public const DISCONNECTED      = 'disconnected';

	/** Somebody pressed Connect. */
	public const CONNECT_STARTED = 'connect_started';
	/** The connect flow ended before the site was registered. */
	public const CONNECT_FAILED = 'connect_failed';
	/** The site has a key of its own, and IGNY8 waits for the structure. */
	public const REGISTERED = 'registered';
	/** IGNY8 has the structure. */
	public const PUSH_ACCEPTED = 'push_accepted';
	/** IGNY8 could not be reached, or could not do it just now. */
	public const PUSH_DELAYED = 'push_delayed';
	/** IGNY8 does not take this structure. */
	public const PUSH_REFUSED = 'push_refused';
	/** The site's key was refused or cannot be read, or IGNY8 does not know the integration any more. */
	public const KEY_LOST = 'key_lost';
	/** The site is not where or what it was when it was connected, or IGNY8 says that another one is connected. */
	public const IDENTITY_CONFLICT = 'identity_conflict';
	/** Somebody said that it is the connected site all the same, or it is again what it was. */
	public const IDENTITY_SETTLED = 'identity_settled';
	/** Somebody said that it is a copy. */
	public const COPY_RELEASED = 'copy_released';
	/** IGNY8 accepts nothing from this site until somebody activates it there; whether that was done is found out by trying. */
	public const SITE_INACTIVE = 'site_inactive';
	/** The connection was ended. */
	public const ENDED = 'ended';

	/** Back to the state that the connect flow began in. */
	private const WHERE_IT_WAS = 'where_it_was';

	/** From every state in which the site has a key that works as far as anybody knows. */
	private const WHILE_CONNECTED = array(
		self::CONNECT_STARTED   => self::AUTHENTICATING,
		self::REGISTERED        => self::STRUCTURE_SYNCING,
		self::PUSH_ACCEPTED     => self::READY,
		self::PUSH_DELAYED      => self::DEGRADED,
		self::PUSH_REFUSED      => self::STRUCTURE_REFUSED,
		self::KEY_LOST          => self::NEEDS_RECONNECT,
		self::IDENTITY_CONFLICT => self::SAFE_MODE,
		self::SITE_INACTIVE     => self::INACTIVE,
		self::ENDED             => self::DISCONNECTED,
	);

	/** From every state in which the site cannot send until somebody acts. */
	private const WHILE_STOPPED = array(
		self::CONNECT_STARTED => self::AUTHENTICATING,
		self::ENDED           => self::DISCONNECTED,
	);

	private const TABLE = array(
		self::NOT_CONNECTED     => array( self::CONNECT_STARTED => self::AUTHENTICATING ),
		self::AUTHENTICATING    => array(
			self::CONNECT_STARTED => self::AUTHENTICATING,
			self::CONNECT_FAILED  => self::WHERE_IT_WAS,
			self::REGISTERED      => self::STRUCTURE_SYNCING,
			self::ENDED           => self::DISCONNECTED,
		),
		self::STRUCTURE_SYNCING => self::WHILE_CONNECTED,
		self::STRUCTURE_REFUSED => self::WHILE_CONNECTED,
		self::READY             => self::WHILE_CONNECTED,
		self::DEGRADED          => self::WHILE_CONNECTED,
		self::INACTIVE          => self::WHILE_CONNECTED,
		self::NEEDS_RECONNECT   => self::WHILE_STOPPED,
		self::SAFE_MODE         => self::WHILE_STOPPED + array(
			self::IDENTITY_SETTLED => self::STRUCTURE_SYNCING,
			self::COPY_RELEASED    => self::NOT_CONNECTED,
		),
		self::DISCONNECTED      => array( self::CONNECT_STARTED => self::AUTHENTICATING ),
	);

	/**
	 * The state that follows.
	 *
	 * @param string $state  The state now.
	 * @param string $event  What happened.
	 * @param string $before The state in which the connect flow began.
	 * @return string The same state when the event means nothing in it: whatever reports late changes nothing.
	 */
	public static function after( string $state, string $event, string $before ): string {
		$next = self::TABLE[ $state ][ $event ] ?? $state;
		return self::WHERE_IT_WAS === $next ? $before : $next;
	}

	/**
	 * Whether the site has a key that it may send with.
	 *
	 * @param string $state The state.
	 */
	public static function is_connected( string $state ): bool {
		return self::WHILE_CONNECTED === ( self::TABLE[ $state ] ?? null );
	}

	/**
	 * A state that was stored, maybe by a newer version.
	 *
	 * @param string $state The state.
	 * @return string The same state if it is in the table; else the one in which somebody has to connect again.
	 */
	public static function known( string $state ): string {
		return isset( self::TABLE[ $state ] ) ? $state : self::NEEDS_RECONNECT;
	}

	/**
	 * Every state.
	 *
	 * @return array<int, string>
	 */
	public static function all(): array {
		return array_keys( self::TABLE );
	}
}
