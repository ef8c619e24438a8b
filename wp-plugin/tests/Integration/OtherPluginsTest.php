<?php
/**
 * Sites full of other people's plugins.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Igny8\Bridge\Connection\ConnectionStore;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Connection\Switches;
use Igny8\Bridge\Sync\PushResult;
use Igny8\Bridge\Tests\Support\SiteTestCase;

final class OtherPluginsTest extends SiteTestCase {

	private const PUSH = 'POST /integration/integrations/{id}/update-structure/';

	protected function tearDown(): void {
		foreach ( array( 'book', '404', 'late', 'bp-email', 'tutor_enrolled', 'language_switcher' ) as $type ) {
			if ( post_type_exists( $type ) ) {
				unregister_post_type( $type );
			}
		}
		foreach ( array( 'language', 'post_translations', 'department', 'Shelf', 'bp-email-type', 'pos_product_visibility' ) as $taxonomy ) {
			if ( taxonomy_exists( $taxonomy ) ) {
				unregister_taxonomy( $taxonomy );
			}
		}
		igny8_bridge()->look_for_types();
		parent::tearDown();
	}

	public function test_a_plugin_that_registers_its_type_for_each_reader_anew_changes_nothing(): void {
		$as = function ( int $user ): array {
			wp_set_current_user( $user );
			$may = current_user_can( 'manage_options' );
			register_post_type(
				'book',
				array(
					'label'               => 'Books',
					'public'              => $may,
					'show_ui'             => $may,
					'show_in_rest'        => $may,
					'exclude_from_search' => ! $may,
				)
			);
			igny8_bridge()->look_for_types();
			$structure = igny8_get_site_structure();
			unset( $structure['collected_at'] );
			return $structure;
		};
		$this->insert( 'book', 'private', 2 );
		$administrator = $as( 1 );
		self::assertSame( 2, $administrator['post_types']['book']['count'] );
		self::assertSame( $administrator, $as( 0 ) );
	}

	public function test_a_language_plugin_that_narrows_every_query_neither_changes_nor_slows_it(): void {
		global $wpdb;
		$this->insert( 'post', 'publish', 3 );
		$before = igny8_get_site_structure();
		$asked  = 0;
		$none   = static function ( $value ) use ( &$asked ) {
			++$asked;
			return is_string( $value ) ? ' AND 1 = 0 ' : array();
		};
		foreach ( array( 'posts_where', 'posts_clauses', 'terms_clauses', 'wp_count_posts', 'get_terms', 'wp_count_terms', 'posts_pre_query', 'terms_pre_query' ) as $filter ) {
			add_filter( $filter, $none );
		}
		$queries = $wpdb->num_queries;
		$after   = igny8_get_site_structure();
		unset( $before['collected_at'], $after['collected_at'] );
		self::assertSame( $before, $after );
		self::assertSame( array( 0, 2 ), array( $asked, $wpdb->num_queries - $queries ) );
	}

	public function test_a_language_plugins_own_taxonomies_are_left_out_and_a_library_keeps_its_languages(): void {
		register_taxonomy( 'language', 'post', array( 'label' => 'Languages' ) );
		register_taxonomy( 'post_translations', 'post' );
		igny8_bridge()->look_for_types();
		self::assertSame( array( 'category', 'post_tag', 'language' ), array_keys( igny8_get_site_structure()['taxonomies'] ) );
		register_taxonomy( 'language', 'post', array( '_pll' => true ) );
		self::assertSame( array( 'category', 'post_tag' ), array_keys( igny8_get_site_structure()['taxonomies'] ) );
	}

	/**
	 * Each as its plugin registers it: TranslatePress in every request but those of cron, so that its type came and went.
	 */
	public function test_what_plugins_keep_for_themselves_is_left_out_whoever_sees_it(): void {
		register_post_type( 'bp-email', array( 'show_ui' => true ) );
		register_taxonomy( 'bp-email-type', 'bp-email', array( 'show_ui' => true ) );
		register_post_type( 'tutor_enrolled', array( 'label' => 'Enrolled' ) );
		register_taxonomy( 'pos_product_visibility', 'post', array( 'public' => false ) );
		register_post_type( 'book', array( 'label' => 'Books' ) );
		$types = function (): array {
			igny8_bridge()->look_for_types();
			$structure = igny8_get_site_structure();
			return array( array_keys( $structure['post_types'] ), array_keys( $structure['taxonomies'] ) );
		};
		$cron  = $types();
		register_post_type( 'language_switcher', array( 'show_ui' => true ) );
		self::assertSame( array( array( 'post', 'page', 'book' ), array( 'category', 'post_tag' ) ), $cron );
		self::assertSame( $cron, $types() );
	}

	public function test_what_sorts_users_is_no_content(): void {
		register_taxonomy( 'department', 'user' );
		igny8_bridge()->look_for_types();
		self::assertArrayNotHasKey( 'department', igny8_get_site_structure()['taxonomies'] );
	}

	public function test_types_are_looked_for_after_all_who_register_on_init_and_never_on_admin_pages_only(): void {
		self::assertSame( PHP_INT_MAX, has_action( 'init', array( igny8_bridge(), 'look_for_types' ) ) );
		$late = static function (): void {
			register_post_type( 'late', array( 'label' => 'Late' ) );
		};
		$late();
		self::assertArrayNotHasKey( 'late', igny8_get_site_structure()['post_types'], 'On admin_init, say.' );
		igny8_bridge()->look_for_types();
		self::assertArrayHasKey( 'late', igny8_get_site_structure()['post_types'] );
	}

	public function test_a_type_whose_name_is_a_number_is_a_type_like_others(): void {
		register_post_type( '404', array( 'label' => 'Missing pages' ) );
		igny8_bridge()->look_for_types();
		$this->insert( '404', 'publish', 1 );
		add_filter( 'igny8_post_types', static fn(): array => array( '404' ) );
		$this->connect();
		self::assertStringContainsString( '"post_types":{"404":{"label":"Missing pages","count":1,"statuses":{"publish":1}}}', $this->backend->last( self::PUSH )['args']['body'] );
		self::assertStringContainsString( 'Missing pages (1)', $this->text() );
	}

	public function test_counts_what_an_importer_wrote_in_capitals_as_the_admin_list_does(): void {
		register_post_type( 'book', array( 'label' => 'Books' ) );
		register_taxonomy( 'Shelf', 'book', array( 'label' => 'Shelves' ) );
		igny8_bridge()->look_for_types();
		$this->insert( 'Book', 'publish', 2 );
		$this->insert( 'book', 'Publish', 1 );
		wp_insert_term( 'Top', 'Shelf' );
		$structure = igny8_get_site_structure();
		self::assertSame( array( 3, array( 'publish' => 3 ) ), array( $structure['post_types']['book']['count'], $structure['post_types']['book']['statuses'] ) );
		self::assertSame( 1, $structure['taxonomies']['Shelf']['count'] );
	}

	/**
	 * @dataProvider blank_labels
	 */
	public function test_a_label_that_nobody_would_see_gives_way_to_the_name( string $label, string $expected ): void {
		register_post_type( 'book', array( 'labels' => array( 'name' => $label ) ) );
		igny8_bridge()->look_for_types();
		self::assertSame( $expected, igny8_get_site_structure()['post_types']['book']['label'] );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public function blank_labels(): array {
		return array(
			'a hard space'                => array( '&nbsp;', 'book' ),
			'marks without width'         => array( "\u{200B}\u{200F}\u{FEFF}", 'book' ),
			'controls around a space'     => array( "\x07 \x07", 'book' ),
			'spaces of every kind around' => array( "\u{3000}Books\u{2003}&nbsp;", 'Books' ),
			'cut within a space'          => array( str_repeat( 'b', 199 ) . ' and more', str_repeat( 'b', 199 ) ),
			'an emoji of several parts'   => array( '👩‍💻 Books ❤️', '👩‍💻 Books ❤️' ),
		);
	}

	public function test_totals_are_those_of_the_admin_list_with_sticky_and_password_protected_posts(): void {
		foreach ( array( 'publish', 'draft', 'private', 'pending', 'future', 'trash' ) as $status ) {
			foreach ( array( 'post', 'page' ) as $type ) {
				$id = wp_insert_post(
					array(
						'post_type'     => $type,
						'post_title'    => "$type $status",
						'post_status'   => $status,
						'post_password' => 'publish' === $status ? 'secret' : '',
						'post_date'     => 'future' === $status ? '2099-01-01 00:00:00' : '',
					)
				);
				stick_post( $id );
			}
		}
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		$structure = igny8_get_site_structure();
		foreach ( $structure['post_types'] as $type => $told ) {
			$GLOBALS['wp_query']         = new \WP_Query();
			$GLOBALS['avail_post_stati'] = get_available_post_statuses( $type );

			$list  = _get_list_table( 'WP_Posts_List_Table', array( 'screen' => "edit-$type" ) );
			$views = new \ReflectionMethod( $list, 'get_views' );
			$views->setAccessible( true );
			$all = (string) preg_replace( '/\D/', '', wp_strip_all_tags( $views->invoke( $list )['all'] ) );
			self::assertSame( $all, (string) $told['count'], $type );
		}
	}

	public function test_a_stale_object_cache_is_not_asked(): void {
		$this->connect();
		$stale = array(
			ConnectionStore::OPTION => '{"state":"not_connected"}',
			Switches::OPTION        => '{"sync":false,"two_way":true}',
		);
		wp_cache_set( 'alloptions', array_merge( wp_load_alloptions(), $stale ), 'options' );
		wp_cache_set( 'notoptions', array_fill_keys( array_keys( $stale ), true ), 'options' );
		self::assertSame( State::READY, $this->connection()->state );
		self::assertTrue( $this->base->switches()->sync() );
		self::assertTrue( igny8_sync_site_structure_to_backend() );
	}

	public function test_a_table_that_cannot_be_read_is_never_told_as_an_empty_site(): void {
		global $wpdb;
		$this->connect();
		$requests = count( $this->backend->requests );
		$wpdb->suppress_errors( true );
		$this->break_counting();
		$result = igny8_bridge()->jobs()->send_structure();
		$text   = $this->text();
		$wpdb->suppress_errors( false );
		self::assertSame( PushResult::FAILED, $result->outcome );
		self::assertCount( $requests, $this->backend->requests );
		self::assertSame( State::DEGRADED, $this->connection()->state );
		self::assertGreaterThan( time(), $this->connection()->next_try );
		self::assertStringContainsString( 'error: The content could not be counted: ', implode( "\n", $this->log() ) );
		self::assertStringContainsString( 'Connected, delayed. The content could not be counted. Next try in', $text );
		self::assertStringNotContainsString( 'Posts (0)', $text );
	}

	public function test_connecting_is_not_undone_by_a_table_that_cannot_be_read(): void {
		global $wpdb;
		$wpdb->suppress_errors( true );
		$this->break_counting();
		$this->connect();
		$wpdb->suppress_errors( false );
		self::assertTrue( $this->connection()->is_connected() );
		self::assertGreaterThan( time(), $this->connection()->next_try );
	}

	/**
	 * Posts cannot be counted, as when their table crashed.
	 */
	private function break_counting(): void {
		add_filter( 'query', static fn( string $sql ): string => false === strpos( $sql, 'GROUP BY post_type' ) ? $sql : 'SELECT nonsense FROM nowhere' );
	}

	private function insert( string $type, string $status, int $count ): void {
		global $wpdb;
		for ( $post = 0; $post < $count; $post++ ) {
			$wpdb->insert(
				$wpdb->posts,
				array(
					'post_type'             => $type,
					'post_status'           => $status,
					'post_title'            => 'T',
					'post_content'          => '',
					'post_excerpt'          => '',
					'to_ping'               => '',
					'pinged'                => '',
					'post_content_filtered' => '',
				)
			);
		}
	}
}
