<?php
/**
 * When two home URLs are the same.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Unit;

use Igny8\Bridge\Connection\HomeUrl;
use PHPUnit\Framework\TestCase;

final class HomeUrlTest extends TestCase {

	/**
	 * The cases of the backend's own test (home-url.spec.ts).
	 *
	 * @testWith ["example.com", "example.com"]
	 *           ["  HTTPS://Example.COM/ ", "example.com"]
	 *           ["http://example.com:80/blog/", "example.com/blog"]
	 *           ["https://example.com:443", "example.com"]
	 *           ["http://example.com:443", "example.com:443"]
	 *           ["https://example.com:8443/", "example.com:8443"]
	 *           ["https://example.com./", "example.com"]
	 *           ["https://example.com/a/?x=1#y", "example.com/a"]
	 *           ["https://example.com?x=1", "example.com"]
	 *           ["http://127.0.0.1:8080", "127.0.0.1:8080"]
	 *           ["http://[::1]:8080/", "[::1]:8080"]
	 *           ["https://example.com/a|[b]%zz", "example.com/a%7C%5Bb%5D%25zz"]
	 *           ["https://example.com/straße", "example.com/stra%C3%9Fe"]
	 */
	public function test_reads_an_address_as_the_backend_does( string $address, string $key ): void {
		self::assertSame( $key, HomeUrl::key( $address ) );
	}

	/**
	 * @testWith [""]
	 *           [" "]
	 *           ["https://"]
	 *           ["ftp://example.com"]
	 *           ["javascript:alert(1)"]
	 *           ["https://a b"]
	 *           ["https://user@example.com"]
	 *           ["https://user:pw@example.com"]
	 *           ["mailto:a@b.c"]
	 */
	public function test_what_is_no_web_address_is_none_to_the_backend_either( string $address ): void {
		self::assertNull( HomeUrl::key( $address ) );
	}

	/**
	 * @testWith ["https://example.com", "https://www.example.com"]
	 *           ["https://example.com", "https://staging.example.com"]
	 *           ["https://example.com", "https://example.com/staging"]
	 *           ["https://example.com", "https://example.com:8443"]
	 *           ["https://example.com/a", "https://example.com/A"]
	 */
	public function test_another_host_port_or_path_is_another_site( string $one, string $other ): void {
		self::assertNotSame( HomeUrl::key( $one ), HomeUrl::key( $other ) );
	}

	public function test_a_name_in_another_script_is_the_same_as_its_form_in_ascii_where_php_knows_that_form(): void {
		$name = 'https://Bücher.example';
		self::assertSame( HomeUrl::key( $name ), HomeUrl::key( 'https://B%C3%BCcher.example/' ), 'As a header carries it.' );
		self::assertSame( function_exists( 'idn_to_ascii' ) ? 'xn--bcher-kva.example' : 'bücher.example', HomeUrl::key( $name ) );
	}
}
