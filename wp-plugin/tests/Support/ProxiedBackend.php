<?php
/**
 * IGNY8 behind a proxy.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Support;

use RuntimeException;

/**
 * Two processes at the address that the plugin takes for IGNY8: a proxy over TLS that can be told to spoil what goes through
 * it, and FakeBackend behind it.
 */
final class ProxiedBackend {

	/**
	 * A folder for the certificates and the mode.
	 *
	 * @var string
	 */
	private string $folder;

	/**
	 * The port of FakeBackend, reached past the proxy.
	 *
	 * @var string
	 */
	private string $port;

	/**
	 * The processes and their pipes.
	 *
	 * @var array<int, array{resource, array<int, resource>}>
	 */
	private array $processes = array();

	/**
	 * Starts both.
	 */
	public function __construct() {
		$this->folder = sys_get_temp_dir() . '/igny8-proxy-' . bin2hex( random_bytes( 6 ) );
		mkdir( $this->folder );
		$good    = $this->certificate( 'good', 2 );
		$expired = $this->certificate( 'expired', 0 );
		$this->spoil( '' );
		$this->port = $this->start( 'backend-server.php', '' );
		$wish       = array(
			'port'    => wp_parse_url( IGNY8_API_URL, PHP_URL_PORT ),
			'backend' => $this->port,
			'mode'    => $this->folder . '/mode',
			'good'    => $good,
			'expired' => $expired,
		);
		$this->start( 'proxy-server.php', (string) wp_json_encode( $wish ) );
	}

	/**
	 * Ends both.
	 */
	public function stop(): void {
		foreach ( $this->processes as list( $process, $pipes ) ) {
			// They end when nobody holds their standard input.
			array_map( 'fclose', $pipes );
			proc_terminate( $process );
			proc_close( $process );
		}
		array_map( 'unlink', (array) glob( $this->folder . '/*' ) );
		rmdir( $this->folder );
	}

	/**
	 * The certificates to believe: of both, so that the expired one is refused for nothing else.
	 */
	public function bundle(): string {
		return $this->folder . '/bundle.crt';
	}

	/**
	 * Says what the proxy spoils from now on.
	 *
	 * @param string $how As proxy-server.php calls it; empty for nothing.
	 * @param string $at  A part of the request lines to which it does that; empty for all.
	 */
	public function spoil( string $how, string $at = '' ): void {
		file_put_contents(
			$this->folder . '/new',
			(string) wp_json_encode(
				array(
					'spoil' => $how,
					'at'    => $at,
				)
			)
		);
		rename( $this->folder . '/new', $this->folder . '/mode' );
	}

	/**
	 * Begins anew with an IGNY8 that knows nothing of this site.
	 */
	public function reset(): void {
		$this->spoil( '' );
		file_get_contents( "http://127.0.0.1:{$this->port}/_reset" );
	}

	/**
	 * What FakeBackend knows.
	 *
	 * @return array{requests: array<int, string>, sent: array<int, array{headers: array<string, string>}>, status: string, site_keys: array<int, string>, attempts: array<int, string>, has_integration: bool}
	 */
	public function state(): array {
		return json_decode( (string) file_get_contents( "http://127.0.0.1:{$this->port}/_state" ), true );
	}

	/**
	 * Starts a server.
	 *
	 * @param string $script   Its file.
	 * @param string $argument Its argument.
	 * @return string The first line that it prints.
	 * @throws RuntimeException When it cannot be started.
	 */
	private function start( string $script, string $argument ): string {
		$pipes   = array();
		$process = proc_open( array( PHP_BINARY, '-d', 'display_errors=stderr', __DIR__ . "/$script", $argument ), array( array( 'pipe', 'r' ), array( 'pipe', 'w' ) ), $pipes );
		if ( false === $process ) {
			throw new RuntimeException( "$script could not be started." );
		}
		$this->processes[] = array( $process, $pipes );
		return trim( (string) fgets( $pipes[1] ) );
	}

	/**
	 * Makes a certificate with its key, signed by itself.
	 *
	 * @param string $name The name of its file.
	 * @param int    $days How long it holds; with 0 it has expired within a second.
	 * @return string The file.
	 */
	private function certificate( string $name, int $days ): string {
		$settings = "{$this->folder}/$name.cnf";
		file_put_contents( $settings, "[req]\ndistinguished_name = dn\n[dn]\n[ext]\nsubjectAltName = IP:127.0.0.1, DNS:127.0.0.1\nbasicConstraints = CA:TRUE\n" );
		$options     = array(
			'config'           => $settings,
			'digest_alg'       => 'sha256',
			'x509_extensions'  => 'ext',
			'private_key_bits' => 2048,
		);
		$key         = openssl_pkey_new( $options );
		$request     = openssl_csr_new( array( 'commonName' => "127.0.0.1 $name" ), $key, $options );
		$certificate = openssl_csr_sign( $request, null, $key, $days, $options, random_int( 1, PHP_INT_MAX ) );
		openssl_x509_export( $certificate, $text );
		openssl_pkey_export( $key, $private, null, $options );
		file_put_contents( $this->bundle(), $text, FILE_APPEND );
		file_put_contents( "{$this->folder}/$name.pem", $text . $private );
		return "{$this->folder}/$name.pem";
	}
}
