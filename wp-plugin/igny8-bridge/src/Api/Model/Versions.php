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
 * What the site runs.
 *
 * @phpstan-type VersionsShape array{
 *   wordpress: string,
 *   php: string,
 *   plugin: string,
 * }
 */
final class Versions implements JsonSerializable {

	/**
	 * The wordpress.
	 *
	 * @var string
	 */
	public string $wordpress;

	/**
	 * The php.
	 *
	 * @var string
	 */
	public string $php;

	/**
	 * The plugin.
	 *
	 * @var string
	 */
	public string $plugin;

	/**
	 * Makes one from its fields.
	 *
	 * @param string $wordpress The wordpress.
	 * @param string $php       The php.
	 * @param string $plugin    The plugin.
	 */
	public function __construct(
		string $wordpress,
		string $php,
		string $plugin
	) {
		$this->wordpress = $wordpress;
		$this->php       = $php;
		$this->plugin    = $plugin;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'wordpress' ),
			Decode::string( $data, 'php' ),
			Decode::string( $data, 'plugin' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return VersionsShape
	 */
	public function to_array(): array {
		return array(
			'wordpress' => $this->wordpress,
			'php'       => $this->php,
			'plugin'    => $this->plugin,
		);
	}

	/**
	 * The object as it is sent.
	 */
	public function jsonSerialize(): object {
		return (object) $this->to_array();
	}
}
