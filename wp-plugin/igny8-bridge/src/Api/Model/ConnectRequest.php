<?php
/**
 * Generated from openapi.yaml; do not edit. Make it anew with: npm run codegen
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Api\Model;

use JsonSerializable;

/**
 * Who registers.
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
	 * The object as JSON has it.
	 */
	public function jsonSerialize(): object {
		return (object) array(
			'attempt_id'       => $this->attempt_id,
			'site_uuid'        => $this->site_uuid,
			'home_url'         => $this->home_url,
			'rest_url'         => $this->rest_url,
			'environment_type' => $this->environment_type,
			'versions'         => $this->versions,
		);
	}
}
