<?php
/**
 * Secrets at rest.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Security;

// phpcs:disable WordPress.Security.EscapeOutput.ExceptionNotEscaped -- an exception is no output; whoever shows its message escapes it.

/**
 * Seals secrets before they go into the database, so that a stolen database alone opens nothing: the key comes from
 * wp-config.php. A sealed secret reads `v1:{fingerprint of the key}:{base64 of nonce and box}`. The fingerprint tells a
 * key that changed from a text that was damaged. Opening never falls back to anything.
 */
final class Vault {

	private const VERSION = 'v1';

	/**
	 * What the key is made of; long and random.
	 *
	 * @var string
	 */
	private string $material;

	/**
	 * Takes what the key is made of.
	 *
	 * @param string $material The site's salts, or the constant IGNY8_ENCRYPTION_KEY.
	 */
	public function __construct( string $material ) {
		$this->material = $material;
	}

	/**
	 * Seals a secret.
	 *
	 * @param string $secret The secret.
	 */
	public function seal( string $secret ): string {
		$nonce = random_bytes( SODIUM_CRYPTO_SECRETBOX_NONCEBYTES );
		$box   = sodium_crypto_secretbox( $secret, $nonce, $this->key() );
		return implode( ':', array( self::VERSION, $this->fingerprint(), base64_encode( $nonce . $box ) ) );
	}

	/**
	 * Opens a sealed secret.
	 *
	 * @param string $sealed What seal() gave.
	 * @throws CannotOpen When the key is another one, or the text was damaged.
	 */
	public function open( string $sealed ): string {
		if ( ! $this->fits( $sealed ) ) {
			throw new CannotOpen( CannotOpen::KEY_CHANGED );
		}
		$bytes = base64_decode( explode( ':', $sealed )[2], true );
		if ( false === $bytes || strlen( $bytes ) < SODIUM_CRYPTO_SECRETBOX_NONCEBYTES + SODIUM_CRYPTO_SECRETBOX_MACBYTES ) {
			throw new CannotOpen( CannotOpen::DAMAGED );
		}
		$nonce  = substr( $bytes, 0, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES );
		$secret = sodium_crypto_secretbox_open( substr( $bytes, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES ), $nonce, $this->key() );
		if ( false === $secret ) {
			throw new CannotOpen( CannotOpen::DAMAGED );
		}
		return $secret;
	}

	/**
	 * Whether the key is the one that a secret was sealed with. Cheaper than opening it.
	 *
	 * @param string $sealed What seal() gave.
	 */
	public function fits( string $sealed ): bool {
		$parts = explode( ':', $sealed );
		return 3 === count( $parts ) && self::VERSION === $parts[0] && hash_equals( $this->fingerprint(), $parts[1] );
	}

	/**
	 * The key.
	 */
	private function key(): string {
		return sodium_crypto_generichash( 'igny8-bridge key', $this->hashed_material(), SODIUM_CRYPTO_SECRETBOX_KEYBYTES );
	}

	/**
	 * Names the key without telling it.
	 */
	private function fingerprint(): string {
		return bin2hex( sodium_crypto_generichash( 'igny8-bridge fingerprint', $this->hashed_material(), SODIUM_CRYPTO_GENERICHASH_BYTES_MIN ) );
	}

	/**
	 * The material in the length that a keyed hash takes.
	 */
	private function hashed_material(): string {
		return sodium_crypto_generichash( $this->material );
	}
}
