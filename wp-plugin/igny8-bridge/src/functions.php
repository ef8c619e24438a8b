<?php
/**
 * The functions that other code may call.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

use Igny8\Bridge\Admin\Causes;
use Igny8\Bridge\Plugin;
use Igny8\Bridge\Wp\CannotStore;

defined( 'ABSPATH' ) || exit;

/**
 * The plugin.
 */
function igny8_bridge(): Plugin {
	static $plugin = null;
	$plugin        = $plugin instanceof Plugin ? $plugin : new Plugin();
	return $plugin;
}

/**
 * Gathers what this site has: its post types and taxonomies, how it calls them, and how many items are in each.
 *
 * Call it after `init`: before, not every type is registered. Costs two database queries whatever the number of types.
 * A count is published, scheduled, draft, pending and private items together; `statuses` has the parts and, beside
 * them, statuses of other plugins. The filters `igny8_post_types` and `igny8_taxonomies` choose the types.
 * On a network it knows only the site that WordPress started for: which types another one has is not known here.
 *
 * @since 0.1.0
 *
 * @throws \Igny8\Bridge\Structure\CannotCount When the database does not answer, or within `switch_to_blog()` to another site.
 * @return array{post_types: array<string, array{label: string, count: int, statuses: array<string, int>}>, taxonomies: array<string, array{label: string, count: int}>, collected_at: string}
 */
function igny8_get_site_structure(): array {
	$structure = igny8_bridge()->collector()->collect();
	$result    = array(
		'post_types'   => array(),
		'taxonomies'   => array(),
		'collected_at' => $structure->collected_at(),
	);
	foreach ( $structure->post_types as $name => $type ) {
		$result['post_types'][ $name ] = array(
			'label'    => $type->label,
			'count'    => $type->count,
			'statuses' => $type->statuses ?? array(),
		);
	}
	foreach ( $structure->taxonomies as $name => $taxonomy ) {
		$result['taxonomies'][ $name ] = array(
			'label' => $taxonomy->label,
			'count' => $taxonomy->count,
		);
	}
	return $result;
}

/**
 * Sends the structure of this site to IGNY8 now, as the daily job does.
 *
 * Nothing is sent when the site is not connected or in safe mode (it may be a copy), when "Enable Sync Operations" is off, or while another push is under
 * way. A push that fails is logged and tried again by itself.
 *
 * @since 0.1.0
 *
 * @return true|WP_Error True when IGNY8 has it; else why not: `igny8_not_connected`, `igny8_sync_off`, `igny8_busy`,
 *                       `igny8_failed`, `igny8_database_refused`, or, within `switch_to_blog()` to another site,
 *                       `igny8_other_site`.
 */
function igny8_sync_site_structure_to_backend() {
	try {
		$result = igny8_bridge()->jobs()->send_structure();
	} catch ( CannotStore $refused ) {
		return new WP_Error( 'igny8_' . CannotStore::REASON, Causes::not_stored() );
	}
	if ( $result->is_accepted() ) {
		return true;
	}
	return new WP_Error( 'igny8_' . $result->outcome, __( 'The structure was not sent.', 'igny8-bridge' ) );
}
