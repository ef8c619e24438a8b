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
 * A page of events.
 *
 * @phpstan-import-type AuditEventShape from AuditEvent
 * @phpstan-type AuditEventPageShape array{
 *   data: array<int, AuditEventShape>,
 *   next_cursor: string|null,
 * }
 */
final class AuditEventPage {

	/**
	 * The data.
	 *
	 * @var array<int, AuditEvent>
	 */
	public array $data;

	/**
	 * Ask with it for the next page; null on the last.
	 *
	 * @var string|null
	 */
	public ?string $next_cursor;

	/**
	 * Makes one from its fields.
	 *
	 * @param array<int, AuditEvent> $data        The data.
	 * @param string|null            $next_cursor Ask with it for the next page; null on the last.
	 */
	public function __construct(
		array $data,
		?string $next_cursor
	) {
		$this->data        = $data;
		$this->next_cursor = $next_cursor;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::list_of( $data, 'data', Decode::each_object( array( AuditEvent::class, 'from_array' ) ) ),
			Decode::string_or_null( $data, 'next_cursor' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return AuditEventPageShape
	 */
	public function to_array(): array {
		return array(
			'data'        => array_map( static fn( AuditEvent $item ): array => $item->to_array(), $this->data ),
			'next_cursor' => $this->next_cursor,
		);
	}
}
