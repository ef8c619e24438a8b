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
 * The caller. Either `user` or `api_key` is set.
 *
 * @phpstan-import-type AccountShape from Account
 * @phpstan-import-type UserShape from User
 * @phpstan-import-type ApiKeyShape from ApiKey
 * @phpstan-type MeShape array{
 *   account: AccountShape,
 *   user: UserShape|null,
 *   api_key: ApiKeyShape|null,
 *   scopes: array<int, string>,
 * }
 */
final class Me {

	/**
	 * A tenant. Everything belongs to one account, and nobody sees another's.
	 *
	 * @var Account
	 */
	public Account $account;

	/**
	 * The person, when a session was sent.
	 *
	 * @var User|null
	 */
	public ?User $user;

	/**
	 * The key, when one was sent.
	 *
	 * @var ApiKey|null
	 */
	public ?ApiKey $api_key;

	/**
	 * What the caller may do.
	 *
	 * @var array<int, string>
	 */
	public array $scopes;

	/**
	 * Makes one from its fields.
	 *
	 * @param Account            $account A tenant. Everything belongs to one account, and nobody sees another's.
	 * @param User|null          $user    The person, when a session was sent.
	 * @param ApiKey|null        $api_key The key, when one was sent.
	 * @param array<int, string> $scopes  What the caller may do.
	 */
	public function __construct(
		Account $account,
		?User $user,
		?ApiKey $api_key,
		array $scopes
	) {
		$this->account = $account;
		$this->user    = $user;
		$this->api_key = $api_key;
		$this->scopes  = $scopes;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::object( $data, 'account', array( Account::class, 'from_array' ) ),
			Decode::object_or_null( $data, 'user', array( User::class, 'from_array' ) ),
			Decode::object_or_null( $data, 'api_key', array( ApiKey::class, 'from_array' ) ),
			Decode::list_of( $data, 'scopes', Decode::each_string() )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return MeShape
	 */
	public function to_array(): array {
		return array(
			'account' => $this->account->to_array(),
			'user'    => null === $this->user ? null : $this->user->to_array(),
			'api_key' => null === $this->api_key ? null : $this->api_key->to_array(),
			'scopes'  => $this->scopes,
		);
	}
}
