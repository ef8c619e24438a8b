<?php
/**
 * The connection as it is remembered.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Connection;

use Igny8\Bridge\Api\Decode;

/**
 * All that the plugin knows of its connection, in one row, so that a change is whole or not at all. Times are seconds
 * since 1970. Changed only inside ConnectionStore::change().
 */
final class Connection {

	/**
	 * Rises with every change.
	 *
	 * @var int
	 */
	public int $version = 0;

	/**
	 * The plugin's own name for its site; it stays from the first attempt to connect on.
	 *
	 * @var string
	 */
	public string $site_uuid;

	/**
	 * One of the constants of State.
	 *
	 * @var string
	 */
	public string $state = State::NOT_CONNECTED;

	/**
	 * The state in which the connect flow began.
	 *
	 * @var string
	 */
	public string $before = State::NOT_CONNECTED;

	/**
	 * While authenticating: when that is given up, should PHP have been stopped.
	 *
	 * @var int|null
	 */
	public ?int $authenticating_until = null;

	/**
	 * Names the attempt to connect until it has succeeded.
	 *
	 * @var string|null
	 */
	public ?string $attempt_id = null;

	/**
	 * Names a registration: what belongs to an older one reports in vain.
	 *
	 * @var string|null
	 */
	public ?string $registration = null;

	/**
	 * The e-mail address that connected the site; as long as nobody has, the one that was typed last.
	 *
	 * @var string|null
	 */
	public ?string $email = null;

	/**
	 * The integration.
	 *
	 * @var string|null
	 */
	public ?string $integration_id = null;

	/**
	 * The site, as IGNY8 names it.
	 *
	 * @var string|null
	 */
	public ?string $site_id = null;

	/**
	 * The site's own key, sealed.
	 *
	 * @var string|null
	 */
	public ?string $sealed_key = null;

	/**
	 * How the key begins, to be shown.
	 *
	 * @var string|null
	 */
	public ?string $key_hint = null;

	/**
	 * The secret that calls to the site are signed with, sealed.
	 *
	 * @var string|null
	 */
	public ?string $sealed_secret = null;

	/**
	 * The home URL that was connected, in base64: a search-and-replace over the database must not change it.
	 *
	 * @var string|null
	 */
	public ?string $home = null;

	/**
	 * The environment type that was connected (wp_get_environment_type()); null until it is known of a connection of an
	 * earlier version.
	 *
	 * @var string|null
	 */
	public ?string $environment_type = null;

	/**
	 * In safe mode: when somebody chose to stay off.
	 *
	 * @var int|null
	 */
	public ?int $off_since = null;

	/**
	 * In safe mode: why a choice could not be carried out, a reason of ApiException.
	 *
	 * @var string|null
	 */
	public ?string $refusal = null;

	/**
	 * The WordPress user who connected; changes from IGNY8 are made as this one.
	 *
	 * @var int|null
	 */
	public ?int $connected_by = null;

	/**
	 * When it was connected.
	 *
	 * @var int|null
	 */
	public ?int $connected_at = null;

	/**
	 * When IGNY8 last accepted the structure.
	 *
	 * @var int|null
	 */
	public ?int $last_sync = null;

	/**
	 * How many pushes failed in a row.
	 *
	 * @var int
	 */
	public int $failures = 0;

	/**
	 * When the next push is tried.
	 *
	 * @var int|null
	 */
	public ?int $next_try = null;

	/**
	 * Why it is not as it should be: a reason of ApiException, or a constant of Trouble.
	 *
	 * @var string|null
	 */
	public ?string $trouble = null;

	/**
	 * What IGNY8 said to that.
	 *
	 * @var string|null
	 */
	public ?string $trouble_detail = null;

	/**
	 * The id of the request that went wrong.
	 *
	 * @var string|null
	 */
	public ?string $request_id = null;

	/**
	 * When it was disconnected.
	 *
	 * @var int|null
	 */
	public ?int $disconnected_at = null;

	/**
	 * The WordPress user who disconnected it; null when IGNY8 did.
	 *
	 * @var int|null
	 */
	public ?int $disconnected_by = null;

	/**
	 * A connection that was never made.
	 *
	 * @param string $site_uuid The plugin's own name for its site.
	 */
	public function __construct( string $site_uuid ) {
		$this->site_uuid = $site_uuid;
	}

	/**
	 * Something happened.
	 *
	 * @param string $event One of the events of State.
	 */
	public function apply( string $event ): void {
		if ( State::CONNECT_STARTED === $event && State::AUTHENTICATING !== $this->state ) {
			$this->before = $this->state;
		}
		$this->state = State::after( $this->state, $event, $this->before );
	}

	/**
	 * Whether the site has a key that it may send with.
	 */
	public function is_connected(): bool {
		return State::is_connected( $this->state );
	}

	/**
	 * The home URL that was connected.
	 */
	public function home_url(): string {
		return (string) base64_decode( (string) $this->home, true );
	}

	/**
	 * Forgets what went wrong.
	 */
	public function clear_trouble(): void {
		$this->failures       = 0;
		$this->next_try       = null;
		$this->trouble        = null;
		$this->trouble_detail = null;
		$this->request_id     = null;
		$this->off_since      = null;
		$this->refusal        = null;
	}

	/**
	 * Forgets the keys, and with them the connection.
	 */
	public function forget_keys(): void {
		$this->registration  = null;
		$this->sealed_key    = null;
		$this->key_hint      = null;
		$this->sealed_secret = null;
		$this->attempt_id    = null;
	}

	/**
	 * Accepts where and what the site is now.
	 *
	 * @param string $home             The home URL.
	 * @param string $environment_type The environment type.
	 */
	public function accept( string $home, string $environment_type ): void {
		$this->home             = base64_encode( $home );
		$this->environment_type = $environment_type;
	}

	/**
	 * Forgets everything that is the original's.
	 *
	 * @param string $site_uuid The plugin's own name for the site that this is from now on.
	 */
	public function become_another_site( string $site_uuid ): void {
		$this->forget_keys();
		$this->clear_trouble();
		$this->site_uuid        = $site_uuid;
		$this->integration_id   = null;
		$this->site_id          = null;
		$this->home             = null;
		$this->environment_type = null;
		$this->connected_by     = null;
		$this->connected_at     = null;
		$this->last_sync        = null;
	}

	/**
	 * Reads it from what is stored.
	 *
	 * @param array<array-key, mixed> $data The decoded row.
	 */
	public static function from_array( array $data ): self {
		$connection = new self( Decode::string( $data, 'site_uuid' ) );

		$connection->version              = Decode::integer( $data, 'version' );
		$connection->state                = Decode::string( $data, 'state' );
		$connection->before               = Decode::string( $data, 'before' );
		$connection->authenticating_until = Decode::integer_or_null( $data, 'authenticating_until' );
		$connection->attempt_id           = Decode::string_or_null( $data, 'attempt_id' );
		$connection->registration         = Decode::string_or_null( $data, 'registration' );
		$connection->email                = Decode::string_or_null( $data, 'email' );
		$connection->integration_id       = Decode::string_or_null( $data, 'integration_id' );
		$connection->site_id              = Decode::string_or_null( $data, 'site_id' );
		$connection->sealed_key           = Decode::string_or_null( $data, 'sealed_key' );
		$connection->key_hint             = Decode::string_or_null( $data, 'key_hint' );
		$connection->sealed_secret        = Decode::string_or_null( $data, 'sealed_secret' );
		$connection->home                 = Decode::string_or_null( $data, 'home' );
		$connection->environment_type     = Decode::string_or_null( $data, 'environment_type' );
		$connection->off_since            = Decode::integer_or_null( $data, 'off_since' );
		$connection->refusal              = Decode::string_or_null( $data, 'refusal' );
		$connection->connected_by         = Decode::integer_or_null( $data, 'connected_by' );
		$connection->connected_at         = Decode::integer_or_null( $data, 'connected_at' );
		$connection->last_sync            = Decode::integer_or_null( $data, 'last_sync' );
		$connection->failures             = Decode::integer( $data, 'failures' );
		$connection->next_try             = Decode::integer_or_null( $data, 'next_try' );
		$connection->trouble              = Decode::string_or_null( $data, 'trouble' );
		$connection->trouble_detail       = Decode::string_or_null( $data, 'trouble_detail' );
		$connection->request_id           = Decode::string_or_null( $data, 'request_id' );
		$connection->disconnected_at      = Decode::integer_or_null( $data, 'disconnected_at' );
		$connection->disconnected_by      = Decode::integer_or_null( $data, 'disconnected_by' );
		return $connection;
	}
}
