<?php
/**
 * Times as people say them.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

use Igny8\Bridge\Wp\Clock;

/**
 * "5 min ago", "in 6 min"; the exact time, in the site's zone, on hover and focus.
 */
final class TimeText {

	/**
	 * Tells the time.
	 *
	 * @var Clock
	 */
	private Clock $clock;

	/**
	 * Uses a clock.
	 *
	 * @param Clock $clock Tells the time.
	 */
	public function __construct( Clock $clock ) {
		$this->clock = $clock;
	}

	/**
	 * How long ago something was; after a week the day.
	 *
	 * @param int $at When, in seconds since 1970.
	 */
	public function ago( int $at ): string {
		$seconds = $this->clock->now() - $at;
		if ( $seconds < MINUTE_IN_SECONDS ) {
			return __( 'just now', 'igny8-bridge' );
		}
		if ( $seconds >= WEEK_IN_SECONDS ) {
			return (string) wp_date( 'j M Y', $at );
		}
		/* translators: %s: a duration, such as "5 min". */
		return sprintf( __( '%s ago', 'igny8-bridge' ), self::duration( $seconds ) );
	}

	/**
	 * How long it is until something; never less than a second.
	 *
	 * @param int $at When, in seconds since 1970.
	 */
	public function until( int $at ): string {
		return self::duration( max( 1, $at - $this->clock->now() ) );
	}

	/**
	 * The exact time.
	 *
	 * @param int $at When, in seconds since 1970.
	 */
	public function exact( int $at ): string {
		return (string) wp_date( 'j M Y H:i:s T', $at );
	}

	/**
	 * How long ago something was, as an element that tells the exact time too.
	 *
	 * @param int $at When, in seconds since 1970.
	 * @return string HTML.
	 */
	public function ago_html( int $at ): string {
		return sprintf( '<time datetime="%s" title="%s" tabindex="0">%s</time>', esc_attr( gmdate( 'c', $at ) ), esc_attr( $this->exact( $at ) ), esc_html( $this->ago( $at ) ) );
	}

	/**
	 * A duration in its largest unit.
	 *
	 * @param int $seconds How long.
	 */
	public static function duration( int $seconds ): string {
		if ( $seconds < MINUTE_IN_SECONDS ) {
			/* translators: %d: seconds. */
			return sprintf( __( '%d s', 'igny8-bridge' ), $seconds );
		}
		if ( $seconds < HOUR_IN_SECONDS ) {
			/* translators: %d: minutes. */
			return sprintf( __( '%d min', 'igny8-bridge' ), intdiv( $seconds, MINUTE_IN_SECONDS ) );
		}
		if ( $seconds < 2 * DAY_IN_SECONDS ) {
			/* translators: %d: hours. */
			return sprintf( __( '%d h', 'igny8-bridge' ), intdiv( $seconds, HOUR_IN_SECONDS ) );
		}
		/* translators: %d: days. */
		return sprintf( _n( '%d day', '%d days', intdiv( $seconds, DAY_IN_SECONDS ), 'igny8-bridge' ), intdiv( $seconds, DAY_IN_SECONDS ) );
	}
}
