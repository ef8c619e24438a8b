<?php
/**
 * Generated from openapi.yaml; do not edit. Make it anew with: npm run codegen
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Api\Model;

use Igny8\Bridge\Api\Decode;
use Igny8\Bridge\Api\MalformedAnswer;

/**
 * What links a site to IGNY8.
 *
 * @phpstan-import-type VersionsShape from Versions
 * @phpstan-import-type StructureRefusalShape from StructureRefusal
 * @phpstan-import-type ContentTypeTotalsShape from ContentTypeTotals
 * @phpstan-import-type ActorShape from Actor
 * @phpstan-type IntegrationShape array{
 *   id: string,
 *   site_id: string,
 *   platform: string,
 *   status: string,
 *   is_temporary: bool,
 *   site_uuid: string|null,
 *   home_url: string|null,
 *   rest_url: string|null,
 *   environment_type: string|null,
 *   versions: VersionsShape|null,
 *   plugin_connection_enabled: bool,
 *   two_way_sync_enabled: bool,
 *   last_structure_fetch: string|null,
 *   stale_at: string|null,
 *   last_sync_at: string|null,
 *   structure_refusal: StructureRefusalShape|null,
 *   lost_key: string|null,
 *   totals: ContentTypeTotalsShape|null,
 *   connected_at: string|null,
 *   disconnected_at: string|null,
 *   disconnected_by: ActorShape|null,
 *   created_at: string,
 *   updated_at: string,
 * }
 */
final class Integration {

	/**
	 * A UUID in lower case; ids made here are version 7.
	 *
	 * @var string
	 */
	public string $id;

	/**
	 * A UUID in lower case; ids made here are version 7.
	 *
	 * @var string
	 */
	public string $site_id;

	/**
	 * What the site runs on.
	 *
	 * @var string
	 */
	public string $platform;

	/**
	 * `not_connected`: no plugin has used the key that it registered for. `structure_syncing`: it has, and the structure is expected (Connected, structure syncing). `ready`: the structure is here (Connected & Ready). `disconnected`: either side ended it.
	 *
	 * @var string
	 */
	public string $status;

	/**
	 * Made by the connect flow, and gone in 24 h unless a structure arrives.
	 *
	 * @var bool
	 */
	public bool $is_temporary;

	/**
	 * The plugin's own name for its site.
	 *
	 * @var string|null
	 */
	public ?string $site_uuid;

	/**
	 * The home URL that was accepted at connect.
	 *
	 * @var string|null
	 */
	public ?string $home_url;

	/**
	 * Where the site's REST API answers.
	 *
	 * @var string|null
	 */
	public ?string $rest_url;

	/**
	 * The environment type that was accepted at connect.
	 *
	 * @var string|null
	 */
	public ?string $environment_type;

	/**
	 * What the site ran when it connected.
	 *
	 * @var Versions|null
	 */
	public ?Versions $versions;

	/**
	 * "Enable Sync Operations" in WordPress. When off, the site sends nothing but its switches.
	 *
	 * @var bool
	 */
	public bool $plugin_connection_enabled;

	/**
	 * "Enable Two-Way Sync" in WordPress.
	 *
	 * @var bool
	 */
	public bool $two_way_sync_enabled;

	/**
	 * When the site last said what it has.
	 *
	 * @var string|null
	 */
	public ?string $last_structure_fetch;

	/**
	 * From when the structure counts as stale, 36 h after it was fetched.
	 *
	 * @var string|null
	 */
	public ?string $stale_at;

	/**
	 * When content was last synced.
	 *
	 * @var string|null
	 */
	public ?string $last_sync_at;

	/**
	 * Set while the last push was refused.
	 *
	 * @var StructureRefusal|null
	 */
	public ?StructureRefusal $structure_refusal;

	/**
	 * Set while a connected site has no key of its own that works, so that it can send nothing until it is connected again.
	 *
	 * @var string|null
	 */
	public ?string $lost_key;

	/**
	 * What the site has and what is synced; null before the first structure.
	 *
	 * @var ContentTypeTotals|null
	 */
	public ?ContentTypeTotals $totals;

	/**
	 * When the site last registered.
	 *
	 * @var string|null
	 */
	public ?string $connected_at;

	/**
	 * When the connection was ended.
	 *
	 * @var string|null
	 */
	public ?string $disconnected_at;

	/**
	 * Who ended it.
	 *
	 * @var Actor|null
	 */
	public ?Actor $disconnected_by;

	/**
	 * A time from the year 100 on, RFC 3339 in UTC, without leap seconds.
	 *
	 * @var string
	 */
	public string $created_at;

	/**
	 * A time from the year 100 on, RFC 3339 in UTC, without leap seconds.
	 *
	 * @var string
	 */
	public string $updated_at;

	/**
	 * Makes one from its fields.
	 *
	 * @param string                 $id                        A UUID in lower case; ids made here are version 7.
	 * @param string                 $site_id                   A UUID in lower case; ids made here are version 7.
	 * @param string                 $platform                  What the site runs on.
	 * @param string                 $status                    `not_connected`: no plugin has used the key that it registered for. `structure_syncing`: it has, and the structure is expected (Connected, structure syncing). `ready`: the structure is here (Connected & Ready). `disconnected`: either side ended it.
	 * @param bool                   $is_temporary              Made by the connect flow, and gone in 24 h unless a structure arrives.
	 * @param string|null            $site_uuid                 The plugin's own name for its site.
	 * @param string|null            $home_url                  The home URL that was accepted at connect.
	 * @param string|null            $rest_url                  Where the site's REST API answers.
	 * @param string|null            $environment_type          The environment type that was accepted at connect.
	 * @param Versions|null          $versions                  What the site ran when it connected.
	 * @param bool                   $plugin_connection_enabled "Enable Sync Operations" in WordPress. When off, the site sends nothing but its switches.
	 * @param bool                   $two_way_sync_enabled      "Enable Two-Way Sync" in WordPress.
	 * @param string|null            $last_structure_fetch      When the site last said what it has.
	 * @param string|null            $stale_at                  From when the structure counts as stale, 36 h after it was fetched.
	 * @param string|null            $last_sync_at              When content was last synced.
	 * @param StructureRefusal|null  $structure_refusal         Set while the last push was refused.
	 * @param string|null            $lost_key                  Set while a connected site has no key of its own that works, so that it can send nothing until it is connected again.
	 * @param ContentTypeTotals|null $totals                    What the site has and what is synced; null before the first structure.
	 * @param string|null            $connected_at              When the site last registered.
	 * @param string|null            $disconnected_at           When the connection was ended.
	 * @param Actor|null             $disconnected_by           Who ended it.
	 * @param string                 $created_at                A time from the year 100 on, RFC 3339 in UTC, without leap seconds.
	 * @param string                 $updated_at                A time from the year 100 on, RFC 3339 in UTC, without leap seconds.
	 */
	public function __construct(
		string $id,
		string $site_id,
		string $platform,
		string $status,
		bool $is_temporary,
		?string $site_uuid,
		?string $home_url,
		?string $rest_url,
		?string $environment_type,
		?Versions $versions,
		bool $plugin_connection_enabled,
		bool $two_way_sync_enabled,
		?string $last_structure_fetch,
		?string $stale_at,
		?string $last_sync_at,
		?StructureRefusal $structure_refusal,
		?string $lost_key,
		?ContentTypeTotals $totals,
		?string $connected_at,
		?string $disconnected_at,
		?Actor $disconnected_by,
		string $created_at,
		string $updated_at
	) {
		$this->id                        = $id;
		$this->site_id                   = $site_id;
		$this->platform                  = $platform;
		$this->status                    = $status;
		$this->is_temporary              = $is_temporary;
		$this->site_uuid                 = $site_uuid;
		$this->home_url                  = $home_url;
		$this->rest_url                  = $rest_url;
		$this->environment_type          = $environment_type;
		$this->versions                  = $versions;
		$this->plugin_connection_enabled = $plugin_connection_enabled;
		$this->two_way_sync_enabled      = $two_way_sync_enabled;
		$this->last_structure_fetch      = $last_structure_fetch;
		$this->stale_at                  = $stale_at;
		$this->last_sync_at              = $last_sync_at;
		$this->structure_refusal         = $structure_refusal;
		$this->lost_key                  = $lost_key;
		$this->totals                    = $totals;
		$this->connected_at              = $connected_at;
		$this->disconnected_at           = $disconnected_at;
		$this->disconnected_by           = $disconnected_by;
		$this->created_at                = $created_at;
		$this->updated_at                = $updated_at;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'id' ),
			Decode::string( $data, 'site_id' ),
			Decode::string( $data, 'platform' ),
			Decode::string( $data, 'status' ),
			Decode::boolean( $data, 'is_temporary' ),
			Decode::string_or_null( $data, 'site_uuid' ),
			Decode::string_or_null( $data, 'home_url' ),
			Decode::string_or_null( $data, 'rest_url' ),
			Decode::string_or_null( $data, 'environment_type' ),
			Decode::object_or_null( $data, 'versions', array( Versions::class, 'from_array' ) ),
			Decode::boolean( $data, 'plugin_connection_enabled' ),
			Decode::boolean( $data, 'two_way_sync_enabled' ),
			Decode::string_or_null( $data, 'last_structure_fetch' ),
			Decode::string_or_null( $data, 'stale_at' ),
			Decode::string_or_null( $data, 'last_sync_at' ),
			Decode::object_or_null( $data, 'structure_refusal', array( StructureRefusal::class, 'from_array' ) ),
			Decode::string_or_null( $data, 'lost_key' ),
			Decode::object_or_null( $data, 'totals', array( ContentTypeTotals::class, 'from_array' ) ),
			Decode::string_or_null( $data, 'connected_at' ),
			Decode::string_or_null( $data, 'disconnected_at' ),
			Decode::object_or_null( $data, 'disconnected_by', array( Actor::class, 'from_array' ) ),
			Decode::string( $data, 'created_at' ),
			Decode::string( $data, 'updated_at' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return IntegrationShape
	 */
	public function to_array(): array {
		return array(
			'id'                        => $this->id,
			'site_id'                   => $this->site_id,
			'platform'                  => $this->platform,
			'status'                    => $this->status,
			'is_temporary'              => $this->is_temporary,
			'site_uuid'                 => $this->site_uuid,
			'home_url'                  => $this->home_url,
			'rest_url'                  => $this->rest_url,
			'environment_type'          => $this->environment_type,
			'versions'                  => null === $this->versions ? null : $this->versions->to_array(),
			'plugin_connection_enabled' => $this->plugin_connection_enabled,
			'two_way_sync_enabled'      => $this->two_way_sync_enabled,
			'last_structure_fetch'      => $this->last_structure_fetch,
			'stale_at'                  => $this->stale_at,
			'last_sync_at'              => $this->last_sync_at,
			'structure_refusal'         => null === $this->structure_refusal ? null : $this->structure_refusal->to_array(),
			'lost_key'                  => $this->lost_key,
			'totals'                    => null === $this->totals ? null : $this->totals->to_array(),
			'connected_at'              => $this->connected_at,
			'disconnected_at'           => $this->disconnected_at,
			'disconnected_by'           => null === $this->disconnected_by ? null : $this->disconnected_by->to_array(),
			'created_at'                => $this->created_at,
			'updated_at'                => $this->updated_at,
		);
	}
}
