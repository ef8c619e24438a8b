<?php
/**
 * `wp igny8 connect`.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Cli;

use Igny8\Bridge\Admin\Access;
use Igny8\Bridge\Admin\Causes;
use Igny8\Bridge\Admin\StatusWriter;
use Igny8\Bridge\Connect\ConnectFailure;
use Igny8\Bridge\Connect\Connector;
use Igny8\Bridge\Connect\Credentials;
use Igny8\Bridge\Connect\Progress;
use Igny8\Bridge\Connection\ConnectionStore;

/**
 * Connects from the command line, as the button on the settings page does.
 */
final class ConnectCommand {

	/**
	 * Connects.
	 *
	 * @var Connector
	 */
	private Connector $connector;

	/**
	 * Knows how it ended.
	 *
	 * @var Progress
	 */
	private Progress $progress;

	/**
	 * Remembers the connection.
	 *
	 * @var ConnectionStore
	 */
	private ConnectionStore $connections;

	/**
	 * Puts the state in words.
	 *
	 * @var StatusWriter
	 */
	private StatusWriter $writer;

	/**
	 * Why IGNY8 was not heard.
	 *
	 * @var Causes
	 */
	private Causes $causes;

	/**
	 * Puts the parts together.
	 *
	 * @param Connector       $connector   Connects.
	 * @param Progress        $progress    Knows how it ended.
	 * @param ConnectionStore $connections Remembers the connection.
	 * @param StatusWriter    $writer      Puts the state in words.
	 * @param Causes          $causes      Why IGNY8 was not heard.
	 */
	public function __construct( Connector $connector, Progress $progress, ConnectionStore $connections, StatusWriter $writer, Causes $causes ) {
		$this->connector   = $connector;
		$this->progress    = $progress;
		$this->connections = $connections;
		$this->writer      = $writer;
		$this->causes      = $causes;
	}

	/**
	 * Connects this site to IGNY8 and sends its structure.
	 *
	 * The password and the API key are asked for without being shown. Scripts give them as IGNY8_PASSWORD and IGNY8_API_KEY,
	 * in the environment or as constants of wp-config.php, or on standard input. They are no options: the list of processes
	 * and the shell's history show those. Without an API key the one that the site has is used.
	 *
	 * Say with --user who connects: changes from IGNY8 are made as that user.
	 *
	 * ## OPTIONS
	 *
	 * --email=<email>
	 * : The e-mail address of the IGNY8 account.
	 *
	 * [--stdin]
	 * : Reads the password from the first line of standard input, the API key from the second one.
	 *
	 * [--format=<format>]
	 * : How to print it. JSON is exactly one document on standard output.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 * ---
	 *
	 * ## EXAMPLES
	 *
	 *     $ wp igny8 connect --email=ana@example.com --user=ana
	 *     $ printf '%s\n%s\n' "$PASSWORD" "$KEY" | wp igny8 connect --email=ana@example.com --stdin --user=ana
	 *
	 * @param array<int, string>    $arguments None.
	 * @param array<string, string> $options   The options.
	 */
	public function __invoke( array $arguments, array $options ): void {
		$answer = new Answer( $options );
		$user   = get_current_user_id();
		if ( 0 === $user ) {
			$answer->failed( 'no_user', __( 'Say who connects: --user=<login>. Changes from IGNY8 are made as that user.', 'igny8-bridge' ) );
		}
		if ( ! Access::is_allowed() ) {
			$answer->failed( 'not_allowed', __( 'Sorry, you are not allowed to change this connection.', 'igny8-bridge' ) );
		}
		$secrets  = new Secrets( STDIN, isset( $options['stdin'] ) );
		$password = $secrets->read( 'IGNY8_PASSWORD', __( 'Password', 'igny8-bridge' ) );
		if ( '' === $password ) {
			$answer->failed( 'no_password', __( 'There is no password. Give it when asked, with --stdin, or as IGNY8_PASSWORD.', 'igny8-bridge' ) );
		}
		$key     = $secrets->read( 'IGNY8_API_KEY', __( 'API Key', 'igny8-bridge' ) );
		$is_mine = $answer->attempt(
			function () use ( $options, $password, $key, $user ): bool {
				return $this->connector->connect( new Credentials( $options['email'], $password, $key ), $user, wp_generate_uuid4() );
			}
		);
		$this->tell( $answer, $is_mine ? $this->progress->of( $user ) : array( 'reason' => ConnectFailure::BUSY ) );
	}

	/**
	 * Tells how it ended.
	 *
	 * @param Answer                  $answer   What is printed.
	 * @param array<array-key, mixed> $progress How it ended.
	 */
	private function tell( Answer $answer, array $progress ): void {
		$connection = $this->connections->get();
		$status     = $this->writer->status( $connection );
		$text       = '' === $status->detail ? $status->text : $status->detail;
		if ( Progress::DONE === ( $progress['status'] ?? null ) ) {
			$answer->done(
				array(
					'state'      => $connection->state,
					'status'     => $text,
					'post_types' => $progress['post_types'] ?? null,
					'taxonomies' => $progress['taxonomies'] ?? null,
				),
				$text
			);
			return;
		}
		$reason     = is_string( $progress['reason'] ?? null ) ? $progress['reason'] : '';
		$request_id = is_string( $progress['request_id'] ?? null ) ? $progress['request_id'] : null;
		$detail     = is_string( $progress['detail'] ?? null ) ? $progress['detail'] : '';
		$answer->failed(
			'' === $reason ? 'not_sent' : $reason,
			'' === $reason ? $text : $this->why( $reason, $detail ),
			array(
				'state'      => $connection->state,
				'request_id' => $request_id,
			)
		);
	}

	/**
	 * Why the site is not connected.
	 *
	 * @param string $reason A reason of ConnectFailure.
	 * @param string $detail What IGNY8 said to it.
	 */
	private function why( string $reason, string $detail ): string {
		switch ( $reason ) {
			case ConnectFailure::WRONG_CREDENTIALS:
				return __( 'Failed to connect. Email or password is wrong.', 'igny8-bridge' );
			case ConnectFailure::WRONG_KEY:
				return __( 'Failed to connect. The API key is not valid for this account.', 'igny8-bridge' );
			case ConnectFailure::UNKNOWN_SITE:
				/* translators: %s: the address of this site. */
				return sprintf( __( 'Site not found. Your account has no %s.', 'igny8-bridge' ), $detail );
			case ConnectFailure::BUSY:
				return __( 'Failed to connect. Somebody else is connecting or disconnecting this site just now. Try again in a minute.', 'igny8-bridge' );
		}
		$cause = $this->causes->cause( $reason, $detail );
		if ( $this->causes->is_unreachable( $reason ) ) {
			/* translators: %s: the cause. */
			return sprintf( __( 'IGNY8 cannot be reached. %s', 'igny8-bridge' ), $cause ) . ' ' . $this->causes->remedy( $reason );
		}
		/* translators: %s: what IGNY8 said. */
		return sprintf( __( 'Failed to connect. %s', 'igny8-bridge' ), $cause );
	}
}
