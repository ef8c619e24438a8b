<?php
/**
 * One round: each way to the counts in turn, in one process, with nothing cached. The crawl is at its best: as an
 * administrator, of three fields, straight to WordPress's REST server without a web server or HTTP in between.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

global $wpdb;
wp_set_current_user( 1 );
$of         = igny8_get_site_structure();
$types      = array_keys( $of['post_types'] );
$taxonomies = array_keys( $of['taxonomies'] );
$crawl      = static function ( string $base, array $query ): int {
	$seen = 0;
	for ( $page = 1, $pages = 1; $page <= $pages; $page++ ) {
		$request = new WP_REST_Request( 'GET', "/wp/v2/$base" );
		$request->set_query_params(
			$query + array(
				'per_page' => 100,
				'page'     => $page,
			)
		);
		$response = rest_do_request( $request );
		if ( $response->is_error() ) {
			throw new Exception( $response->as_error()->get_error_message() );
		}
		$pages = (int) $response->get_headers()['X-WP-TotalPages'];
		$seen += count( $response->get_data() );
		wp_cache_flush();
	}
	return $seen;
};
$base       = static fn( object $type ): string => is_string( $type->rest_base ) && '' !== $type->rest_base ? $type->rest_base : $type->name;
$ways       = array(
	'ours'  => static function () use ( &$of ): array {
		$of = igny8_get_site_structure();
		return array( array_sum( array_column( $of['post_types'], 'count' ) ), array_sum( array_column( $of['taxonomies'], 'count' ) ) );
	},
	'core'  => static function () use ( $types, $taxonomies ): array {
		$posts = 0;
		foreach ( $types as $type ) {
			$counts = wp_count_posts( $type );
			$posts += $counts->publish + $counts->future + $counts->draft + $counts->pending + $counts->private;
		}
		$terms = 0;
		foreach ( $taxonomies as $taxonomy ) {
			$terms += (int) wp_count_terms(
				array(
					'taxonomy'   => $taxonomy,
					'hide_empty' => false,
				)
			);
		}
		return array( $posts, $terms );
	},
	'crawl' => static function () use ( $types, $taxonomies, $crawl, $base ): array {
		$posts = 0;
		foreach ( $types as $type ) {
			$posts += $crawl(
				$base( get_post_type_object( $type ) ),
				array(
					'status'  => 'publish,future,draft,pending,private',
					'_fields' => 'id,type,status',
				)
			);
		}
		$terms = 0;
		foreach ( $taxonomies as $taxonomy ) {
			$terms += $crawl( $base( get_taxonomy( $taxonomy ) ), array( '_fields' => 'id,taxonomy,count' ) );
		}
		return array( $posts, $terms );
	},
);
if ( ! $igny8_with_crawl ) {
	unset( $ways['crawl'] );
}
$results = array();
foreach ( $ways as $name => $way ) {
	wp_cache_flush();
	$queries          = $wpdb->num_queries;
	$since            = hrtime( true );
	$counted          = $way();
	$results[ $name ] = array(
		'ms'      => ( hrtime( true ) - $since ) / 1e6,
		'queries' => $wpdb->num_queries - $queries,
		'counted' => $counted,
	);
}
return $results;
