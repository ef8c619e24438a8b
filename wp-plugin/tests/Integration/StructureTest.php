<?php
/**
 * Gathering the structure.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Igny8\Bridge\Tests\Support\SiteTestCase;

final class StructureTest extends SiteTestCase {

	protected function tearDown(): void {
		foreach ( array( 'book', 'hidden', 'named', 'shop_order' ) as $type ) {
			if ( post_type_exists( $type ) ) {
				unregister_post_type( $type );
			}
		}
		foreach ( array( 'genre', 'group' ) as $taxonomy ) {
			if ( taxonomy_exists( $taxonomy ) ) {
				unregister_taxonomy( $taxonomy );
			}
		}
		parent::tearDown();
	}

	public function test_a_new_site_has_posts_pages_categories_and_tags(): void {
		$structure = igny8_get_site_structure();
		self::assertSame( array( 'post', 'page' ), array_keys( $structure['post_types'] ) );
		self::assertSame( array( 'category', 'post_tag' ), array_keys( $structure['taxonomies'] ) );
		self::assertSame( array( 'Posts', 'Pages', 'Categories', 'Tags' ), array_column( array_merge( $structure['post_types'], $structure['taxonomies'] ), 'label' ) );
	}

	public function test_a_total_is_what_the_admin_list_shows_as_all(): void {
		$this->posts(
			'post',
			array(
				'publish'    => 5,
				'draft'      => 3,
				'pending'    => 2,
				'private'    => 2,
				'future'     => 1,
				'trash'      => 4,
				'auto-draft' => 2,
				'inherit'    => 1,
			)
		);
		$post     = igny8_get_site_structure()['post_types']['post'];
		$counts   = wp_count_posts( 'post' );
		$expected = $counts->publish + $counts->future + $counts->draft + $counts->pending + $counts->private;
		self::assertSame( (int) $expected, $post['count'] );
		self::assertSame( array( 'publish', 'future', 'draft', 'pending', 'private' ), array_keys( $post['statuses'] ) );
		self::assertSame( $post['count'], array_sum( $post['statuses'] ) );
	}

	public function test_statuses_of_other_plugins_stand_beside_the_total(): void {
		$this->posts(
			'page',
			array(
				'archived'     => 3,
				'Not Accepted' => 1,
				'draft'        => 1,
			)
		);
		$before = wp_count_posts( 'page' )->publish + wp_count_posts( 'page' )->draft;
		$page   = igny8_get_site_structure()['post_types']['page'];
		self::assertSame( (int) $before, $page['count'] );
		self::assertSame( 3, $page['statuses']['archived'] );
		self::assertArrayNotHasKey( 'Not Accepted', $page['statuses'] );
	}

	public function test_costs_two_queries_however_many_types_there_are(): void {
		global $wpdb;
		for ( $type = 0; $type < 60; $type++ ) {
			register_post_type( "type_$type", array( 'public' => true ) );
			register_taxonomy( "tax_$type", "type_$type" );
		}
		igny8_bridge()->look_for_types();
		$before    = $wpdb->num_queries;
		$structure = igny8_get_site_structure();
		self::assertSame( 2, $wpdb->num_queries - $before );
		self::assertCount( 62, $structure['post_types'] );
		for ( $type = 0; $type < 60; $type++ ) {
			unregister_taxonomy( "tax_$type" );
			unregister_post_type( "type_$type" );
		}
		igny8_bridge()->look_for_types();
	}

	/**
	 * @dataProvider orders
	 * @param callable(array<int, string>): array<int, string> $order
	 */
	public function test_of_more_than_500_types_of_a_kind_wordpresss_own_and_the_first_by_name_are_told( callable $order ): void {
		$copies = array( 'Bad name' );
		for ( $type = 0; $type < 502; $type++ ) {
			$copies[] = sprintf( 'a_type_%03d', $type );
		}
		$names = $order( array_merge( array( 'post' ), $copies ) );
		add_filter( 'igny8_post_types', static fn(): array => $names );
		foreach ( $copies as $name ) {
			$copy                              = clone get_post_type_object( 'post' );
			$copy->name                        = $name;
			$GLOBALS['wp_post_types'][ $name ] = $copy;
		}
		$structure = igny8_bridge()->collector()->collect();
		foreach ( $copies as $name ) {
			unset( $GLOBALS['wp_post_types'][ $name ] );
		}
		$left_out = array( '"a_type_499" was left out: IGNY8 accepts 500 of a kind.', '"a_type_500" was left out: IGNY8 accepts 500 of a kind.', '"a_type_501" was left out: IGNY8 accepts 500 of a kind.' );
		self::assertCount( 500, $structure->post_types );
		self::assertEqualsCanonicalizing( array_merge( array( '"Bad name" was left out: IGNY8 does not accept its name.' ), $left_out ), $structure->left_out );
		self::assertSame( array_values( array_diff( $names, array( 'Bad name', 'a_type_499', 'a_type_500', 'a_type_501' ) ) ), array_keys( $structure->post_types ), 'They stay in the site\'s own order.' );
	}

	/**
	 * @return array<string, array{callable}>
	 */
	public function orders(): array {
		return array(
			'as they are'    => array( static fn( array $names ): array => $names ),
			'the last first' => array( 'array_reverse' ),
		);
	}

	public function test_types_outside_rest_and_without_a_screen_are_told_too(): void {
		$this->register(
			'book',
			array(
				'label'        => 'Books',
				'public'       => true,
				'show_in_rest' => false,
			)
		);
		$this->register(
			'hidden',
			array(
				'label'  => 'Hidden',
				'public' => false,
			)
		);
		$this->posts( 'book', array( 'publish' => 2 ) );
		$types = igny8_get_site_structure()['post_types'];
		self::assertSame(
			array(
				'label'    => 'Books',
				'count'    => 2,
				'statuses' => array( 'publish' => 2 ),
			),
			$types['book']
		);
		self::assertSame( 0, $types['hidden']['count'] );
	}

	public function test_the_same_structure_comes_out_whoever_asks(): void {
		$this->register(
			'book',
			array(
				'label'   => 'Books',
				'public'  => current_user_can( 'manage_options' ),
				'show_ui' => false,
			)
		);
		$this->posts(
			'book',
			array(
				'private' => 3,
				'publish' => 1,
			)
		);
		$administrator = igny8_get_site_structure();
		wp_set_current_user( 0 );
		$nobody = igny8_get_site_structure();
		unset( $administrator['collected_at'], $nobody['collected_at'] );
		self::assertSame( $administrator, $nobody );
		self::assertSame( 4, $nobody['post_types']['book']['count'] );
	}

	public function test_records_of_other_plugins_and_what_belongs_to_them_are_left_out(): void {
		$this->register(
			'shop_order',
			array(
				'label'   => 'Orders',
				'show_ui' => true,
			)
		);
		register_taxonomy( 'group', 'shop_order' );
		register_taxonomy( 'genre', array( 'shop_order', 'post' ) );
		igny8_bridge()->look_for_types();
		$structure = igny8_get_site_structure();
		self::assertArrayNotHasKey( 'shop_order', $structure['post_types'] );
		self::assertSame( array( 'category', 'post_tag', 'genre' ), array_keys( $structure['taxonomies'] ) );
	}

	public function test_a_filter_takes_types_out_and_adds_media(): void {
		$this->posts(
			'attachment',
			array(
				'inherit' => 7,
				'trash'   => 1,
			)
		);
		add_filter( 'igny8_post_types', static fn(): array => array( 'page', 'attachment', 'nonsense', 17 ) );
		$types = igny8_get_site_structure()['post_types'];
		self::assertSame( array( 'page', 'attachment' ), array_keys( $types ) );
		self::assertSame( 7, $types['attachment']['count'] );
	}

	public function test_a_filter_that_returns_rubbish_does_no_harm(): void {
		add_filter( 'igny8_post_types', '__return_null' );
		add_filter( 'igny8_taxonomies', '__return_false' );
		$structure = igny8_get_site_structure();
		self::assertSame( array( array(), array() ), array( $structure['post_types'], $structure['taxonomies'] ) );
	}

	/**
	 * @dataProvider labels
	 * @param mixed $label What a plugin calls its type.
	 */
	public function test_a_label_is_plain_text_and_never_empty( $label, string $expected ): void {
		$this->register( 'named', array( 'labels' => array( 'name' => $label ) ) );
		self::assertSame( $expected, igny8_get_site_structure()['post_types']['named']['label'] );
	}

	/**
	 * @return array<string, array{mixed, string}>
	 */
	public function labels(): array {
		return array(
			'markup'            => array( '<b>Books</b> &amp; <i class="x">more</i>', 'Books & more' ),
			'empty'             => array( '', 'named' ),
			'only markup'       => array( '<span></span> ', 'named' ),
			'a NUL character'   => array( "Bo\0oks", 'Books' ),
			'other controls'    => array( "Bo\x1Fo\x07ks", 'Books' ),
			'very long'         => array( str_repeat( 'ü', 300 ), str_repeat( 'ü', 200 ) ),
			'broken UTF-8'      => array( "Caf\xE9 menu", 'named' ),
			'another language'  => array( '製品', '製品' ),
			'no tag'            => array( 'I <3 <b>you</b> </3 <', 'I <3 you </3 <' ),
			'less than a word'  => array( 'a <b and <i>more</i>', 'a <b and more' ),
			'code'              => array( '<script>if ( 1 <2 ) { alert( "<b>" ); }</script>Books<!-- no -->', 'Books' ),
			'other directions'  => array( "Bo\u{202E}ok\u{202C}s \u{2066}and\u{2069} &#8234;more", 'Books and more' ),
			'a flag at the end' => array( "Wales \u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F} \u{200B}", "Wales \u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}" ),
			'nothing to see'    => array( "\u{E0067}\u{E007F}\u{202C}", 'named' ),
		);
	}

	public function test_terms_count_as_wordpress_counts_them(): void {
		wp_insert_term( 'Fiction', 'category' );
		wp_insert_term( 'Facts', 'category' );
		self::assertSame(
			(int) wp_count_terms(
				array(
					'taxonomy'   => 'category',
					'hide_empty' => false,
				)
			),
			igny8_get_site_structure()['taxonomies']['category']['count']
		);
	}

	public function test_core_types_are_named_in_the_sites_language_also_for_somebody_who_reads_another_one(): void {
		$language = 'de_DE';
		add_filter(
			'determine_locale',
			static function () use ( &$language ): string {
				return $language;
			}
		);
		add_action(
			'change_locale',
			static function ( string $locale ) use ( &$language ): void {
				$language = $locale;
			},
			1
		);
		add_filter(
			'gettext_with_context',
			static function ( string $translation, string $text ) use ( &$language ): string {
				return 'Posts' === $text && 'de_DE' === $language ? 'Beiträge' : $translation;
			},
			10,
			2
		);
		add_filter( 'get_available_languages', static fn(): array => array( 'de_DE' ) );
		$GLOBALS['wp_locale_switcher'] = new \WP_Locale_Switcher();
		create_initial_post_types();
		self::assertSame( 'Beiträge', get_post_type_object( 'post' )->labels->name );
		self::assertSame( 'Posts', igny8_get_site_structure()['post_types']['post']['label'] );
		self::assertSame( 'Beiträge', get_post_type_object( 'post' )->labels->name, 'The page goes on in its reader\'s language.' );
		$language = 'en_US';
		create_initial_post_types();
	}

	/**
	 * Registers a post type as a plugin does on `init`.
	 *
	 * @param string               $name The name.
	 * @param array<string, mixed> $args What it is like.
	 */
	private function register( string $name, array $args ): void {
		register_post_type( $name, $args );
		igny8_bridge()->look_for_types();
	}

	/**
	 * Makes posts.
	 *
	 * @param string             $type     Of this type.
	 * @param array<string, int> $statuses How many of which status.
	 */
	private function posts( string $type, array $statuses ): void {
		global $wpdb;
		foreach ( $statuses as $status => $count ) {
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
}
