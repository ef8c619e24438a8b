<?php
/**
 * The plugin in another language.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Igny8\Bridge\Tests\Support\SiteTestCase;

final class TranslationTest extends SiteTestCase {

	protected function setUp(): void {
		parent::setUp();
		add_filter( 'locale', array( $this, 'german' ) );
		unload_textdomain( 'igny8-bridge', true );
	}

	protected function tearDown(): void {
		remove_filter( 'locale', array( $this, 'german' ) );
		unload_textdomain( 'igny8-bridge', true );
		parent::tearDown();
	}

	public function german(): string {
		return 'de_DE';
	}

	public function test_its_own_translation_is_found(): void {
		igny8_bridge()->load_translations();
		self::assertSame( 'Nicht verbunden', __( 'Not connected', 'igny8-bridge' ) );
		/* translators: %s: a number. */
		self::assertSame( '%s Inhaltstypen', _n( '%s post type', '%s post types', 3, 'igny8-bridge' ) );
	}

	public function test_without_a_translation_it_speaks_english(): void {
		remove_filter( 'locale', array( $this, 'german' ) );
		igny8_bridge()->load_translations();
		self::assertSame( 'Not connected', __( 'Not connected', 'igny8-bridge' ) );
	}
}
