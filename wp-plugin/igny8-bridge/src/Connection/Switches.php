<?php
/**
 * The two switches.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Connection;

use Igny8\Bridge\Wp\Options;

/**
 * "Enable Sync Operations" and "Enable Two-Way Sync", and what IGNY8 was last told of them.
 */
final class Switches {

	public const OPTION = 'igny8_bridge_switches';

	/**
	 * Where they are kept.
	 *
	 * @var Options
	 */
	private Options $options;

	/**
	 * Uses a place to keep them.
	 *
	 * @param Options $options Where they are kept.
	 */
	public function __construct( Options $options ) {
		$this->options = $options;
	}

	/**
	 * Whether anything may be sent. On until somebody turns it off.
	 */
	public function sync(): bool {
		return $this->flag( 'sync', true );
	}

	/**
	 * Whether changes from IGNY8 may be made here. Off until the owner turns it on.
	 */
	public function two_way(): bool {
		return $this->flag( 'two_way', false );
	}

	/**
	 * Whether IGNY8 knows how they stand.
	 */
	public function are_told(): bool {
		return $this->flag( 'told', false );
	}

	/**
	 * Turns them.
	 *
	 * @param bool $sync    Enable Sync Operations.
	 * @param bool $two_way Enable Two-Way Sync.
	 */
	public function turn( bool $sync, bool $two_way ): void {
		$this->options->write( self::OPTION, $this->encode( $sync, $two_way, false ) );
	}

	/**
	 * IGNY8 was told. When they were turned again meanwhile, it does not know yet.
	 *
	 * @param bool $sync    What it was told of Enable Sync Operations.
	 * @param bool $two_way What it was told of Enable Two-Way Sync.
	 */
	public function told( bool $sync, bool $two_way ): void {
		$stored = $this->options->read( self::OPTION );
		if ( ! $this->are_told() && $this->sync() === $sync && $this->two_way() === $two_way ) {
			$this->options->swap( self::OPTION, $stored, $this->encode( $sync, $two_way, true ) );
		}
	}

	/**
	 * Whoever is connected from now on was told nothing yet.
	 */
	public function forget_told(): void {
		$stored = $this->options->read( self::OPTION );
		if ( $this->are_told() ) {
			$this->options->swap( self::OPTION, $stored, $this->encode( $this->sync(), $this->two_way(), false ) );
		}
	}

	/**
	 * As they are stored.
	 *
	 * @param bool $sync    Enable Sync Operations.
	 * @param bool $two_way Enable Two-Way Sync.
	 * @param bool $told    Whether IGNY8 knows.
	 */
	private function encode( bool $sync, bool $two_way, bool $told ): string {
		return (string) json_encode( compact( 'sync', 'two_way', 'told' ) );
	}

	/**
	 * Reads one.
	 *
	 * @param string $name    Its name.
	 * @param bool   $default What it is as long as nobody turned it.
	 */
	private function flag( string $name, bool $default ): bool {
		$data = json_decode( (string) $this->options->read( self::OPTION ), true );
		$flag = is_array( $data ) ? $data[ $name ] ?? null : null;
		return is_bool( $flag ) ? $flag : $default;
	}
}
