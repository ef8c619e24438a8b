<?php
/**
 * WordPress's HTTP functions, as far as the samples use them: they note what is sent and answer what a test says.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

if ( ! function_exists( 'wp_remote_request' ) ) {
	function wp_remote_request( string $url, array $args = array() ): array {
		$GLOBALS['igny8_sample_requests'][] = array( $url, $args );
		return $GLOBALS['igny8_sample_answer'];
	}
	function wp_remote_get( string $url, array $args = array() ): array {
		return wp_remote_request( $url, $args );
	}
	function wp_remote_retrieve_body( array $response ): string {
		return $response[1];
	}
	function wp_remote_retrieve_response_code( array $response ): int {
		return $response[0];
	}
	function is_wp_error(): bool {
		return false;
	}
	function wp_json_encode( $data ): string {
		return json_encode( $data );
	}
}
