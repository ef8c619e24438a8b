<?php
/**
 * What is stored of a person.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Privacy;

use Igny8\Bridge\Admin\Causes;
use Igny8\Bridge\Connect\Progress;
use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\ConnectionStore;
use Igny8\Bridge\Log\Entry;
use Igny8\Bridge\Log\LogSearch;
use Igny8\Bridge\Wp\CannotStore;

/**
 * Answers WordPress's tools "Export Personal Data" and "Erase Personal Data": the e-mail address of the account, who connected
 * and disconnected, how this user's last attempt to connect went, lines of the log that hold the address.
 */
final class PersonalData {

	private const GROUP = 'igny8-bridge';

	/**
	 * Remembers the connection.
	 *
	 * @var ConnectionStore
	 */
	private ConnectionStore $connections;

	/**
	 * How the last attempts to connect went.
	 *
	 * @var Progress
	 */
	private Progress $progress;

	/**
	 * Finds lines of the log.
	 *
	 * @var LogSearch
	 */
	private LogSearch $search;

	/**
	 * Puts the parts together.
	 *
	 * @param ConnectionStore $connections Remembers the connection.
	 * @param Progress        $progress    How the last attempts to connect went.
	 * @param LogSearch       $search      Finds lines of the log.
	 */
	public function __construct( ConnectionStore $connections, Progress $progress, LogSearch $search ) {
		$this->connections = $connections;
		$this->progress    = $progress;
		$this->search      = $search;
	}

	/**
	 * Everything that is stored of a person, in one page.
	 *
	 * @param string $email The person's e-mail address.
	 * @return array{data: array<int, array<string, mixed>>, done: true}
	 */
	public function export( string $email ): array {
		$connection = $this->connections->get();
		$user       = self::user( $email );
		$fields     = array();
		if ( self::is_of( $connection, $email ) ) {
			$fields[ __( 'E-mail address of the IGNY8 account', 'igny8-bridge' ) ] = (string) $connection->email;
		}
		if ( null !== $user && $user === $connection->connected_by ) {
			$fields[ __( 'Connected the site', 'igny8-bridge' ) ] = gmdate( 'c', (int) $connection->connected_at );
		}
		if ( null !== $user && $user === $connection->disconnected_by ) {
			$fields[ __( 'Disconnected the site', 'igny8-bridge' ) ] = gmdate( 'c', (int) $connection->disconnected_at );
		}
		$status = null === $user ? null : $this->progress->of( $user )['status'] ?? null;
		if ( is_string( $status ) ) {
			$fields[ __( 'Last attempt to connect the site', 'igny8-bridge' ) ] = $status;
		}
		$items = array() === $fields ? array() : array( self::item( 'igny8-connection', $fields ) );
		foreach ( '' === $email ? array() : $this->search->about( $email ) as $index => $entry ) {
			$items[] = self::item( "igny8-log-$index", self::line( $entry ) );
		}
		return array(
			'data' => $items,
			'done' => true,
		);
	}

	/**
	 * Removes what is stored of a person. Who connected a site that is still connected stays: changes from IGNY8 are made as
	 * that user.
	 *
	 * @param string $email The person's e-mail address.
	 * @return array{items_removed: bool, items_retained: bool, messages: array<int, string>, done: true}
	 */
	public function erase( string $email ): array {
		try {
			return $this->remove( $email );
		} catch ( CannotStore $refused ) {
			return array(
				'items_removed'  => false,
				'items_retained' => true,
				'messages'       => array( Causes::not_stored() ),
				'done'           => true,
			);
		}
	}

	/**
	 * Removes it, where the database takes that.
	 *
	 * @param string $email The person's e-mail address.
	 * @return array{items_removed: bool, items_retained: bool, messages: array<int, string>, done: true}
	 * @throws CannotStore When it does not.
	 */
	private function remove( string $email ): array {
		$user     = self::user( $email );
		$removed  = '' !== $email && $this->search->forget( $email ) > 0;
		$removed  = ( null !== $user && $this->progress->forget( $user ) ) || $removed;
		$retained = false;
		$found    = false;
		if ( $this->is_mentioned( $this->connections->get(), $email, $user ) ) {
			$this->connections->change(
				static function ( Connection $connection ) use ( $email, $user, &$found, &$retained ): void {
					$found    = false;
					$retained = null !== $user && $user === $connection->connected_by && null !== $connection->sealed_key;
					if ( self::is_of( $connection, $email ) ) {
						$connection->email = null;
						$found             = true;
					}
					if ( null !== $user && $user === $connection->connected_by && ! $retained ) {
						$connection->connected_by = null;
						$found                    = true;
					}
					if ( null !== $user && $user === $connection->disconnected_by ) {
						$connection->disconnected_by = null;
						$found                       = true;
					}
				}
			);
		}
		return array(
			'items_removed'  => $removed || $found,
			'items_retained' => $retained,
			'messages'       => $retained ? array( __( 'IGNY8 Bridge keeps which user connected this site, because changes from IGNY8 are made as that user. Disconnect the site, or let somebody else connect it, and erase again.', 'igny8-bridge' ) ) : array(),
			'done'           => true,
		);
	}

	/**
	 * Whether the connection mentions a person.
	 *
	 * @param Connection $connection The connection.
	 * @param string     $email      The person's e-mail address.
	 * @param int|null   $user       The person's WordPress user.
	 */
	private function is_mentioned( Connection $connection, string $email, ?int $user ): bool {
		return self::is_of( $connection, $email ) || ( null !== $user && in_array( $user, array( $connection->connected_by, $connection->disconnected_by ), true ) );
	}

	/**
	 * Whether the account's address is this one.
	 *
	 * @param Connection $connection The connection.
	 * @param string     $email      The address.
	 */
	private static function is_of( Connection $connection, string $email ): bool {
		return '' !== $email && 0 === strcasecmp( (string) $connection->email, $email );
	}

	/**
	 * The WordPress user with an e-mail address.
	 *
	 * @param string $email The address.
	 */
	private static function user( string $email ): ?int {
		$user = get_user_by( 'email', $email );
		return false === $user ? null : $user->ID;
	}

	/**
	 * A line of the log as it is exported.
	 *
	 * @param Entry $entry The line.
	 * @return array<string, string>
	 */
	private static function line( Entry $entry ): array {
		return array(
			__( 'Time', 'igny8-bridge' )          => gmdate( 'c', $entry->at ),
			__( 'What happened', 'igny8-bridge' ) => $entry->message,
		);
	}

	/**
	 * An item as the export has it.
	 *
	 * @param string                $id     Its name.
	 * @param array<string, string> $fields Its fields.
	 * @return array<string, mixed>
	 */
	private static function item( string $id, array $fields ): array {
		$data = array();
		foreach ( $fields as $name => $value ) {
			$data[] = compact( 'name', 'value' );
		}
		return array(
			'group_id'    => self::GROUP,
			'group_label' => __( 'IGNY8 Bridge', 'igny8-bridge' ),
			'item_id'     => $id,
			'data'        => $data,
		);
	}
}
