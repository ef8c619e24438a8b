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
 * Names a content type.
 *
 * @phpstan-type ContentTypeRefShape array{
 *   kind: string,
 *   name: string,
 *   label: string,
 *   count: int,
 * }
 */
final class ContentTypeRef {

	/**
	 * The two kinds of content types.
	 *
	 * @var string
	 */
	public string $kind;

	/**
	 * The name.
	 *
	 * @var string
	 */
	public string $name;

	/**
	 * The label.
	 *
	 * @var string
	 */
	public string $label;

	/**
	 * A number of items.
	 *
	 * @var int
	 */
	public int $count;

	/**
	 * Makes one from its fields.
	 *
	 * @param string $kind  The two kinds of content types.
	 * @param string $name  The name.
	 * @param string $label The label.
	 * @param int    $count A number of items.
	 */
	public function __construct(
		string $kind,
		string $name,
		string $label,
		int $count
	) {
		$this->kind  = $kind;
		$this->name  = $name;
		$this->label = $label;
		$this->count = $count;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'kind' ),
			Decode::string( $data, 'name' ),
			Decode::string( $data, 'label' ),
			Decode::integer( $data, 'count' )
		);
	}

	/**
	 * The same as an array, as JSON has it.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return ContentTypeRefShape
	 */
	public function to_array(): array {
		return array(
			'kind'  => $this->kind,
			'name'  => $this->name,
			'label' => $this->label,
			'count' => $this->count,
		);
	}
}
