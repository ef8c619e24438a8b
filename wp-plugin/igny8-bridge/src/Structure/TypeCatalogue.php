<?php
/**
 * The content types of a site.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Structure;

/**
 * Knows which post types and taxonomies are content. They are chosen by name and never by their flags: some plugins set
 * those by who is looking, and the structure must be the same whoever asks.
 */
final class TypeCatalogue {

	/** WordPress's own types that are content; its others (revisions, menus, templates, …) serve itself. */
	private const CORE_POST_TYPES = array( 'post', 'page' );
	private const CORE_TAXONOMIES = array( 'category', 'post_tag' );

	/** What taxonomies also sort, but is no post. */
	private const OTHER_OBJECTS = array( 'user', 'term', 'link', 'comment' );

	/**
	 * What widespread plugins keep as posts and terms that is no content: nobody reads it on the site, and some of it is
	 * nobody's business. Each has a screen of its own, so no flag tells it from content.
	 */
	private const NO_CONTENT = array(
		// Definitions: which fields, types, forms, tables and menus there are.
		'acf-field',
		'acf-field-group',
		'acf-post-type',
		'acf-taxonomy',
		'acf-ui-options-page',
		'forminator_forms',
		'forminator_polls',
		'forminator_quizzes',
		'jetpack_form',
		'language_switcher',
		'llms_engagement',
		'llms_form',
		'_pods_field',
		'_pods_group',
		'_pods_pod',
		'_pods_template',
		'code_snippet',
		'custom-css-js',
		'ef_editorial_meta',
		'ef_usergroup',
		'following_users',
		'frm_display',
		'frm_form_actions',
		'frm_styles',
		'jetpack_migration',
		'mb-post-type',
		'mb-taxonomy',
		'mc4wp-form',
		'meta-box',
		'post_status',
		'rank_math_schema',
		'redirect_rule',
		'tablepress_table',
		'um_directory',
		'um_form',
		'view-template',
		'wp-types-group',
		'wp-types-term-group',
		'wp-types-user-group',
		'wpcf7_contact_form',
		'wpcode',
		'wpforms',
		'wpforms-template',
		// Layouts: parts of pages and templates of emails, not pages.
		'astra-advanced-hook',
		'bp-email',
		'bricks_template',
		'buddypress',
		'ct_content_block',
		'ct_template',
		'e-floating-buttons',
		'e_global_class',
		'elementor-hf',
		'elementor_component',
		'elementor_font',
		'elementor_icons',
		'elementor_library',
		'elementor_snippet',
		'et_body_layout',
		'et_footer_layout',
		'et_header_layout',
		'et_pb_layout',
		'et_tb_item',
		'et_template',
		'et_theme_builder',
		'et_theme_options',
		'fl-builder-template',
		'fl-theme-layout',
		'fusion_element',
		'fusion_tb_layout',
		'fusion_tb_section',
		'fusion_template',
		'gp_elements',
		'jet-engine',
		'jet-theme-core',
		'jp_product_search',
		'jp_search_overlay',
		'jp_search_prod_ovl',
		'jp_search_template',
		'llms_achievement',
		'llms_certificate',
		'llms_email',
		'mailpoet_email',
		'mailpoet_page',
		'ml-slider',
		'oceanwp_library',
		'popup',
		'popup_theme',
		'tdb_templates',
		'tec_calendar_embed',
		'templatera',
		'vc4_templates',
		'vc_grid_item',
		'woo_email',
		// What visitors and customers sent, bought or booked: personal.
		'edd_discount',
		'edd_payment',
		'feedback',
		'flamingo_contact',
		'flamingo_inbound',
		'flamingo_outbound',
		'give_payment',
		'job_guest_user',
		'jp_mem_plan',
		'jp_pay_order',
		'llms_access_plan',
		'llms_coupon',
		'llms_my_achievement',
		'llms_my_certificate',
		'llms_order',
		'llms_review',
		'llms_transaction',
		'llms_voucher',
		'lp_order',
		'memberships_coupon',
		'nf_sub',
		'sfwd-transactions',
		'shop_coupon',
		'shop_order',
		'shop_order_placehold',
		'shop_order_refund',
		'shop_subscription',
		'tec_tc_attendee',
		'tec_tc_order',
		'tribe_rsvp_attendees',
		'tutor_enrolled',
		'wc_booking',
		'wc_user_membership',
		'wpcf7s',
		// Logs, queues and caches.
		'amp_validated_url',
		'customize_changeset',
		'dashboard-note',
		'deleted_event',
		'edd_log',
		'fl-builder-history',
		'give_log',
		'itsec-dash-card',
		'itsec-dashboard',
		'jp_act_log_event',
		'jp_img_sitemap',
		'jp_img_sitemap_index',
		'jp_sitemap',
		'jp_sitemap_index',
		'jp_sitemap_master',
		'jp_vid_sitemap',
		'jp_vid_sitemap_index',
		'scheduled-action',
		'tribe-ea-record',
		'wc_push_token',
		'wp_log',
		'wp_stream_alerts',
		// A shop's own: variants are part of their product, and these taxonomies are settings of a product.
		'llms_product_visibility',
		'pos_product_visibility',
		'product_shipping_class',
		'product_type',
		'product_variation',
		'product_visibility',
		// Which texts are translations of which.
		'polylang_mo',
		'post_translations',
		'term_language',
		'term_translations',
		'translation_priority',
	);

	/**
	 * The names of the types as they were at the end of `init`; null before.
	 *
	 * @var array<int, string>|null
	 */
	private ?array $post_types = null;

	/**
	 * The names of the taxonomies as they were at the end of `init`; null before.
	 *
	 * @var array<int, string>|null
	 */
	private ?array $taxonomies = null;

	/**
	 * The site whose types they are; null before.
	 *
	 * @var int|null
	 */
	private ?int $site = null;

	/**
	 * Remembers which types there are.
	 */
	public function look(): void {
		$this->site       = self::own_site();
		$this->post_types = array_values( get_post_types() );
		$this->taxonomies = array_values( get_taxonomies() );
	}

	/**
	 * Whether the current site of the network is the one whose types these are. `switch_to_blog()` changes the database
	 * tables and options, but not which types are registered.
	 */
	public function is_of_current_site(): bool {
		return get_current_blog_id() === ( $this->site ?? self::own_site() );
	}

	/**
	 * The site that WordPress started for, wherever somebody has switched to since.
	 */
	private static function own_site(): int {
		$left = $GLOBALS['_wp_switched_stack'] ?? null;
		$own  = is_array( $left ) ? reset( $left ) : false;
		return is_numeric( $own ) ? (int) $own : get_current_blog_id();
	}

	/**
	 * The names of the post types that are content.
	 *
	 * @return array<int, string>
	 */
	public function post_types(): array {
		$names = self::without( $this->post_types ?? array_values( get_post_types() ), get_post_types( array( '_builtin' => true ) ), self::CORE_POST_TYPES );
		/**
		 * Filters which post types IGNY8 is told of.
		 *
		 * Take one out to keep it to yourself, or add one that is not counted as content, such as `attachment`.
		 *
		 * @since 0.1.0
		 *
		 * @param array<int, string> $names The names of the post types.
		 */
		return self::known( apply_filters( 'igny8_post_types', $names ), get_post_types() );
	}

	/**
	 * The names of the taxonomies that are content.
	 *
	 * @return array<int, string>
	 */
	public function taxonomies(): array {
		$names = self::without( $this->taxonomies ?? array_values( get_taxonomies() ), get_taxonomies( array( '_builtin' => true ) ), self::CORE_TAXONOMIES );
		// One whose every type is no content (the groups of scheduled actions, say) is none either.
		$internal = array_merge( self::NO_CONTENT, array_diff( get_post_types( array( '_builtin' => true ) ), self::CORE_POST_TYPES ) );
		$names    = array_filter(
			$names,
			static function ( string $name ) use ( $internal ): bool {
				$taxonomy = get_taxonomy( $name );
				// Polylang's "language" has a name that others give to real content; Polylang marks its own.
				if ( false === $taxonomy || isset( $taxonomy->_pll ) ) {
					return false;
				}
				$types = (array) $taxonomy->object_type;
				return array() === $types || array() !== array_diff( $types, $internal, self::OTHER_OBJECTS );
			}
		);
		/**
		 * Filters which taxonomies IGNY8 is told of.
		 *
		 * @since 0.1.0
		 *
		 * @param array<int, string> $names The names of the taxonomies.
		 */
		return self::known( apply_filters( 'igny8_taxonomies', array_values( $names ) ), get_taxonomies() );
	}

	/**
	 * What the site calls a post type.
	 *
	 * @param string $name Its name.
	 */
	public function post_type_label( string $name ): string {
		$type = get_post_type_object( $name );
		return null === $type ? '' : self::text( $type->labels->name ?? $type->label );
	}

	/**
	 * What the site calls a taxonomy.
	 *
	 * @param string $name Its name.
	 */
	public function taxonomy_label( string $name ): string {
		$taxonomy = get_taxonomy( $name );
		return false === $taxonomy ? '' : self::text( $taxonomy->labels->name ?? $taxonomy->label );
	}

	/**
	 * WordPress's own first, then by name: in whatever order plugins registered them.
	 *
	 * @param array<int, string> $names The names of post types or taxonomies.
	 * @return array<int, string>
	 */
	public static function by_precedence( array $names ): array {
		$own = array_intersect( array_merge( self::CORE_POST_TYPES, self::CORE_TAXONOMIES ), $names );
		sort( $names, SORT_STRING );
		return array_values( array_unique( array_merge( $own, $names ) ) );
	}

	/**
	 * All but what is no content.
	 *
	 * @param array<int, string>       $names The names.
	 * @param array<array-key, string> $core  Those that WordPress itself registers.
	 * @param array<int, string>       $keep  Those of them that are content.
	 * @return array<int, string>
	 */
	private static function without( array $names, array $core, array $keep ): array {
		return array_values( array_diff( $names, array_diff( $core, $keep ), self::NO_CONTENT ) );
	}

	/**
	 * What a filter gave, as far as it names registered types.
	 *
	 * @param mixed                    $names      What the filter gave.
	 * @param array<array-key, string> $registered The registered names.
	 * @return array<int, string>
	 */
	private static function known( $names, array $registered ): array {
		return array_values( array_unique( array_intersect( array_filter( (array) $names, 'is_string' ), $registered ) ) );
	}

	/**
	 * A label, whatever another plugin put there.
	 *
	 * @param mixed $label The label.
	 */
	private static function text( $label ): string {
		return is_string( $label ) ? $label : '';
	}
}
