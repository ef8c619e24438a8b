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
use JsonSerializable;

/**
 * Who registers.
 *
 * @phpstan-import-type VersionsShape from Versions
 * @phpstan-type ConnectRequestShape array{
 *   attempt_id: string,
 *   site_uuid: string,
 *   home_url: string,
 *   rest_url: string,
 *   environment_type: string,
 *   versions: VersionsShape,
 * }
 */
final class ConnectRequest implements JsonSerializable {

	/**
	 * Names this attempt; the same one again when the answer was lost.
	 *
	 * @var string
	 */
	public string $attempt_id;

	/**
	 * The plugin's own name for its site, made when it was installed.
	 *
	 * @var string
	 */
	public string $site_uuid;

	/**
	 * The home URL, unfiltered.
	 *
	 * @var string
	 */
	public string $home_url;

	/**
	 * Where the REST API answers, on the same host.
	 *
	 * @var string
	 */
	public string $rest_url;

	/**
	 * What WordPress says of itself (`wp_get_environment_type()`).
	 *
	 * @var string
	 */
	public string $environment_type;

	/**
	 * What the site runs.
	 *
	 * @var Versions
	 */
	public Versions $versions;

	/**
	 * Makes one from its fields.
	 *
	 * @param string   $attempt_id       Names this attempt; the same one again when the answer was lost.
	 * @param string   $site_uuid        The plugin's own name for its site, made when it was installed.
	 * @param string   $home_url         The home URL, unfiltered.
	 * @param string   $rest_url         Where the REST API answers, on the same host.
	 * @param string   $environment_type What WordPress says of itself (`wp_get_environment_type()`).
	 * @param Versions $versions         What the site runs.
	 */
	public function __construct(
		string $attempt_id,
		string $site_uuid,
		string $home_url,
		string $rest_url,
		string $environment_type,
		Versions $versions
	) {
		$this->attempt_id       = $attempt_id;
		$this->site_uuid        = $site_uuid;
		$this->home_url         = $home_url;
		$this->rest_url         = $rest_url;
		$this->environment_type = $environment_type;
		$this->versions         = $versions;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'attempt_id' ),
			Decode::string( $data, 'site_uuid' ),
			Decode::string( $data, 'home_url' ),
			Decode::string( $data, 'rest_url' ),
			Decode::string( $data, 'environment_type' ),
			Decode::object( $data, 'versions', array( Versions::class, 'from_array' ) )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return ConnectRequestShape
	 */
	public function to_array(): array {
		return array(
			'attempt_id'       => $this->attempt_id,
			'site_uuid'        => $this->site_uuid,
			'home_url'         => $this->home_url,
			'rest_url'         => $this->rest_url,
			'environment_type' => $this->environment_type,
			'versions'         => $this->versions->to_array(),
		);
	}

	/**
	 * The object as it is sent.
	 */
	public function jsonSerialize(): object {
		return (object) $this->to_array();
	}
}
