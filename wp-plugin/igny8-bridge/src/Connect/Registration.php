<?php
/**
 * Registers the site with IGNY8.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Connect;

use Igny8\Bridge\Api\ApiException;
use Igny8\Bridge\Api\Client;
use Igny8\Bridge\Api\Clients;
use Igny8\Bridge\Api\Model\ConnectRequest;
use Igny8\Bridge\Api\Model\ConnectResult;
use Igny8\Bridge\Api\Model\Integration;
use Igny8\Bridge\Api\Model\IntegrationCreate;
use Igny8\Bridge\Api\Model\LoginRequest;
use Igny8\Bridge\Api\Model\Session;
use Igny8\Bridge\Api\Model\Site;
use Igny8\Bridge\Api\Model\Versions;
use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\ConnectionStore;
use Igny8\Bridge\Connection\Identity;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Security\CannotOpen;
use Igny8\Bridge\Security\Vault;
use Igny8\Bridge\Sync\Schedule;
use Igny8\Bridge\Wp\Clock;

// phpcs:disable WordPress.Security.EscapeOutput.ExceptionNotEscaped -- an exception is no output; whoever shows its message escapes it.

/**
 * Signs in, checks the key, finds the site, and exchanges all that for a key of the site's own. The session lives in
 * memory and is ended at once; the key that was typed is only ever shown to IGNY8.
 */
final class Registration {

	/**
	 * Makes clients of the API.
	 *
	 * @var Clients
	 */
	private Clients $clients;

	/**
	 * Remembers the connection.
	 *
	 * @var ConnectionStore
	 */
	private ConnectionStore $connections;

	/**
	 * Who this site is.
	 *
	 * @var Identity
	 */
	private Identity $identity;

	/**
	 * Seals the site's key.
	 *
	 * @var Vault
	 */
	private Vault $vault;

	/**
	 * Sends the structure should PHP be stopped.
	 *
	 * @var Schedule
	 */
	private Schedule $schedule;

	/**
	 * Tells the time.
	 *
	 * @var Clock
	 */
	private Clock $clock;

	/**
	 * The API key of wp-config.php, which wins over what was typed; empty when it says none.
	 *
	 * @var string
	 */
	private string $fixed_key;

	/**
	 * Puts the parts together.
	 *
	 * @param Clients         $clients     Makes clients of the API.
	 * @param ConnectionStore $connections Remembers the connection.
	 * @param Identity        $identity    Who this site is.
	 * @param Vault           $vault       Seals the site's key.
	 * @param Schedule        $schedule    Sends the structure should PHP be stopped.
	 * @param Clock           $clock       Tells the time.
	 * @param string          $fixed_key   The API key of wp-config.php; empty when it says none.
	 */
	public function __construct( Clients $clients, ConnectionStore $connections, Identity $identity, Vault $vault, Schedule $schedule, Clock $clock, string $fixed_key ) {
		$this->clients     = $clients;
		$this->connections = $connections;
		$this->identity    = $identity;
		$this->vault       = $vault;
		$this->schedule    = $schedule;
		$this->clock       = $clock;
		$this->fixed_key   = $fixed_key;
	}

	/**
	 * Registers the site.
	 *
	 * @param Credentials            $credentials What was typed.
	 * @param int                    $user        The WordPress user who pressed the button.
	 * @param callable(string): void $enter       Is told each step as it begins, and again before each further request of it.
	 * @throws ConnectFailure When it cannot be, and what to do about it is known.
	 * @throws ApiException When a request failed.
	 */
	public function register( Credentials $credentials, int $user, callable $enter ): void {
		$enter( Step::PASSWORD );
		$session = $this->sign_in( $credentials );
		$client  = $this->clients->with( $session->token );
		try {
			$enter( Step::API_KEY );
			$this->check_key( $this->key( $credentials ), $session );
			$enter( Step::SITE );
			$site = $this->find_site( $client );
			$enter( Step::REGISTER );
			$integration = $this->find_integration( $client, $site, $enter );
			$enter( Step::REGISTER );
			$introduction = $this->introduction();
			$before       = $this->connections->get();
			$this->remember( $client->connect_integration( $integration->id, $introduction ), $introduction->attempt_id, $credentials->email, $user );
			if ( null !== $before->sealed_key && $before->integration_id !== $integration->id ) {
				$enter( Step::REGISTER );
				$this->leave( $before );
			}
			$enter( Step::READ );
		} finally {
			$this->sign_out( $client );
		}
	}

	/**
	 * Signs in.
	 *
	 * @param Credentials $credentials What was typed.
	 * @throws ConnectFailure When e-mail or password is wrong.
	 * @throws ApiException When the request failed.
	 */
	private function sign_in( Credentials $credentials ): Session {
		try {
			return $this->clients->anonymous()->login( new LoginRequest( $credentials->email, $credentials->password ) );
		} catch ( ApiException $exception ) {
			if ( in_array( $exception->reason(), array( 'credentials_invalid', 'validation_failed' ), true ) ) {
				throw new ConnectFailure( ConnectFailure::WRONG_CREDENTIALS, $exception->getMessage(), $exception->request_id() );
			}
			throw $exception;
		}
	}

	/**
	 * The key to check: that of wp-config.php, the one that was typed, or the one that the site has.
	 *
	 * @param Credentials $credentials What was typed.
	 * @throws ConnectFailure When there is none that could be sent.
	 */
	private function key( Credentials $credentials ): string {
		$key = '' === $this->fixed_key ? $credentials->api_key : $this->fixed_key;
		if ( '' === $key ) {
			try {
				$key = $this->vault->open( (string) $this->connections->get()->sealed_key );
			} catch ( CannotOpen $exception ) {
				throw new ConnectFailure( ConnectFailure::WRONG_KEY, $exception->getMessage() );
			}
		}
		// It becomes a header: nothing but visible ASCII may go there.
		if ( 1 !== preg_match( '/^[\x21-\x7E]{1,200}$/D', $key ) ) {
			throw new ConnectFailure( ConnectFailure::WRONG_KEY );
		}
		return $key;
	}

	/**
	 * Checks that the key works and is of the account that signed in.
	 *
	 * @param string  $key     The key.
	 * @param Session $session The session.
	 * @throws ConnectFailure When it is not.
	 * @throws ApiException When the request failed.
	 */
	private function check_key( string $key, Session $session ): void {
		try {
			$me = $this->clients->with( $key )->get_me();
		} catch ( ApiException $exception ) {
			// A 401 of something on the way says nothing of the key.
			if ( 401 === $exception->status() && ApiException::NOT_IGNY8 !== $exception->reason() ) {
				throw new ConnectFailure( ConnectFailure::WRONG_KEY, $exception->getMessage(), $exception->request_id() );
			}
			throw $exception;
		}
		// A session's token pasted as a key signs in as well, but it is no key.
		if ( null === $me->api_key || $me->account->id !== $session->account->id ) {
			throw new ConnectFailure( ConnectFailure::WRONG_KEY );
		}
	}

	/**
	 * Finds this site in the account.
	 *
	 * @param Client $client Whoever signed in.
	 * @throws ConnectFailure When the account does not have it.
	 * @throws ApiException When the request failed.
	 */
	private function find_site( Client $client ): Site {
		$sites = $client->list_sites( $this->identity->home_url() )->data;
		if ( array() === $sites ) {
			throw new ConnectFailure( ConnectFailure::UNKNOWN_SITE, $this->identity->home_url() );
		}
		return $sites[0];
	}

	/**
	 * Finds the integration of the site, or makes a temporary one, which the first structure makes permanent.
	 *
	 * @param Client                 $client Whoever signed in.
	 * @param Site                   $site   The site.
	 * @param callable(string): void $enter  Is told before a further request.
	 * @throws ApiException When a request failed.
	 */
	private function find_integration( Client $client, Site $site, callable $enter ): Integration {
		$integrations = $client->list_integrations( $site->id )->data;
		if ( array() !== $integrations ) {
			return $integrations[0];
		}
		$enter( Step::REGISTER );
		return $client->create_integration( new IntegrationCreate( $site->id, 'wordpress', true ) );
	}

	/**
	 * What the site says of itself.
	 */
	private function introduction(): ConnectRequest {
		$connection = $this->connections->get();
		return new ConnectRequest(
			(string) $connection->attempt_id,
			$connection->site_uuid,
			$this->identity->home_url(),
			get_rest_url(),
			$this->identity->environment_type(),
			new Versions( get_bloginfo( 'version' ), PHP_VERSION, IGNY8_BRIDGE_VERSION )
		);
	}

	/**
	 * Stores the site's key and secret together with the new state: one write, so that there is no half of it.
	 *
	 * @param ConnectResult $result  What IGNY8 gave.
	 * @param string        $attempt Which attempt it gave that to.
	 * @param string        $email   The e-mail address that signed in.
	 * @param int           $user    The WordPress user who pressed the button.
	 * @throws ConnectFailure When the attempt was ended meanwhile.
	 */
	private function remember( ConnectResult $result, string $attempt, string $email, int $user ): void {
		$sealed_key    = $this->vault->seal( $result->api_key );
		$sealed_secret = $this->vault->seal( $result->signing_secret );
		$home          = $this->identity->home_url();
		$environment   = $this->identity->environment_type();
		$now           = $this->clock->now();
		$next_try      = $this->schedule->follow_up();
		$connection    = $this->connections->change(
			static function ( Connection $connection ) use ( $result, $attempt, $email, $user, $sealed_key, $sealed_secret, $home, $environment, $now, $next_try ): void {
				if ( $connection->attempt_id !== $attempt ) {
					return;
				}
				// An attempt that waited longer than its lease may have been given up, but it is still the same.
				$connection->apply( State::CONNECT_STARTED );
				$connection->apply( State::REGISTERED );
				$connection->clear_trouble();
				$connection->accept( $home, $environment );
				$connection->registration         = $attempt;
				$connection->attempt_id           = null;
				$connection->authenticating_until = null;
				$connection->email                = $email;
				$connection->integration_id       = $result->integration->id;
				$connection->site_id              = $result->integration->site_id;
				$connection->sealed_key           = $sealed_key;
				$connection->key_hint             = substr( $result->api_key, 0, 13 );
				$connection->sealed_secret        = $sealed_secret;
				$connection->connected_by         = $user;
				$connection->connected_at         = $now;
				$connection->last_sync            = null;
				$connection->next_try             = $next_try;
				$connection->disconnected_at      = null;
				$connection->disconnected_by      = null;
			}
		);
		if ( $connection->sealed_key !== $sealed_key ) {
			$this->give_back( $result, $connection );
			throw new ConnectFailure( ConnectFailure::BUSY );
		}
		$this->schedule->ensure( $connection );
	}

	/**
	 * Tells IGNY8 that nobody will use what it gave, unless somebody here is connected or connecting again.
	 *
	 * @param ConnectResult $result     What IGNY8 gave.
	 * @param Connection    $connection The connection as it is now.
	 */
	private function give_back( ConnectResult $result, Connection $connection ): void {
		if ( null !== $connection->sealed_key || null !== $connection->attempt_id ) {
			return;
		}
		$this->end( $result->api_key, $result->integration->id );
	}

	/**
	 * The site belongs to another integration now, of another account perhaps: the one that it had would wait for it for ever.
	 * A copy has nothing to end: what it had is the original's.
	 *
	 * @param Connection $before The connection as it was.
	 */
	private function leave( Connection $before ): void {
		if ( State::SAFE_MODE === $before->before || null !== $this->identity->difference( $before ) ) {
			return;
		}
		try {
			$this->end( $this->vault->open( (string) $before->sealed_key ), (string) $before->integration_id );
		} catch ( CannotOpen $exception ) {
			return;
		}
	}

	/**
	 * Tells IGNY8 that a connection is over. If that fails, IGNY8 shows by itself that the site is not heard of any more.
	 *
	 * @param string $key         The key of that connection.
	 * @param string $integration The integration.
	 */
	private function end( string $key, string $integration ): void {
		try {
			$this->clients->with( $key )->disconnect_integration( $integration );
		} catch ( ApiException $exception ) {
			return;
		}
	}

	/**
	 * Ends the session. If that fails it ends by itself.
	 *
	 * @param Client $client Whoever signed in.
	 */
	private function sign_out( Client $client ): void {
		try {
			$client->logout();
		} catch ( ApiException $exception ) {
			return;
		}
	}
}
