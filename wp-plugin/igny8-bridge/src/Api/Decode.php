<?php
/**
 * Reads typed values out of decoded JSON.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Api;

// phpcs:disable WordPress.Security.EscapeOutput.ExceptionNotEscaped -- an exception is no output; whoever shows its message escapes it.

/**
 * What the generated value objects read their fields with. A field that is missing or of another type throws
 * MalformedAnswer: something other than IGNY8 answered.
 */
final class Decode {

	/**
	 * Reads a text.
	 *
	 * @param array<array-key, mixed> $data  The decoded object.
	 * @param string                  $field The field's name.
	 * @throws MalformedAnswer When it is not a text.
	 */
	public static function string( array $data, string $field ): string {
		$value = $data[ $field ] ?? null;
		if ( ! is_string( $value ) ) {
			throw new MalformedAnswer( $field, 'string' );
		}
		return $value;
	}

	/**
	 * Reads a text that may be missing or null.
	 *
	 * @param array<array-key, mixed> $data  The decoded object.
	 * @param string                  $field The field's name.
	 */
	public static function string_or_null( array $data, string $field ): ?string {
		return isset( $data[ $field ] ) ? self::string( $data, $field ) : null;
	}

	/**
	 * Reads a whole number.
	 *
	 * @param array<array-key, mixed> $data  The decoded object.
	 * @param string                  $field The field's name.
	 * @throws MalformedAnswer When it is not a whole number.
	 */
	public static function integer( array $data, string $field ): int {
		$value = $data[ $field ] ?? null;
		// JSON does not tell 1 from 1.0, PHP does.
		if ( is_float( $value ) && floor( $value ) === $value && abs( $value ) < 2 ** 53 ) {
			return (int) $value;
		}
		if ( ! is_int( $value ) ) {
			throw new MalformedAnswer( $field, 'integer' );
		}
		return $value;
	}

	/**
	 * Reads a whole number that may be missing or null.
	 *
	 * @param array<array-key, mixed> $data  The decoded object.
	 * @param string                  $field The field's name.
	 */
	public static function integer_or_null( array $data, string $field ): ?int {
		return isset( $data[ $field ] ) ? self::integer( $data, $field ) : null;
	}

	/**
	 * Reads true or false.
	 *
	 * @param array<array-key, mixed> $data  The decoded object.
	 * @param string                  $field The field's name.
	 * @throws MalformedAnswer When it is neither.
	 */
	public static function boolean( array $data, string $field ): bool {
		$value = $data[ $field ] ?? null;
		if ( ! is_bool( $value ) ) {
			throw new MalformedAnswer( $field, 'boolean' );
		}
		return $value;
	}

	/**
	 * Reads true or false that may be missing or null.
	 *
	 * @param array<array-key, mixed> $data  The decoded object.
	 * @param string                  $field The field's name.
	 */
	public static function boolean_or_null( array $data, string $field ): ?bool {
		return isset( $data[ $field ] ) ? self::boolean( $data, $field ) : null;
	}

	/**
	 * Reads an object.
	 *
	 * @template T of object
	 * @param array<array-key, mixed>              $data  The decoded object that holds it.
	 * @param string                               $field The field's name.
	 * @param callable(array<array-key, mixed>): T $read  Its `from_array`.
	 * @return T
	 * @throws MalformedAnswer When it is not an object.
	 */
	public static function object( array $data, string $field, callable $read ): object {
		$value = $data[ $field ] ?? null;
		if ( ! is_array( $value ) ) {
			throw new MalformedAnswer( $field, 'object' );
		}
		return $read( $value );
	}

	/**
	 * Reads an object that may be missing or null.
	 *
	 * @template T of object
	 * @param array<array-key, mixed>              $data  The decoded object that holds it.
	 * @param string                               $field The field's name.
	 * @param callable(array<array-key, mixed>): T $read  Its `from_array`.
	 * @return T|null
	 */
	public static function object_or_null( array $data, string $field, callable $read ): ?object {
		return isset( $data[ $field ] ) ? self::object( $data, $field, $read ) : null;
	}

	/**
	 * Reads a list.
	 *
	 * @template T
	 * @param array<array-key, mixed> $data  The decoded object that holds it.
	 * @param string                  $field The field's name.
	 * @param callable(mixed): T      $read  Reads one item.
	 * @return array<int, T>
	 * @throws MalformedAnswer When it is not a list.
	 */
	public static function list_of( array $data, string $field, callable $read ): array {
		return array_values( self::map_of( $data, $field, $read ) );
	}

	/**
	 * Reads a list that may be missing or null.
	 *
	 * @template T
	 * @param array<array-key, mixed> $data  The decoded object that holds it.
	 * @param string                  $field The field's name.
	 * @param callable(mixed): T      $read  Reads one item.
	 * @return array<int, T>|null
	 */
	public static function list_of_or_null( array $data, string $field, callable $read ): ?array {
		return isset( $data[ $field ] ) ? self::list_of( $data, $field, $read ) : null;
	}

	/**
	 * Reads a map by name.
	 *
	 * @template T
	 * @param array<array-key, mixed> $data  The decoded object that holds it.
	 * @param string                  $field The field's name.
	 * @param callable(mixed): T      $read  Reads one value.
	 * @return array<string, T>
	 * @throws MalformedAnswer When it is not a map.
	 */
	public static function map_of( array $data, string $field, callable $read ): array {
		$value = $data[ $field ] ?? null;
		if ( ! is_array( $value ) ) {
			throw new MalformedAnswer( $field, 'map' );
		}
		$map = array();
		foreach ( $value as $key => $item ) {
			$map[ (string) $key ] = $read( $item );
		}
		return $map;
	}

	/**
	 * Reads a map by name that may be missing or null.
	 *
	 * @template T
	 * @param array<array-key, mixed> $data  The decoded object that holds it.
	 * @param string                  $field The field's name.
	 * @param callable(mixed): T      $read  Reads one value.
	 * @return array<string, T>|null
	 */
	public static function map_of_or_null( array $data, string $field, callable $read ): ?array {
		return isset( $data[ $field ] ) ? self::map_of( $data, $field, $read ) : null;
	}

	/**
	 * Reads the items of a list or map that are objects.
	 *
	 * @template T of object
	 * @param callable(array<array-key, mixed>): T $read Their `from_array`.
	 * @return callable(mixed): T
	 */
	public static function each_object( callable $read ): callable {
		return static function ( $item ) use ( $read ): object {
			return self::object( array( 'item' => $item ), 'item', $read );
		};
	}

	/**
	 * Reads the items of a list or map that are texts.
	 *
	 * @return callable(mixed): string
	 */
	public static function each_string(): callable {
		return static function ( $item ): string {
			return self::string( array( 'item' => $item ), 'item' );
		};
	}

	/**
	 * Takes the items of a list or map as they are.
	 *
	 * @return callable(mixed): mixed
	 */
	public static function each_any(): callable {
		return static function ( $item ) {
			return $item;
		};
	}

	/**
	 * Reads the items of a list or map that are whole numbers.
	 *
	 * @return callable(mixed): int
	 */
	public static function each_integer(): callable {
		return static function ( $item ): int {
			return self::integer( array( 'item' => $item ), 'item' );
		};
	}

	/**
	 * Which fields are there and null.
	 *
	 * @template T of string
	 * @param array<array-key, mixed> $data   The decoded object.
	 * @param array<int, T>           $fields Names of fields.
	 * @return array<int, T>
	 */
	public static function nulls( array $data, array $fields ): array {
		return array_values( array_filter( $fields, static fn( string $field ): bool => array_key_exists( $field, $data ) && null === $data[ $field ] ) );
	}
}
