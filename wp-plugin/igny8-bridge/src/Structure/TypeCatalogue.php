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

	/** Records, logs and layouts of widespread plugins: they are no content and some of them are nobody's business. */
	private const NO_CONTENT = array(
		'acf-field',
		'acf-field-group',
		'acf-post-type',
		'acf-taxonomy',
		'acf-ui-options-page',
		'amp_validated_url',
		'customize_changeset',
		'edd_log',
		'edd_payment',
		'elementor_font',
		'elementor_icons',
		'elementor_library',
		'elementor_snippet',
		'et_pb_layout',
		'fl-builder-template',
		'flamingo_contact',
		'flamingo_inbound',
		'flamingo_outbound',
		'jetpack_migration',
		'nf_sub',
		'product_variation',
		'product_visibility',
		'product_type',
		'scheduled-action',
		'shop_coupon',
		'shop_order',
		'shop_order_placehold',
		'shop_order_refund',
		'shop_subscription',
		'wpcf7_contact_form',
		'wpcode',
		'wpforms',
		'wpforms-template',
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
	 * Remembers which types there are.
	 */
	public function look(): void {
		$this->post_types = array_values( get_post_types() );
		$this->taxonomies = array_values( get_taxonomies() );
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
				$types    = false === $taxonomy ? array() : (array) $taxonomy->object_type;
				return array() === $types || array() !== array_diff( $types, $internal );
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
