<?php
/**
 * Whether the site's secrets can be read.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Health;

use Igny8\Bridge\Connection\ConnectionStore;
use Igny8\Bridge\Security\CannotOpen;
use Igny8\Bridge\Security\Vault;

/**
 * Can the API key and the signing secret still be read?
 */
final class KeyCheck implements Check {

	/**
	 * Remembers the connection.
	 *
	 * @var ConnectionStore
	 */
	private ConnectionStore $connections;

	/**
	 * Opens secrets.
	 *
	 * @var Vault
	 */
	private Vault $vault;

	/**
	 * Puts the parts together.
	 *
	 * @param ConnectionStore $connections Remembers the connection.
	 * @param Vault           $vault       Opens secrets.
	 */
	public function __construct( ConnectionStore $connections, Vault $vault ) {
		$this->connections = $connections;
		$this->vault       = $vault;
	}

	/**
	 * Looks.
	 */
	public function run(): Finding {
		$connection = $this->connections->get();
		$sealed     = array_filter( array( $connection->sealed_key, $connection->sealed_secret ), 'is_string' );
		try {
			array_map( array( $this->vault, 'open' ), $sealed );
		} catch ( CannotOpen $exception ) {
			$text = CannotOpen::KEY_CHANGED === $exception->getMessage()
				? __( 'The API key cannot be read: WordPress\'s security keys changed.', 'igny8-bridge' )
				: __( 'The API key cannot be read: it was damaged in the database.', 'igny8-bridge' );
			return new Finding( Finding::CRITICAL, __( 'The API key cannot be read', 'igny8-bridge' ), $text, __( 'Next in WordPress: Connect to IGNY8.', 'igny8-bridge' ) );
		}
		return array() === $sealed
			? new Finding( Finding::GOOD, __( 'No API key is stored', 'igny8-bridge' ), __( 'The site has no key: it is not connected.', 'igny8-bridge' ) )
			: new Finding( Finding::GOOD, __( 'The API key can be read', 'igny8-bridge' ), __( 'It is stored encrypted and opens with this site\'s security keys.', 'igny8-bridge' ) );
	}
}
