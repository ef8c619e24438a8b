<?php
/**
 * An answer that is not as the contract has it.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Api;

/**
 * Thrown when a field of an answer is missing or of another type: something other than IGNY8 answered.
 */
final class MalformedAnswer extends ApiException {

	/**
	 * Names the field.
	 *
	 * @param string $field    The field.
	 * @param string $expected The type that the contract gives it.
	 */
	public function __construct( string $field, string $expected ) {
		parent::__construct( self::NOT_IGNY8, sprintf( 'The answer is not one of IGNY8: "%s" is not of type %s.', $field, $expected ) );
	}
}
