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
 * A key to make.
 */
final class ApiKeyCreate implements JsonSerializable {

	/**
	 * What it is for.
	 *
	 * @var string
	 */
	public string $name;

	/**
	 * What it may do; without it, all that the caller may.
	 *
	 * @var array<int, string>|null
	 */
	public ?array $scopes;

	/**
	 * When it shall end by itself, in the future.
	 *
	 * @var string|null
	 */
	public ?string $expires_at;

	/**
	 * Makes one from its fields. A null for a field that may be left out leaves it out.
	 *
	 * @param string                  $name       What it is for.
	 * @param array<int, string>|null $scopes     What it may do; without it, all that the caller may.
	 * @param string|null             $expires_at When it shall end by itself, in the future.
	 */
	public function __construct(
		string $name,
		?array $scopes = null,
		?string $expires_at = null
	) {
		$this->name       = $name;
		$this->scopes     = $scopes;
		$this->expires_at = $expires_at;
	}

	/**
	 * The object as JSON has it. What was left out stays out.
	 */
	public function jsonSerialize(): object {
		$data = array(
			'name' => $this->name,
		);
		if ( null !== $this->scopes ) {
			$data['scopes'] = $this->scopes;
		}
		if ( null !== $this->expires_at ) {
			$data['expires_at'] = $this->expires_at;
		}
		return (object) $data;
	}
}
