<?php
/**
 * A proxy between the plugin and IGNY8, over TLS, that passes on what it is asked, or spoils it as its mode says. Its argument
 * is JSON: `port`, `backend` (the port of IGNY8), `mode` (the path of a file with `{"spoil": …, "at": …}`: what to do, and
 * a part of the request line to which it does it), `good` and `expired` (paths of certificates with their keys).
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Support;

require_once __DIR__ . '/http-messages.php';

$igny8_wish   = json_decode( $argv[1], true );
$igny8_server = stream_socket_server( "tcp://127.0.0.1:{$igny8_wish['port']}" );
echo "ready\n";

serve(
	$igny8_server,
	static function ( $client ) use ( $igny8_wish ): void {
		$mode   = json_decode( (string) file_get_contents( $igny8_wish['mode'] ), true );
		$spoil  = $mode['spoil'];
		$socket = socket_import_stream( $client );
		stream_context_set_option( $client, 'ssl', 'local_cert', $igny8_wish[ 'expired certificate' === $spoil ? 'expired' : 'good' ] );
		// Whoever does not believe the certificate goes away here.
		if ( true !== @stream_socket_enable_crypto( $client, true, STREAM_CRYPTO_METHOD_TLS_SERVER ) ) { // phpcs:ignore WordPress.PHP.NoSilencedErrors.Discouraged -- PHP warns of it.
			return;
		}
		$cut = static function () use ( $socket ): void {
			// Not closed in order: reset, as a firewall does.
			$at_once = array(
				'l_onoff'  => 1,
				'l_linger' => 0,
			);
			socket_set_option( $socket, SOL_SOCKET, SO_LINGER, $at_once );
		};
		if ( 'cut over 16 KB' === $spoil ) {
			$head = (string) fread( $client, 4096 );
			if ( 1 === preg_match( '/^Content-Length: *(\d+)/mi', $head, $found ) && (int) $found[1] > 16384 ) {
				$cut();
				return;
			}
			$message = read_message( $client, $head );
		} else {
			$message = read_message( $client );
		}
		if ( null === $message ) {
			return;
		}
		$html = array( 'Content-Type' => 'text/html' );
		$page = '<html><h1>Welcome to the proxy</h1></html>';
		if ( '' !== $mode['at'] && false === strpos( explode( "\r\n", $message )[0], $mode['at'] ) ) {
			$spoil = '';
		}
		switch ( $spoil ) {
			case '401 with HTML':
				fwrite( $client, answer( 401, $html + array( 'WWW-Authenticate' => 'Basic realm="proxy"' ), $page ) );
				return;
			case '403 with HTML':
				fwrite( $client, answer( 403, $html, $page ) );
				return;
			case '413 with HTML':
				fwrite( $client, answer( 413, $html, $page ) );
				return;
			case '429 with Retry-After':
				fwrite( $client, answer( 429, $html + array( 'Retry-After' => '1800' ), $page ) );
				return;
			case '500 with HTML':
				fwrite( $client, answer( 500, $html, $page ) );
				return;
			case '200 with HTML':
				fwrite( $client, answer( 200, $html, $page ) );
				return;
			case '301':
				fwrite( $client, answer( 301, $html + array( 'Location' => "http://127.0.0.1:{$igny8_wish['backend']}" . explode( ' ', $message )[1] ), $page ) );
				return;
			case 'slow body':
				fwrite( $client, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n" );
				$left = 50;
				while ( $left-- > 0 && ! feof( $client ) && false !== @fwrite( $client, ' ' ) ) { // phpcs:ignore WordPress.PHP.NoSilencedErrors.Discouraged -- whoever waits may go.
					usleep( 100000 );
				}
				return;
			case 'cut before IGNY8':
				$cut();
				return;
		}
		$backend = stream_socket_client( "tcp://127.0.0.1:{$igny8_wish['backend']}" );
		fwrite( $backend, (string) preg_replace( '/^Connection:.*\r\n/mi', '', $message, 1 ) );
		$answer = (string) read_message( $backend );
		if ( 'cut after IGNY8' === $spoil ) {
			fwrite( $client, substr( $answer, 0, (int) strpos( $answer, "\r\n\r\n" ) + 10 ) );
			$cut();
			return;
		}
		fwrite( $client, $answer );
	}
);
