<?php
/**
 * What is known of the connection.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Health;

use Igny8\Bridge\Admin\StatusWriter;
use Igny8\Bridge\Api\Endpoint;
use Igny8\Bridge\Connection\Identity;
use Igny8\Bridge\Connection\Switches;
use Igny8\Bridge\Sync\Gate;
use Igny8\Bridge\Sync\Schedule;
use Igny8\Bridge\Wp\Cron;

/**
 * The connection as Site Health and `wp igny8 status` tell it. No secret is among it: of the key only how it begins.
 */
final class Facts {

	/** Names a person, or helps to pretend to be the site: Site Health does not copy these. */
	private const PRIVATE = array( 'status', 'email', 'key', 'site_uuid', 'connected_by' );

	/**
	 * Knows whether it is the site that was connected.
	 *
	 * @var Gate
	 */
	private Gate $gate;

	/**
	 * The two switches.
	 *
	 * @var Switches
	 */
	private Switches $switches;

	/**
	 * Who this site is.
	 *
	 * @var Identity
	 */
	private Identity $identity;

	/**
	 * Where IGNY8 is.
	 *
	 * @var Endpoint
	 */
	private Endpoint $endpoint;

	/**
	 * Keeps the events.
	 *
	 * @var Cron
	 */
	private Cron $cron;

	/**
	 * Puts the state in words.
	 *
	 * @var StatusWriter
	 */
	private StatusWriter $writer;

	/**
	 * Puts the parts together.
	 *
	 * @param Gate         $gate     Knows whether it is the site that was connected.
	 * @param Switches     $switches The two switches.
	 * @param Identity     $identity Who this site is.
	 * @param Endpoint     $endpoint Where IGNY8 is.
	 * @param Cron         $cron     Keeps the events.
	 * @param StatusWriter $writer   Puts the state in words.
	 */
	public function __construct( Gate $gate, Switches $switches, Identity $identity, Endpoint $endpoint, Cron $cron, StatusWriter $writer ) {
		$this->gate     = $gate;
		$this->switches = $switches;
		$this->identity = $identity;
		$this->endpoint = $endpoint;
		$this->cron     = $cron;
		$this->writer   = $writer;
	}

	/**
	 * What is known, by name. Times are RFC 3339, in UTC.
	 *
	 * @return array<string, string|int|bool|null>
	 */
	public function all(): array {
		$connection = $this->gate->check();
		return array(
			'version'        => IGNY8_BRIDGE_VERSION,
			'state'          => $connection->state,
			'status'         => $this->writer->status( $connection )->text,
			'sync'           => $this->switches->sync(),
			'two_way'        => $this->switches->two_way(),
			'email'          => $connection->email,
			'key'            => null === $connection->key_hint ? null : $connection->key_hint . '...',
			'api_host'       => $this->endpoint->host(),
			'environment'    => wp_get_environment_type(),
			'home_url'       => $this->identity->home_url(),
			'site_uuid'      => 0 === $connection->version ? null : $connection->site_uuid,
			'site_id'        => $connection->site_id,
			'integration_id' => $connection->integration_id,
			'connected_by'   => $connection->connected_by,
			'connected_at'   => self::time( $connection->connected_at ),
			'last_sync'      => self::time( $connection->last_sync ),
			'next_daily'     => self::time( $this->cron->next( Schedule::DAILY ) ),
			'next_try'       => self::time( $connection->next_try ),
			'failures'       => $connection->failures,
			'trouble'        => $connection->trouble,
			'trouble_detail' => $connection->trouble_detail,
			'request_id'     => $connection->request_id,
		);
	}

	/**
	 * Whether a fact is nobody else's business.
	 *
	 * @param string $name Its name.
	 */
	public static function is_private( string $name ): bool {
		return in_array( $name, self::PRIVATE, true );
	}

	/**
	 * A time in RFC 3339.
	 *
	 * @param int|null $at Seconds since 1970.
	 */
	private static function time( ?int $at ): ?string {
		return null === $at ? null : gmdate( 'Y-m-d\TH:i:s\Z', $at );
	}
}
