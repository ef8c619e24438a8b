<?php
/**
 * HTTP as far as the servers of the tests need it.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Support;

/**
 * Reads a message: a request or an answer, whose body has a length.
 *
 * @param resource $stream Where it comes from.
 * @param string   $begun  What was read of it already.
 * @return string|null The whole message as it came; null when it was cut.
 */
function read_message( $stream, string $begun = '' ): ?string {
	$message = $begun;
	while ( false === strpos( $message, "\r\n\r\n" ) ) {
		$line = fgets( $stream );
		if ( false === $line ) {
			return null;
		}
		$message .= $line;
	}
	if ( 1 === preg_match( '/^Expect: *100-continue/mi', $message ) ) {
		fwrite( $stream, "HTTP/1.1 100 Continue\r\n\r\n" );
	}
	$length  = 1 === preg_match( '/^Content-Length: *(\d+)/mi', $message, $found ) ? (int) $found[1] : 0;
	$missing = $length - strlen( (string) substr( (string) strstr( $message, "\r\n\r\n" ), 4 ) );
	while ( $missing > 0 ) {
		$more = fread( $stream, $missing );
		if ( false === $more || ( '' === $more && feof( $stream ) ) ) {
			return null;
		}
		$message .= $more;
		$missing -= strlen( $more );
	}
	return $message;
}

/**
 * Makes an answer.
 *
 * @param int                   $status  The status.
 * @param array<string, string> $headers The headers.
 * @param string                $body    The body.
 */
function answer( int $status, array $headers, string $body ): string {
	$headers += array(
		'Content-Length' => (string) strlen( $body ),
		'Connection'     => 'close',
	);
	$lines    = array( "HTTP/1.1 $status Status" );
	foreach ( $headers as $name => $value ) {
		$lines[] = "$name: $value";
	}
	return implode( "\r\n", $lines ) . "\r\n\r\n" . $body;
}

/**
 * Serves one connection after the other until whoever started this process has ended.
 *
 * @param resource                $server Where they come from.
 * @param callable(resource):void $serve  Serves one.
 */
function serve( $server, callable $serve ): void {
	while ( true ) {
		$ready  = array( $server, STDIN );
		$none   = array();
		$amount = stream_select( $ready, $none, $none, 60 );
		if ( false === $amount || in_array( STDIN, $ready, true ) ) {
			return;
		}
		$client = in_array( $server, $ready, true ) ? stream_socket_accept( $server ) : false;
		if ( false !== $client ) {
			stream_set_timeout( $client, 15 );
			$serve( $client );
			fclose( $client );
		}
	}
}
