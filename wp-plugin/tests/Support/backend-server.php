<?php
/**
 * FakeBackend as a server of its own, inside WordPress, on a port that it prints. `/_reset` begins anew, `/_state` tells how
 * it stands.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Support;

require_once __DIR__ . '/../bootstrap-integration.php';
require_once __DIR__ . '/http-messages.php';

$igny8_server  = stream_socket_server( 'tcp://127.0.0.1:0' );
$igny8_backend = new FakeBackend();
echo substr( (string) strrchr( stream_socket_get_name( $igny8_server, false ), ':' ), 1 ) . "\n";

serve(
	$igny8_server,
	static function ( $client ) use ( &$igny8_backend ): void {
		$message = read_message( $client );
		if ( null === $message ) {
			return;
		}
		list( $head, $body )     = explode( "\r\n\r\n", $message, 2 );
		$lines                   = explode( "\r\n", $head );
		list( $method, $target ) = explode( ' ', array_shift( $lines ) );
		if ( '/_reset' === $target ) {
			$igny8_backend = new FakeBackend();
		}
		if ( 0 === strpos( $target, '/_' ) ) {
			fwrite( $client, answer( 200, array(), (string) wp_json_encode( $igny8_backend ) ) );
			return;
		}
		$headers = array();
		foreach ( $lines as $line ) {
			list( $name, $value ) = explode( ': ', $line, 2 ) + array( 1 => '' );
			$headers[ $name ]     = $value;
		}
		$answer = $igny8_backend->intercept(
			false,
			array(
				'method'  => $method,
				'headers' => $headers,
				'body'    => $body,
			),
			'http://backend' . $target
		);
		fwrite( $client, answer( $answer['response']['code'], $answer['headers'], $answer['body'] ) );
	}
);
