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
 * What is kept of a content type.
 *
 * @phpstan-type ContentTypeSettingShape array{
 *   enabled: bool,
 *   fetch_limit: int|null,
 *   include_private: bool,
 * }
 */
final class ContentTypeSetting {

	/**
	 * Whether it is synced.
	 *
	 * @var bool
	 */
	public bool $enabled;

	/**
	 * The most items that are kept, newest first; null for all.
	 *
	 * @var int|null
	 */
	public ?int $fetch_limit;

	/**
	 * Whether private and password-protected items are synced too.
	 *
	 * @var bool
	 */
	public bool $include_private;

	/**
	 * Makes one from its fields.
	 *
	 * @param bool     $enabled         Whether it is synced.
	 * @param int|null $fetch_limit     The most items that are kept, newest first; null for all.
	 * @param bool     $include_private Whether private and password-protected items are synced too.
	 */
	public function __construct(
		bool $enabled,
		?int $fetch_limit,
		bool $include_private
	) {
		$this->enabled         = $enabled;
		$this->fetch_limit     = $fetch_limit;
		$this->include_private = $include_private;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::boolean( $data, 'enabled' ),
			Decode::integer_or_null( $data, 'fetch_limit' ),
			Decode::boolean( $data, 'include_private' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return ContentTypeSettingShape
	 */
	public function to_array(): array {
		return array(
			'enabled'         => $this->enabled,
			'fetch_limit'     => $this->fetch_limit,
			'include_private' => $this->include_private,
		);
	}
}
