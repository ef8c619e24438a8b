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
 * Who signs in.
 */
final class LoginRequest implements JsonSerializable {

	/**
	 * The email.
	 *
	 * @var string
	 */
	public string $email;

	/**
	 * The password.
	 *
	 * @var string
	 */
	public string $password;

	/**
	 * Makes one from its fields.
	 *
	 * @param string $email    The email.
	 * @param string $password The password.
	 */
	public function __construct(
		string $email,
		string $password
	) {
		$this->email    = $email;
		$this->password = $password;
	}

	/**
	 * The object as JSON has it.
	 */
	public function jsonSerialize(): object {
		return (object) array(
			'email'    => $this->email,
			'password' => $this->password,
		);
	}
}
