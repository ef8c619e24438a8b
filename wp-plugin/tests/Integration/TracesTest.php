<?php
/**
 * What the plugin costs and leaves.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Integration;

use Igny8\Bridge\Tests\Support\SiteTestCase;

final class TracesTest extends SiteTestCase {

	public function test_nothing_that_it_stores_is_loaded_with_every_page(): void {
		global $wpdb;
		$this->connect();
		$rows = $wpdb->get_results( "SELECT option_name, autoload FROM {$wpdb->options} WHERE option_name LIKE 'igny8%'" );
		self::assertGreaterThan( 4, count( $rows ) );
		self::assertSame( array( 'no' ), array_values( array_unique( wp_list_pluck( $rows, 'autoload' ) ) ) );
	}

	public function test_its_events_take_less_than_a_kilobyte_of_the_schedule(): void {
		$with = strlen( serialize( _get_cron_array() ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.serialize_serialize -- measures what WordPress stores.
		$this->base->schedule()->clear();
		self::assertLessThan( 1024, $with - strlen( serialize( _get_cron_array() ) ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.serialize_serialize -- as above.
	}

	public function test_starting_costs_no_query_and_no_request(): void {
		global $wpdb;
		$before = $wpdb->num_queries;
		$plugin = new \Igny8\Bridge\Plugin();
		$plugin->register();
		$plugin->look_for_types();
		self::assertSame( $before, $wpdb->num_queries );
		self::assertSame( array(), $this->backend->requests );
	}
}
