<?php
/**
 * Fills the site by SQL: 200,000 posts and 50,000 terms, spread evenly over the types, in five statuses.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

global $wpdb;
$wpdb->query( 'CREATE TEMPORARY TABLE digits ( d int )' );
$wpdb->query( 'INSERT INTO digits VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9)' );
for ( $copy = 1; $copy < 6; $copy++ ) {
	$wpdb->query( "CREATE TEMPORARY TABLE digits_$copy SELECT d FROM digits" );
}
$numbers    = 'SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d + 100000 * g.d AS n FROM digits a, digits_1 b, digits_2 c, digits_3 e, digits_4 f, digits_5 g';
$list       = static fn( array $names ): string => "'" . implode( "', '", array_map( 'esc_sql', $names ) ) . "'";
$structure  = igny8_get_site_structure();
$types      = array_keys( $structure['post_types'] );
$taxonomies = array_keys( $structure['taxonomies'] );
$text       = str_repeat( 'Lorem ipsum dolor sit amet. ', 20 );
$wpdb->query( "DELETE FROM {$wpdb->posts}" );
$wpdb->query( "DELETE FROM {$wpdb->term_taxonomy}" );
$wpdb->query( "DELETE FROM {$wpdb->terms}" );
$date = "'2020-01-01' + INTERVAL n MINUTE";
$wpdb->query(
	"INSERT INTO {$wpdb->posts} (post_author, post_date, post_date_gmt, post_modified, post_modified_gmt, post_content, post_title, post_excerpt, post_status, post_name, to_ping, pinged, post_content_filtered, post_type)
	SELECT 1, $date, $date, $date, $date, '$text', CONCAT('Post ', n), '', ELT(1 + FLOOR(n / " . count( $types ) . ") % 10, 'draft', 'private', 'pending', 'publish', 'publish', 'publish', 'publish', 'publish', 'publish', 'publish'), CONCAT('post-', n), '', '', '', ELT(1 + n % " . count( $types ) . ', ' . $list( $types ) . ")
	FROM ( $numbers ) numbers WHERE n < 200000"
);
$wpdb->query( "INSERT INTO {$wpdb->terms} (term_id, name, slug) SELECT n + 1, CONCAT('Term ', n), CONCAT('term-', n) FROM ( $numbers ) numbers WHERE n < 50000" );
$wpdb->query( "INSERT INTO {$wpdb->term_taxonomy} (term_id, taxonomy, description, count) SELECT n + 1, ELT(1 + n % " . count( $taxonomies ) . ', ' . $list( $taxonomies ) . "), '', 1 FROM ( $numbers ) numbers WHERE n < 50000" );
$wpdb->query( "ANALYZE TABLE {$wpdb->posts}, {$wpdb->terms}, {$wpdb->term_taxonomy}" );
wp_cache_flush();
return array( count( $types ), count( $taxonomies ), (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->posts}" ), (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->term_taxonomy}" ) );
