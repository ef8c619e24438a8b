<?php
/**
 * What somebody can choose in safe mode.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Error;
use Igny8\Bridge\Admin\IdentityController;
use Igny8\Bridge\Connect\Settler;
use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\Lock;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Sync\Schedule;
use Igny8\Bridge\Tests\Support\FakeBackend;
use Igny8\Bridge\Tests\Support\SetClock;
use Igny8\Bridge\Tests\Support\SiteTestCase;
use RuntimeException;
use WP_Error;

final class IdentityTest extends SiteTestCase {

	private const PUSH     = 'POST /integration/integrations/{id}/update-structure/';
	private const IDENTITY = 'POST /integration/integrations/{id}/identity/';
	private const NEW_HOME = 'https://new.example';

	/**
	 * Where the site was connected.
	 *
	 * @var string
	 */
	private string $home;

	protected function setUp(): void {
		parent::setUp();
		$this->connect();
		$this->home              = $this->base->identity()->home_url();
		$this->backend->requests = array();
		$this->backend->sent     = array();
		$this->move_to( self::NEW_HOME );
	}

	protected function tearDown(): void {
		$_POST    = array();
		$_REQUEST = array();
		parent::tearDown();
	}

	public function test_the_page_offers_the_three_choices_and_none_is_made_beforehand(): void {
		self::assertStringContainsString( 'now at https://new.example. Nothing is sent. This site has moved This is a copy Stay off Next in WordPress: Save choice', $this->text() );
		$page = $this->page();
		self::assertSame( 3, preg_match_all( '/<input type="radio" name="igny8_identity" value="(moved|copy|off)" required>/', $page ) );
		self::assertSame( 1, substr_count( $page, 'button-primary' ), 'One filled button.' );
		self::assertStringContainsString( '<fieldset class="igny8-choices" aria-labelledby="igny8-status-text">', $page );
	}

	public function test_a_site_that_has_moved_is_connected_at_its_new_address_and_sends(): void {
		$site_uuid = $this->connection()->site_uuid;
		self::assertSame( 'saved', $this->choose( 'moved' ) );
		self::assertSame( array( self::IDENTITY, self::PUSH ), $this->backend->requests );
		self::assertSame(
			array(
				'decision'  => 'moved',
				'site_uuid' => $site_uuid,
				'home_url'  => self::NEW_HOME,
				'rest_url'  => get_rest_url(),
			),
			$this->backend->last( self::IDENTITY )['body']
		);
		self::assertSame( array( State::READY, self::NEW_HOME, 'local' ), array( $this->connection()->state, $this->connection()->home_url(), $this->connection()->environment_type ) );
		self::assertSame( self::NEW_HOME, $this->backend->connected['home_url'] );
		self::assertFalse( wp_next_scheduled( Schedule::RETRY ) );
	}

	public function test_with_sync_off_a_site_that_has_moved_sends_only_the_switches(): void {
		$this->base->switches()->turn( false, false );
		self::assertSame( 'saved', $this->choose( 'moved' ) );
		self::assertArrayNotHasKey( 'post_types', $this->backend->last( self::PUSH )['body'] );
		self::assertFalse( wp_next_scheduled( Schedule::RETRY ) );
	}

	public function test_a_copy_forgets_the_keys_and_is_another_site_from_now_on(): void {
		$before = $this->connection();
		self::assertSame( 'copy', $this->choose( 'copy' ) );
		$after = $this->connection();
		self::assertSame( array( self::IDENTITY ), $this->backend->requests );
		self::assertSame( array( 'copy' ), $this->backend->decisions );
		self::assertSame( State::NOT_CONNECTED, $after->state );
		self::assertNotSame( $before->site_uuid, $after->site_uuid );
		self::assertSame( array_fill( 0, 6, null ), array( $after->sealed_key, $after->sealed_secret, $after->key_hint, $after->integration_id, $after->home, $after->registration ) );
		self::assertNull( $this->base->settings()->get() );
		self::assertFalse( wp_next_scheduled( Schedule::DAILY ) );
		self::assertSame( array( 'ready', array( 'igny8_site1key' ) ), array( $this->backend->status, $this->backend->site_keys ), 'The original stays connected.' );
		$text = $this->text( array( 'igny8-notice' => 'copy' ) );
		self::assertStringContainsString( 'Saved. The original stays connected. Connect this copy as a site of its own.', $text );
		self::assertStringContainsString( 'Not connected Next in WordPress: Connect to IGNY8', $text );
		do_action( Schedule::DAILY );
		self::assertSame( array( self::IDENTITY ), $this->backend->requests );
	}

	public function test_a_copy_connects_as_a_site_of_its_own(): void {
		$this->choose( 'copy' );
		$this->backend->home_url = self::NEW_HOME;
		$this->connect();
		self::assertSame( array( State::READY, self::NEW_HOME ), array( $this->connection()->state, $this->connection()->home_url() ) );
		self::assertStringNotContainsString( 'Connect this copy', $this->text( array( 'igny8-notice' => 'copy' ) ), 'An address that was kept says nothing of a connected site.' );
		self::assertNotFalse( wp_next_scheduled( Schedule::DAILY ) );
	}

	/**
	 * @dataProvider what_keeps_igny8_from_hearing
	 */
	public function test_a_copy_is_a_copy_also_when_igny8_cannot_be_told( callable $given ): void {
		$given( $this->backend );
		self::assertSame( 'copy', $this->choose( 'copy' ) );
		self::assertSame( array( State::NOT_CONNECTED, null ), array( $this->connection()->state, $this->connection()->sealed_key ) );
	}

	/**
	 * @return array<string, array{callable}>
	 */
	public function what_keeps_igny8_from_hearing(): array {
		return array(
			'unreachable'                  => array( static fn( FakeBackend $backend ) => $backend->instead( self::IDENTITY, new WP_Error( 'http_request_failed', 'cURL error 7' ) ) ),
			'an answer that gets lost'     => array( static fn( FakeBackend $backend ) => $backend->lose( self::IDENTITY ) ),
			'the original connected again' => array( static fn( FakeBackend $backend ) => $backend->fail( self::IDENTITY, 401, 'unauthenticated', array(), array( 'reason' => 'replaced' ) ) ),
			'other security keys'          => array( static fn() => add_filter( 'salt', static fn(): string => 'changed' ) ),
		);
	}

	/**
	 * @testWith ["moved"]
	 *           ["copy"]
	 */
	public function test_with_a_key_that_does_not_open_nothing_is_sent_whatever_is_chosen( string $choice ): void {
		add_filter( 'salt', static fn(): string => 'changed' );
		$this->choose( $choice );
		self::assertSame( array(), $this->backend->requests );
	}

	public function test_staying_off_is_remembered_and_sends_nothing_and_can_be_changed_later(): void {
		self::assertSame( 'saved', $this->choose( 'off' ) );
		do_action( Schedule::DAILY );
		do_action( Schedule::RETRY );
		igny8_sync_site_structure_to_backend();
		self::assertSame( array(), $this->backend->requests );
		self::assertSame( State::SAFE_MODE, $this->connection()->state );
		self::assertStringContainsString( 'value="off" required checked=\'checked\'>', $this->page() );
		self::assertSame( 'saved', $this->choose( 'moved' ) );
		self::assertSame( array( State::READY, null ), array( $this->connection()->state, $this->connection()->off_since ) );
	}

	public function test_nothing_chosen_changes_nothing(): void {
		self::assertSame( 'not-chosen', $this->choose( '' ) );
		self::assertSame( 'not-chosen', $this->choose( 'invented' ) );
		self::assertSame( array( array(), State::SAFE_MODE ), array( $this->backend->requests, $this->base->gate()->check()->state ) );
		self::assertStringContainsString( 'Not saved. Nothing was chosen.', $this->text( array( 'igny8-notice' => 'not-chosen' ) ) );
	}

	/**
	 * @dataProvider refusals
	 */
	public function test_a_move_that_igny8_does_not_take_leaves_safe_mode_with_the_reason( callable $given, string $why ): void {
		$given( $this->backend );
		self::assertSame( 'not-settled', $this->choose( 'moved' ) );
		$this->text();
		do_action( Schedule::DAILY );
		self::assertSame( array( self::IDENTITY ), $this->backend->requests );
		self::assertSame( array( State::SAFE_MODE, $this->home ), array( $this->connection()->state, $this->connection()->home_url() ) );
		$text = $this->text( array( 'igny8-notice' => 'not-settled' ) );
		self::assertStringContainsString( 'Not saved. The connection status says why.', $text );
		self::assertStringContainsString( "Nothing is sent. $why This site has moved", $text );
	}

	/**
	 * @return array<string, array{callable, string}>
	 */
	public function refusals(): array {
		return array(
			'unreachable'                    => array( static fn( FakeBackend $backend ) => $backend->instead( self::IDENTITY, new WP_Error( 'http_request_failed', 'cURL error 28: Operation timed out' ) ), 'There was no answer in 10 s.' ),
			'the address is of another site' => array( static fn( FakeBackend $backend ) => $backend->fail( self::IDENTITY, 409, 'site_exists' ), 'About site_exists.' ),
			'another site is connected'      => array(
				static function ( FakeBackend $backend ): void {
					$backend->connected['site_uuid'] = 'another';
				},
				'Another site is connected to this integration. Press Connect to IGNY8 on this one.',
			),
			'the site is inactive'           => array( static fn( FakeBackend $backend ) => $backend->fail( self::IDENTITY, 403, 'site_inactive' ), 'About site_inactive.' ),
		);
	}

	/**
	 * @dataProvider ends
	 */
	public function test_a_move_with_a_key_of_no_use_ends_in_the_state_that_says_so( callable $given, string $state, string $text ): void {
		$given( $this->backend );
		self::assertSame( 'not-sent', $this->choose( 'moved' ) );
		self::assertSame( $state, $this->connection()->state );
		self::assertStringContainsString( $text, $this->text() );
		self::assertFalse( wp_next_scheduled( Schedule::RETRY ) );
	}

	/**
	 * @return array<string, array{callable, string, string}>
	 */
	public function ends(): array {
		$without_key = static function ( FakeBackend $backend ): void {
			$backend->site_keys = array();
		};
		return array(
			'revoked'             => array( $without_key, State::NEEDS_RECONNECT, 'Needs reconnect. The API key was revoked. Nothing is sent.' ),
			'other security keys' => array( static fn() => add_filter( 'salt', static fn(): string => 'changed' ), State::NEEDS_RECONNECT, 'WordPress\'s security keys changed. Nothing is sent.' ),
			'disconnected there'  => array(
				static function ( FakeBackend $backend ): void {
					$backend->fail( self::IDENTITY, 409, 'integration_disconnected' );
					$backend->fail( self::PUSH, 409, 'integration_disconnected' );
				},
				State::DISCONNECTED,
				'Disconnected just now by IGNY8.',
			),
		);
	}

	public function test_an_answer_that_gets_lost_leaves_safe_mode_and_the_same_choice_settles_it(): void {
		$this->backend->lose( self::IDENTITY );
		self::assertSame( 'not-settled', $this->choose( 'moved' ) );
		self::assertSame( self::NEW_HOME, $this->backend->connected['home_url'], 'IGNY8 has done it.' );
		do_action( Schedule::DAILY );
		self::assertSame( array( self::IDENTITY ), $this->backend->requests, 'Nobody goes on by itself.' );
		self::assertSame( 'saved', $this->choose( 'moved' ) );
		self::assertSame( State::READY, $this->connection()->state );
	}

	/**
	 * @testWith ["moved", "saved", "ready"]
	 *           ["copy", "copy", "not_connected"]
	 */
	public function test_php_stopped_between_igny8_and_its_note_and_the_same_choice_settles_it( string $choice, string $notice, string $state ): void {
		$kill = static function ( $answer, array $args, string $url ) {
			if ( '/identity/' === substr( $url, -10 ) ) {
				throw new Error( 'PHP is killed.' );
			}
			return $answer;
		};
		add_filter( 'pre_http_request', $kill, 20, 3 );
		try {
			$this->choose( $choice );
			self::fail( 'PHP was not killed.' );
		} catch ( Error $error ) {
			remove_filter( 'pre_http_request', $kill, 20 );
		}
		self::assertSame( array( $choice ), $this->backend->decisions, 'IGNY8 has done it.' );
		$this->hold_lock_for( 1 );
		self::assertSame( State::SAFE_MODE, $this->connection()->state );
		self::assertSame( $notice, $this->choose( $choice ) );
		self::assertSame( $state, $this->connection()->state );
	}

	public function test_php_stopped_before_the_structure_is_sent_and_cron_sends_it(): void {
		self::assertSame( Settler::SETTLED, $this->settler()->moved() );
		self::assertSame( State::STRUCTURE_SYNCING, $this->connection()->state );
		self::assertEqualsWithDelta( time() + 60, wp_next_scheduled( Schedule::RETRY ), 5 );
		do_action( Schedule::RETRY );
		self::assertSame( State::READY, $this->connection()->state );
	}

	/**
	 * @testWith ["moved", "copy", "ready"]
	 *           ["copy", "moved", "not_connected"]
	 *           ["moved", "off", "ready"]
	 */
	public function test_of_two_administrators_who_choose_differently_the_first_one_settles_it( string $first, string $second, string $state ): void {
		$this->text();
		$this->choose( $first );
		$requests = $this->backend->requests;
		$before   = $this->connection();
		self::assertSame( 'settled-already', $this->choose( $second ) );
		self::assertSame( $requests, $this->backend->requests );
		self::assertSame( array( $state, $before->site_uuid, $before->sealed_key ), array( $this->connection()->state, $this->connection()->site_uuid, $this->connection()->sealed_key ) );
		self::assertStringContainsString( 'Not saved. Safe mode was over already.', $this->text( array( 'igny8-notice' => 'settled-already' ) ) );
	}

	public function test_who_chooses_while_somebody_else_is_at_it_waits_and_then_gives_up(): void {
		$this->hold_lock_for( 25 );
		self::assertSame( 'not-saved', $this->choose( 'copy' ) );
		self::assertSame( array(), $this->backend->requests );
		self::assertSame( State::SAFE_MODE, $this->base->gate()->check()->state );
		self::assertStringContainsString( 'Not saved. Somebody else is at it just now.', $this->text( array( 'igny8-notice' => 'not-saved' ) ) );
	}

	public function test_a_choice_about_an_older_registration_does_not_change_this_one(): void {
		$connect_again = function ( $answer ) {
			$this->base->connections()->change(
				static function ( Connection $connection ): void {
					$connection->registration = 'a newer one';
				}
			);
			return $answer;
		};
		add_filter( 'pre_http_request', $connect_again, 20 );
		self::assertSame( Settler::ALREADY, $this->settler()->copy() );
		self::assertNotNull( $this->connection()->sealed_key );
	}

	public function test_a_site_that_is_back_at_its_address_has_nothing_to_settle(): void {
		$this->text();
		$this->move_to( $this->home );
		self::assertSame( 'settled-already', $this->choose( 'copy' ) );
		self::assertNotNull( $this->connection()->sealed_key );
	}

	public function test_a_backup_from_before_a_move_asks_and_can_take_the_connection_back(): void {
		$backup = array(
			'igny8_bridge_connection' => (string) $this->base->options()->read( 'igny8_bridge_connection' ),
			'home'                    => $this->home,
		);
		$this->choose( 'moved' );
		foreach ( $backup as $name => $value ) {
			$this->base->options()->write( $name, $value );
		}
		do_action( Schedule::DAILY );
		self::assertSame( State::SAFE_MODE, $this->connection()->state );
		self::assertStringContainsString( 'This integration is connected to https://new.example. Say in WordPress whether this site has moved or is a copy. This site has moved', $this->text() );
		self::assertSame( 'saved', $this->choose( 'moved' ) );
		self::assertSame( array( State::READY, $this->home ), array( $this->connection()->state, $this->backend->connected['home_url'] ) );
	}

	public function test_the_original_whose_place_a_copy_took_by_mistake_sends_nothing_and_takes_it_back(): void {
		$original = (string) $this->base->options()->read( 'igny8_bridge_connection' );
		$this->choose( 'moved' );
		$copy = (string) $this->base->options()->read( 'igny8_bridge_connection' );
		$this->base->options()->write( 'igny8_bridge_connection', $original );
		$this->move_to( $this->home );
		self::assertSame( State::SAFE_MODE, $this->after_a_push() );
		self::assertSame( 'saved', $this->choose( 'moved' ) );
		$this->base->options()->write( 'igny8_bridge_connection', $copy );
		$this->move_to( self::NEW_HOME );
		self::assertSame( State::SAFE_MODE, $this->after_a_push(), 'Now the copy is asked.' );
	}

	public function test_a_changed_environment_type_is_allowed_with_one_button_and_igny8_is_asked_nothing(): void {
		$this->move_to( $this->home );
		$this->was_connected_as( 'production' );
		self::assertStringContainsString( 'Safe mode. This site became a local site. Nothing is sent. Next in WordPress: Allow sync', $this->text() );
		self::assertStringNotContainsString( 'This is a copy', $this->text() );
		self::assertSame( 'saved', $this->choose( 'allow' ) );
		self::assertSame( array( self::PUSH ), $this->backend->requests );
		self::assertSame( array( State::READY, 'local', $this->home ), array( $this->connection()->state, $this->connection()->environment_type, $this->connection()->home_url() ) );
	}

	public function test_allowing_sync_says_nothing_of_another_address(): void {
		$this->was_connected_as( 'production' );
		self::assertSame( 'settled-already', $this->choose( 'allow' ) );
		self::assertSame( array( array(), State::SAFE_MODE ), array( $this->backend->requests, $this->connection()->state ) );
	}

	public function test_nobody_without_the_right_and_a_nonce_chooses(): void {
		$this->text();
		foreach ( array( array( 0, wp_create_nonce( 'igny8_bridge_identity' ) ), array( 1, 'wrong' ), array( 1, '' ) ) as list( $user, $nonce ) ) {
			wp_set_current_user( $user );
			try {
				$this->choose( 'copy', $nonce );
				self::fail( 'It was chosen.' );
			} catch ( RuntimeException $stopped ) {
				self::assertStringStartsWith( 'died', $stopped->getMessage() );
			}
		}
		self::assertSame( array( array(), State::SAFE_MODE ), array( $this->backend->requests, $this->connection()->state ) );
	}

	/**
	 * The state after the daily job.
	 */
	private function after_a_push(): string {
		do_action( Schedule::DAILY );
		return $this->connection()->state;
	}

	/**
	 * Saves a choice.
	 *
	 * @param string      $choice What was chosen.
	 * @param string|null $nonce  The nonce that was sent; the right one when null.
	 * @return string The notice that the page begins with then.
	 * @throws RuntimeException When it was refused.
	 */
	private function choose( string $choice, ?string $nonce = null ): string {
		$_POST                = array( 'igny8_identity' => $choice );
		$_REQUEST['_wpnonce'] = $nonce ?? wp_create_nonce( 'igny8_bridge_identity' );
		$redirect             = static function ( string $url ): void {
			throw new RuntimeException( $url );
		};
		$die                  = static function (): callable {
			return static function (): void {
				throw new RuntimeException( 'died' );
			};
		};
		add_filter( 'wp_redirect', $redirect );
		add_filter( 'wp_die_handler', $die );
		try {
			( new IdentityController( $this->settler(), igny8_bridge()->jobs(), $this->base->switches() ) )->settle();
			self::fail( 'There was no answer.' );
		} catch ( RuntimeException $redirected ) {
			if ( 'died' === $redirected->getMessage() ) {
				throw $redirected;
			}
			parse_str( (string) wp_parse_url( $redirected->getMessage(), PHP_URL_QUERY ), $query );
			return $query['igny8-notice'] ?? $redirected->getMessage();
		} finally {
			remove_filter( 'wp_redirect', $redirect );
			remove_filter( 'wp_die_handler', $die );
		}
	}

	/**
	 * What carries a choice out; nobody really waits for the lock.
	 */
	private function settler(): Settler {
		$base       = $this->base;
		$clock      = new SetClock();
		$clock->now = time();
		return new Settler( $base->clients(), $base->connections(), $base->identity(), $base->gate(), $base->vault(), new Lock( $base->options(), $clock ), $base->settings(), $base->schedule(), $base->log(), $base->clock() );
	}

	/**
	 * Somebody else is at it.
	 *
	 * @param int $seconds How long.
	 */
	private function hold_lock_for( int $seconds ): void {
		$this->base->options()->write( Lock::OPTION, (string) wp_json_encode( array( 'until' => time() + $seconds ) ) );
	}

	/**
	 * Moves the site.
	 *
	 * @param string $home Where to.
	 */
	private function move_to( string $home ): void {
		$this->base->options()->write( 'home', $home );
	}

	/**
	 * Lets the site have been of another environment type when it was connected.
	 *
	 * @param string $environment_type Which.
	 */
	private function was_connected_as( string $environment_type ): void {
		$this->base->connections()->change(
			static function ( Connection $connection ) use ( $environment_type ): void {
				$connection->environment_type = $environment_type;
			}
		);
	}
}
