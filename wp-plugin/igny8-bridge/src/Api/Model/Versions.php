<?php
/**
 * Generated from openapi.yaml; do not edit. Make it anew with: npm run codegen
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Api\Model;

use Igny8\Bridge\Api\Decode;
use JsonSerializable;

/**
 * What the site runs.
 *
 * @phpstan-type Shape array{wordpress: string, php: string, plugin: string}
 */
final class Versions implements JsonSerializable {

	/**
	 * wordpress.
	 *
	 * @var string
	 */
	public string $wordpress;

	/**
	 * php.
	 *
	 * @var string
	 */
	public string $php;

	/**
	 * plugin.
	 *
	 * @var string
	 */
	public string $plugin;

	/**
	 * Makes one from its fields.
	 *
	 * @param string $wordpress wordpress.
	 * @param string $php php.
	 * @param string $plugin plugin.
	 */
	public function __construct(
		string $wordpress,
		string $php,
		string $plugin
	) {
		$this->wordpress = $wordpress;
		$this->php = $php;
		$this->plugin = $plugin;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws \Igny8\Bridge\Api\MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'wordpress' ),
			Decode::string( $data, 'php' ),
			Decode::string( $data, 'plugin' )
		);
	}

	/**
	 * The object as an array, in the form of the wire. What was left out stays out.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return Shape
	 */
	public function to_array(): array {
		$data = array(
			'wordpress' => $this->wordpress,
			'php' => $this->php,
			'plugin' => $this->plugin,
		);
		return $data;
	}

	/**
	 * The object as JSON has it: an empty map is `{}`, not `[]`.
	 */
	public function jsonSerialize(): object {
		$data = array(
			'wordpress' => $this->wordpress,
			'php' => $this->php,
			'plugin' => $this->plugin,
		);
		return (object) $data;
	}
}
