<?php
/**
 * IGNY8, as far as the plugin can tell.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Support;

use Igny8\Bridge\Connection\HomeUrl;
use WP_Error;

/**
 * Answers the plugin's requests as the contract says, from inside WordPress (`pre_http_request`), and can be told to fail.
 * The one stand-in for IGNY8 in these tests; the project's end-to-end tests have the real one.
 */
final class FakeBackend {

	public const EMAIL    = 'dev@igny8.com';
	public const PASSWORD = 'right password';
	public const KEY      = 'igny8_account0key0account0key0account0key00';

	public const INTEGRATION = '019aa5e2-7c3b-7d7e-9a41-0c5d8e7f6a21';
	public const SITE        = '019aa5e2-7c3b-7d7e-9a41-0c5d8e7f6a22';

	/**
	 * The requests, in order: "POST /auth/login/".
	 *
	 * @var array<int, string>
	 */
	public array $requests = array();

	/**
	 * What was sent with each request: url, headers, body.
	 *
	 * @var array<int, array{url: string, headers: array<string, string>, body: array<string, mixed>, args: array<string, mixed>}>
	 */
	public array $sent = array();

	/**
	 * The home URL of the account's site; null when it has none.
	 *
	 * @var string|null
	 */
	public ?string $home_url;

	/**
	 * Whether the site has an integration.
	 *
	 * @var bool
	 */
	public bool $has_integration = false;

	/**
	 * The status of the integration.
	 *
	 * @var string
	 */
	public string $status = 'not_connected';

	/**
	 * The site's keys that work.
	 *
	 * @var array<int, string>
	 */
	public array $site_keys = array();

	/**
	 * Who was given each key that was not used yet: site_uuid, home_url.
	 *
	 * @var array<string, array{site_uuid: string, home_url: string}>
	 */
	public array $registrations = array();

	/**
	 * The site that is connected: site_uuid, home_url.
	 *
	 * @var array{site_uuid: string, home_url: string}|null
	 */
	public ?array $connected = null;

	/**
	 * What sites said that they are.
	 *
	 * @var array<int, string>
	 */
	public array $decisions = array();

	/**
	 * Attempts that were registered.
	 *
	 * @var array<int, string>
	 */
	public array $attempts = array();

	/**
	 * Sessions that are open.
	 *
	 * @var int
	 */
	public int $sessions = 0;

	/**
	 * What to answer next to a request, in place of what is right.
	 *
	 * @var array<string, array<int, mixed>>
	 */
	private array $instead = array();

	/**
	 * Requests whose answer gets lost.
	 *
	 * @var array<int, string>
	 */
	private array $lost = array();

	/**
	 * Listens in place of the network.
	 */
	public function __construct() {
		$this->home_url = untrailingslashit( get_option( 'home' ) );
		add_filter( 'pre_http_request', array( $this, 'intercept' ), 10, 3 );
	}

	/**
	 * Lets the next such request fail with a problem.
	 *
	 * @param string                $request Such as "POST /auth/login/".
	 * @param int                   $status  The status.
	 * @param string                $code    The code of the problem.
	 * @param array<string, string> $headers Further headers.
	 * @param array<string, string> $more    Further fields of the problem.
	 */
	public function fail( string $request, int $status, string $code, array $headers = array(), array $more = array() ): void {
		$this->instead[ $request ][] = self::problem( $status, $code, "About $code.", $headers, $more );
	}

	/**
	 * Lets the next such request be answered by something else, or by nobody.
	 *
	 * @param string                        $request Such as "POST /auth/login/".
	 * @param array<string, mixed>|WP_Error $answer  What WordPress is told.
	 */
	public function instead( string $request, $answer ): void {
		$this->instead[ $request ][] = $answer;
	}

	/**
	 * Lets the answer of the next such request get lost on the way, after IGNY8 did what was asked.
	 *
	 * @param string $request Such as "POST /auth/login/".
	 */
	public function lose( string $request ): void {
		$this->lost[] = $request;
	}

	/**
	 * What was sent with the latest such request.
	 *
	 * @param string $request Such as "POST /auth/login/".
	 * @return array{url: string, headers: array<string, string>, body: array<string, mixed>, args: array<string, mixed>}
	 */
	public function last( string $request ): array {
		return $this->sent[ max( array_keys( $this->requests, $request, true ) ) ];
	}

	/**
	 * Answers a request.
	 *
	 * @param mixed                $answer Nothing yet.
	 * @param array<string, mixed> $args   How it is sent.
	 * @param string               $url    Where to.
	 * @return array<string, mixed>|WP_Error
	 */
	public function intercept( $answer, array $args, string $url ) {
		$path             = str_replace( self::INTEGRATION, '{id}', (string) wp_parse_url( $url, PHP_URL_PATH ) );
		$request          = "{$args['method']} $path";
		$body             = json_decode( (string) $args['body'], true );
		$this->requests[] = $request;
		$this->sent[]     = array(
			'url'     => $url,
			'headers' => $args['headers'],
			'body'    => is_array( $body ) ? $body : array(),
			'args'    => $args,
		);
		if ( array() !== ( $this->instead[ $request ] ?? array() ) ) {
			$instead = array_shift( $this->instead[ $request ] );
			return is_callable( $instead ) ? $instead() : $instead;
		}
		$right = $this->right( $request, end( $this->sent ) );
		$at    = array_search( $request, $this->lost, true );
		if ( false !== $at ) {
			unset( $this->lost[ $at ] );
			return new WP_Error( 'http_request_failed', 'cURL error 52: Empty reply from server' );
		}
		return $right;
	}

	/**
	 * What is right.
	 *
	 * @param string                                                                                                     $request The request.
	 * @param array{url: string, headers: array<string, string>, body: array<string, mixed>, args: array<string, mixed>} $sent What was sent.
	 * @return array<string, mixed>
	 */
	private function right( string $request, array $sent ): array {
		$caller = substr( $sent['headers']['Authorization'] ?? '', 7 );
		$body   = $sent['body'];
		if ( 'POST /auth/login/' === $request ) {
			if ( self::EMAIL !== $body['email'] || self::PASSWORD !== $body['password'] ) {
				return self::problem( 401, 'credentials_invalid', 'Email or password is wrong.' );
			}
			++$this->sessions;
			return self::json(
				200,
				array(
					'token'      => 'session_token',
					'expires_at' => '2026-01-01T00:00:00Z',
					'user'       => array(
						'id'    => 'u',
						'email' => self::EMAIL,
					),
					'account'    => self::account( 'a' ),
				)
			);
		}
		if ( 'GET /health/live' === $request ) {
			return self::json( 200, array( 'status' => 'ok' ) );
		}
		if ( ! in_array( $caller, array_merge( array( 'session_token', self::KEY, 'igny8_of_another_account' ), $this->site_keys ), true ) ) {
			return self::problem( 401, 'unauthenticated', 'The API key was revoked.' );
		}
		if ( 0 === strpos( $request, 'POST /integration/integrations/{id}/' ) ) {
			$conflict = $this->conflict( $request, $caller, $sent['headers'] );
			if ( null !== $conflict ) {
				return $conflict;
			}
		}
		switch ( $request ) {
			case 'POST /auth/logout/':
				--$this->sessions;
				return self::json( 204, null );
			case 'GET /auth/me/':
				$key = 'session_token' === $caller ? null : array(
					'id'             => 'k',
					'name'           => 'K',
					'prefix'         => 'igny8_',
					'scopes'         => array(),
					'integration_id' => null,
					'created_at'     => '',
					'last_used_at'   => null,
					'expires_at'     => null,
					'revoked_at'     => null,
				);
				return self::json(
					200,
					array(
						'account' => self::account( 'igny8_of_another_account' === $caller ? 'b' : 'a' ),
						'user'    => null,
						'api_key' => $key,
						'scopes'  => array(),
					)
				);
			case 'GET /sites/':
				wp_parse_str( (string) wp_parse_url( $sent['url'], PHP_URL_QUERY ), $query );
				$is_it = null !== $this->home_url && $query['url'] === $this->home_url;
				return self::json(
					200,
					array(
						'data'        => $is_it ? array(
							array(
								'id'          => self::SITE,
								'name'        => 'S',
								'home_url'    => $this->home_url,
								'is_active'   => true,
								'integration' => null,
								'created_at'  => '',
								'updated_at'  => '',
							),
						) : array(),
						'next_cursor' => null,
					)
				);
			case 'GET /integration/integrations/':
				return self::json(
					200,
					array(
						'data'        => $this->has_integration ? array( $this->integration() ) : array(),
						'next_cursor' => null,
					)
				);
			case 'POST /integration/integrations/':
				$this->has_integration = true;
				return self::json( 201, $this->integration() );
			case 'POST /integration/integrations/{id}/connect/':
				$this->attempts[]  = $body['attempt_id'];
				$this->status      = 'structure_syncing';
				$this->site_keys[] = 'igny8_site' . count( $this->attempts ) . 'key';

				$this->registrations[ end( $this->site_keys ) ] = array(
					'site_uuid' => $body['site_uuid'],
					'home_url'  => $body['home_url'],
				);
				return self::json(
					200,
					array(
						'integration'    => $this->integration(),
						'api_key'        => end( $this->site_keys ),
						'signing_secret' => 'whsec_' . count( $this->attempts ),
					)
				);
			case 'POST /integration/integrations/{id}/update-structure/':
				$this->status = isset( $body['post_types'] ) ? 'ready' : $this->status;
				$settings     = array(
					'post' => array(
						'enabled'         => true,
						'fetch_limit'     => 100,
						'include_private' => false,
					),
				);
				return self::json(
					200,
					array(
						'result'               => 'stored',
						'status'               => $this->status,
						'added'                => array(),
						'removed'              => array(),
						'changed'              => array(),
						'last_structure_fetch' => null,
						'settings'             => array(
							'post_types' => $settings,
							'taxonomies' => array(),
						),
					)
				);
			case 'POST /integration/integrations/{id}/disconnect/':
				$this->site_keys = array();
				$this->status    = 'disconnected';
				$this->connected = null;
				return self::json( 200, $this->integration() );
			case 'POST /integration/integrations/{id}/identity/':
				if ( null === $this->connected ) {
					return self::problem( 409, 'integration_disconnected', 'This site was disconnected. Connect it again first.' );
				}
				if ( $this->connected['site_uuid'] !== $body['site_uuid'] ) {
					return self::problem( 409, 'identity_conflict', 'Another site is connected to this integration. Press Connect to IGNY8 on this one.' );
				}
				$this->decisions[] = $body['decision'];
				if ( 'moved' === $body['decision'] ) {
					$this->connected['home_url'] = $body['home_url'];
					$this->home_url              = $body['home_url'];
				}
				return self::json( 200, $this->integration() );
		}
		return self::problem( 404, 'not_found', 'Not found.' );
	}

	/**
	 * The first use of a site's key makes it the only one; after that only the site that is connected may do anything but
	 * register or settle who it is.
	 *
	 * @param string                $request The request.
	 * @param string                $caller  The key or session.
	 * @param array<string, string> $headers The headers.
	 * @return array<string, mixed>|null Null when nothing speaks against it.
	 */
	private function conflict( string $request, string $caller, array $headers ): ?array {
		$first = $this->registrations[ $caller ] ?? null;
		if ( null !== $first && self::is_same( $first, $headers ) ) {
			$this->registrations = array();
			$this->site_keys     = array( $caller );
			$this->connected     = $first;
		}
		$is_free = in_array( substr( $request, 36 ), array( 'connect/', 'identity/' ), true );
		$known   = $first ?? $this->connected;
		return ( $is_free && null === $first ) || null === $known || self::is_same( $known, $headers )
			? null
			: self::problem( 409, 'identity_conflict', "This integration is connected to {$known['home_url']}. Say in WordPress whether this site has moved or is a copy." );
	}

	/**
	 * Whether a site is the one that is known.
	 *
	 * @param array{site_uuid: string, home_url: string} $known   The site that is known.
	 * @param array<string, string>                      $headers What the caller says that it is.
	 */
	private static function is_same( array $known, array $headers ): bool {
		return $known['site_uuid'] === $headers['Igny8-Site-Uuid'] && HomeUrl::key( $known['home_url'] ) === HomeUrl::key( $headers['Igny8-Home-Url'] );
	}

	/**
	 * An answer in JSON.
	 *
	 * @param int                   $status  The status.
	 * @param mixed                 $body    The body; null for none.
	 * @param array<string, string> $headers Further headers.
	 * @return array<string, mixed>
	 */
	public static function json( int $status, $body, array $headers = array() ): array {
		return array(
			'headers'  => array(
				'content-type' => 'application/json',
				'date'         => gmdate( 'D, d M Y H:i:s' ) . ' GMT',
				'x-request-id' => 'request-1',
			) + $headers,
			'body'     => null === $body ? '' : wp_json_encode( $body ),
			'response' => array(
				'code'    => $status,
				'message' => '',
			),
			'cookies'  => array(),
			'filename' => null,
		);
	}

	/**
	 * A problem.
	 *
	 * @param int                   $status  The status.
	 * @param string                $code    The code.
	 * @param string                $detail  The detail.
	 * @param array<string, string> $headers Further headers.
	 * @param array<string, string> $more    Further fields.
	 * @return array<string, mixed>
	 */
	private static function problem( int $status, string $code, string $detail, array $headers = array(), array $more = array() ): array {
		return self::json(
			$status,
			array(
				'type'       => '/docs',
				'title'      => 'T',
				'status'     => $status,
				'detail'     => $detail,
				'instance'   => '/',
				'code'       => $code,
				'request_id' => 'request-1',
			) + $more,
			$headers
		);
	}

	/**
	 * An account.
	 *
	 * @param string $id Its id.
	 * @return array<string, string>
	 */
	private static function account( string $id ): array {
		return array(
			'id'   => $id,
			'name' => "Account $id",
		);
	}

	/**
	 * The integration.
	 *
	 * @return array<string, mixed>
	 */
	private function integration(): array {
		$empty = array_fill_keys( array( 'site_uuid', 'home_url', 'rest_url', 'environment_type', 'versions', 'last_structure_fetch', 'stale_at', 'last_sync_at', 'structure_refusal', 'lost_key', 'totals', 'connected_at', 'disconnected_at', 'disconnected_by' ), null );
		return $empty + array(
			'id'                        => self::INTEGRATION,
			'site_id'                   => self::SITE,
			'platform'                  => 'wordpress',
			'status'                    => $this->status,
			'is_temporary'              => true,
			'plugin_connection_enabled' => true,
			'two_way_sync_enabled'      => false,
			'created_at'                => '',
			'updated_at'                => '',
		);
	}
}
