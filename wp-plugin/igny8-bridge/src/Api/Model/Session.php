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
 * A session that was just opened.
 *
 * @phpstan-import-type UserShape from User
 * @phpstan-import-type AccountShape from Account
 * @phpstan-type SessionShape array{
 *   token: string,
 *   expires_at: string,
 *   user: UserShape,
 *   account: AccountShape,
 * }
 */
final class Session {

	/**
	 * The token; shown this once.
	 *
	 * @var string
	 */
	public string $token;

	/**
	 * When it ends at the latest.
	 *
	 * @var string
	 */
	public string $expires_at;

	/**
	 * A person.
	 *
	 * @var User
	 */
	public User $user;

	/**
	 * A tenant. Everything belongs to one account, and nobody sees another's.
	 *
	 * @var Account
	 */
	public Account $account;

	/**
	 * Makes one from its fields.
	 *
	 * @param string  $token      The token; shown this once.
	 * @param string  $expires_at When it ends at the latest.
	 * @param User    $user       A person.
	 * @param Account $account    A tenant. Everything belongs to one account, and nobody sees another's.
	 */
	public function __construct(
		string $token,
		string $expires_at,
		User $user,
		Account $account
	) {
		$this->token      = $token;
		$this->expires_at = $expires_at;
		$this->user       = $user;
		$this->account    = $account;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'token' ),
			Decode::string( $data, 'expires_at' ),
			Decode::object( $data, 'user', array( User::class, 'from_array' ) ),
			Decode::object( $data, 'account', array( Account::class, 'from_array' ) )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return SessionShape
	 */
	public function to_array(): array {
		return array(
			'token'      => $this->token,
			'expires_at' => $this->expires_at,
			'user'       => $this->user->to_array(),
			'account'    => $this->account->to_array(),
		);
	}
}
