<?php
/**
 * The content types on the settings page.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

use Igny8\Bridge\Api\Model\ContentTypeSetting;
use Igny8\Bridge\Api\Model\ReportedType;
use Igny8\Bridge\Structure\CannotCount;
use Igny8\Bridge\Structure\Collector;
use Igny8\Bridge\Sync\EffectiveSettings;

/**
 * What IGNY8 is told of this site, and what it keeps of it: "Posts (123)", Enabled, Limit.
 */
final class TypesView {

	/**
	 * Gathers the structure.
	 *
	 * @var Collector
	 */
	private Collector $collector;

	/**
	 * What IGNY8 keeps.
	 *
	 * @var EffectiveSettings
	 */
	private EffectiveSettings $settings;

	/**
	 * Puts the parts together.
	 *
	 * @param Collector         $collector Gathers the structure.
	 * @param EffectiveSettings $settings  What IGNY8 keeps.
	 */
	public function __construct( Collector $collector, EffectiveSettings $settings ) {
		$this->collector = $collector;
		$this->settings  = $settings;
	}

	/**
	 * Prints both tables.
	 */
	public function render(): void {
		try {
			$structure = $this->collector->collect();
		} catch ( CannotCount $exception ) {
			printf( '<h2>%s</h2><p>%s</p>', esc_html__( 'Post Types', 'igny8-bridge' ), esc_html__( 'The content could not be counted.', 'igny8-bridge' ) );
			return;
		}
		$settings = $this->settings->get();
		self::table( __( 'Post Types', 'igny8-bridge' ), __( 'No post types found.', 'igny8-bridge' ), $structure->post_types, null === $settings ? array() : $settings->post_types );
		self::table( __( 'Taxonomies', 'igny8-bridge' ), __( 'No taxonomies found.', 'igny8-bridge' ), $structure->taxonomies, null === $settings ? array() : $settings->taxonomies );
	}

	/**
	 * Prints a table.
	 *
	 * @param string                            $title    Its title.
	 * @param string                            $nothing  What to say when it is empty.
	 * @param array<string, ReportedType>       $types    The types.
	 * @param array<string, ContentTypeSetting> $settings What IGNY8 keeps of them.
	 */
	private static function table( string $title, string $nothing, array $types, array $settings ): void {
		printf( '<h2>%s</h2>', esc_html( $title ) );
		if ( array() === $types ) {
			printf( '<p>%s</p>', esc_html( $nothing ) );
			return;
		}
		printf(
			'<table class="widefat striped igny8-types"><caption class="screen-reader-text">%1$s</caption><thead><tr><th scope="col">%2$s</th><th scope="col">%3$s</th><th scope="col">%4$s</th></tr></thead><tbody>',
			esc_html( $title ),
			esc_html__( 'On this site', 'igny8-bridge' ),
			esc_html__( 'In IGNY8', 'igny8-bridge' ),
			esc_html__( 'Limit', 'igny8-bridge' )
		);
		foreach ( $types as $name => $type ) {
			self::row( $type, $settings[ $name ] ?? null );
		}
		echo '</tbody></table>';
	}

	/**
	 * Prints a row.
	 *
	 * @param ReportedType            $type    The type.
	 * @param ContentTypeSetting|null $setting What IGNY8 keeps of it; null when it has not said.
	 */
	private static function row( ReportedType $type, ?ContentTypeSetting $setting ): void {
		$kept  = '–';
		$limit = '–';
		if ( null !== $setting ) {
			$kept  = $setting->enabled ? __( 'Enabled', 'igny8-bridge' ) : __( 'Disabled', 'igny8-bridge' );
			$limit = null === $setting->fetch_limit ? __( 'all', 'igny8-bridge' ) : number_format_i18n( $setting->fetch_limit );
		}
		printf( '<tr><th scope="row">%s (%s)', esc_html( $type->label ), esc_html( number_format_i18n( $type->count ) ) );
		$statuses = self::statuses( $type->statuses ?? array() );
		if ( '' !== $statuses ) {
			printf( '<span class="igny8-statuses">%s</span>', esc_html( $statuses ) );
		}
		printf( '</th><td>%s</td><td>%s</td></tr>', esc_html( $kept ), esc_html( $limit ) );
	}

	/**
	 * How a total was made, when it has more than one part.
	 *
	 * @param array<string, int> $statuses How many posts have which status.
	 */
	private static function statuses( array $statuses ): string {
		if ( count( $statuses ) < 2 ) {
			return '';
		}
		$parts = array();
		foreach ( $statuses as $name => $count ) {
			$parts[] = sprintf( self::status( (string) $name ), number_format_i18n( $count ) );
		}
		return implode( ', ', $parts );
	}

	/**
	 * How many have a status, in words, with %s for the number.
	 *
	 * @param string $name The status.
	 */
	private static function status( string $name ): string {
		$texts  = array(
			/* translators: %s: a number of posts. */
			'publish' => __( '%s published', 'igny8-bridge' ),
			/* translators: %s: a number of posts. */
			'future'  => __( '%s scheduled', 'igny8-bridge' ),
			/* translators: %s: a number of posts. */
			'draft'   => __( '%s draft', 'igny8-bridge' ),
			/* translators: %s: a number of posts. */
			'pending' => __( '%s pending', 'igny8-bridge' ),
			/* translators: %s: a number of posts. */
			'private' => __( '%s private', 'igny8-bridge' ),
		);
		$status = get_post_status_object( $name );
		$label  = null === $status || ! is_string( $status->label ) ? $name : $status->label;
		return $texts[ $name ] ?? '%s ' . str_replace( '%', '%%', $label );
	}
}
