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
 * What went wrong (RFC 9457).
 *
 * @phpstan-import-type FieldErrorShape from FieldError
 * @phpstan-type ProblemShape array{
 *   type: string,
 *   title: string,
 *   status: int,
 *   detail: string,
 *   instance: string,
 *   code: string,
 *   request_id: string,
 *   errors?: array<int, FieldErrorShape>,
 *   reason?: string,
 *   required_scope?: string,
 *   existing_id?: string,
 * }
 */
final class Problem {

	/**
	 * The page that explains this code.
	 *
	 * @var string
	 */
	public string $type;

	/**
	 * The code in words; the same for every problem of this code.
	 *
	 * @var string
	 */
	public string $title;

	/**
	 * The HTTP status.
	 *
	 * @var int
	 */
	public int $status;

	/**
	 * What happened, why, and what to do.
	 *
	 * @var string
	 */
	public string $detail;

	/**
	 * The path that was asked.
	 *
	 * @var string
	 */
	public string $instance;

	/**
	 * Names a problem for programs. Codes are added, never changed or removed.
	 *
	 * @var string
	 */
	public string $code;

	/**
	 * The id of this request.
	 *
	 * @var string
	 */
	public string $request_id;

	/**
	 * With `validation_failed`, each field that is not valid (the first 20).
	 *
	 * @var array<int, FieldError>|null
	 */
	public ?array $errors;

	/**
	 * With `unauthenticated`, what is wrong with the key or session.
	 *
	 * @var string|null
	 */
	public ?string $reason;

	/**
	 * With `scope_missing`, the scope that is needed.
	 *
	 * @var string|null
	 */
	public ?string $required_scope;

	/**
	 * With `site_exists`, the site that has the home URL.
	 *
	 * @var string|null
	 */
	public ?string $existing_id;

	/**
	 * Makes one from its fields. A null for a field that may be left out leaves it out.
	 *
	 * @param string                      $type           The page that explains this code.
	 * @param string                      $title          The code in words; the same for every problem of this code.
	 * @param int                         $status         The HTTP status.
	 * @param string                      $detail         What happened, why, and what to do.
	 * @param string                      $instance       The path that was asked.
	 * @param string                      $code           Names a problem for programs. Codes are added, never changed or removed.
	 * @param string                      $request_id     The id of this request.
	 * @param array<int, FieldError>|null $errors         With `validation_failed`, each field that is not valid (the first 20).
	 * @param string|null                 $reason         With `unauthenticated`, what is wrong with the key or session.
	 * @param string|null                 $required_scope With `scope_missing`, the scope that is needed.
	 * @param string|null                 $existing_id    With `site_exists`, the site that has the home URL.
	 */
	public function __construct(
		string $type,
		string $title,
		int $status,
		string $detail,
		string $instance,
		string $code,
		string $request_id,
		?array $errors = null,
		?string $reason = null,
		?string $required_scope = null,
		?string $existing_id = null
	) {
		$this->type           = $type;
		$this->title          = $title;
		$this->status         = $status;
		$this->detail         = $detail;
		$this->instance       = $instance;
		$this->code           = $code;
		$this->request_id     = $request_id;
		$this->errors         = $errors;
		$this->reason         = $reason;
		$this->required_scope = $required_scope;
		$this->existing_id    = $existing_id;
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
			Decode::string( $data, 'type' ),
			Decode::string( $data, 'title' ),
			Decode::integer( $data, 'status' ),
			Decode::string( $data, 'detail' ),
			Decode::string( $data, 'instance' ),
			Decode::string( $data, 'code' ),
			Decode::string( $data, 'request_id' ),
			Decode::list_of_or_null( $data, 'errors', Decode::each_object( array( FieldError::class, 'from_array' ) ) ),
			Decode::string_or_null( $data, 'reason' ),
			Decode::string_or_null( $data, 'required_scope' ),
			Decode::string_or_null( $data, 'existing_id' )
		);
	}

	/**
	 * The same as an array, as JSON has it. What was left out stays out.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return ProblemShape
	 */
	public function to_array(): array {
		$data = array(
			'type'       => $this->type,
			'title'      => $this->title,
			'status'     => $this->status,
			'detail'     => $this->detail,
			'instance'   => $this->instance,
			'code'       => $this->code,
			'request_id' => $this->request_id,
		);
		if ( null !== $this->errors ) {
			$data['errors'] = array_map( static fn( FieldError $item ): array => $item->to_array(), $this->errors );
		}
		if ( null !== $this->reason ) {
			$data['reason'] = $this->reason;
		}
		if ( null !== $this->required_scope ) {
			$data['required_scope'] = $this->required_scope;
		}
		if ( null !== $this->existing_id ) {
			$data['existing_id'] = $this->existing_id;
		}
		return $data;
	}
}
