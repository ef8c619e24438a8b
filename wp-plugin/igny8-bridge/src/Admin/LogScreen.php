<?php
/**
 * The activity log's own screen.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

use Igny8\Bridge\Log\Entry;
use Igny8\Bridge\Log\LogSearch;
use Igny8\Bridge\Log\LogTable;

defined( 'ABSPATH' ) || exit;

/**
 * All lines of the log, by level or by request ID, a page at a time. Reached from the settings page; plain links and a form,
 * no script.
 */
final class LogScreen {

	public const PAGE = 'igny8-bridge-log';

	private const LEVEL      = 'level';
	private const REQUEST_ID = 'request_id';
	private const NUMBER     = 'paged';
	private const LINES      = 50;

	/**
	 * Finds lines.
	 *
	 * @var LogSearch
	 */
	private LogSearch $search;

	/**
	 * Drops what is too old.
	 *
	 * @var LogTable
	 */
	private LogTable $log;

	/**
	 * Prints lines.
	 *
	 * @var LogLines
	 */
	private LogLines $lines;

	/**
	 * Puts the parts together.
	 *
	 * @param LogSearch $search Finds lines.
	 * @param LogTable  $log    Drops what is too old.
	 * @param LogLines  $lines  Prints lines.
	 */
	public function __construct( LogSearch $search, LogTable $log, LogLines $lines ) {
		$this->search = $search;
		$this->log    = $log;
		$this->lines  = $lines;
	}

	/**
	 * Adds the screen, without a place in the menu.
	 */
	public function register(): void {
		add_action( 'admin_menu', array( $this, 'add_page' ) );
		add_action( 'admin_head', array( $this, 'hide_from_menu' ) );
		add_filter( 'submenu_file', array( $this, 'mark_in_menu' ) );
	}

	/**
	 * The screen with these filters.
	 *
	 * @param array<string, string> $query The filters.
	 */
	public static function url( array $query = array() ): string {
		return add_query_arg( array( 'page' => self::PAGE ) + array_map( 'rawurlencode', $query ), admin_url( 'options-general.php' ) );
	}

	/**
	 * Adds the screen below Settings, where WordPress looks for its title and who may see it.
	 */
	public function add_page(): void {
		$hook = add_options_page( __( 'Activity log', 'igny8-bridge' ), __( 'Activity log', 'igny8-bridge' ), Access::CAPABILITY, self::PAGE, array( $this, 'render' ) );
		if ( false !== $hook ) {
			add_action( 'load-' . $hook, array( $this, 'load' ) );
		}
	}

	/**
	 * The menu is about to be printed: it shows the settings page only.
	 */
	public function hide_from_menu(): void {
		remove_submenu_page( 'options-general.php', self::PAGE );
		// For who may open no other page of Settings WordPress names the menu after its first page.
		remove_submenu_page( Form::PAGE, self::PAGE );
	}

	/**
	 * Marks the settings page in the menu while the log is shown.
	 *
	 * @param mixed $file What is marked; others may have filtered it.
	 * @return mixed
	 */
	public function mark_in_menu( $file ) {
		global $plugin_page;
		return self::PAGE === $plugin_page ? Form::PAGE : $file;
	}

	/**
	 * The screen is about to be shown.
	 */
	public function load(): void {
		$this->log->install();
		$this->log->purge();
		add_action(
			'admin_enqueue_scripts',
			static function (): void {
				wp_enqueue_style( 'igny8-bridge', plugins_url( 'assets/settings.css', IGNY8_BRIDGE_FILE ), array(), IGNY8_BRIDGE_VERSION );
			}
		);
	}

	/**
	 * Prints the screen.
	 */
	public function render(): void {
		$level      = Form::shown( self::LEVEL );
		$level      = in_array( $level, Entry::LEVELS, true ) ? $level : '';
		$request_id = Form::searched( self::REQUEST_ID );
		$count      = $this->search->count( $level, $request_id );
		$pages      = max( 1, (int) ceil( $count / self::LINES ) );
		$number     = min( max( 1, (int) Form::shown( self::NUMBER ) ), $pages );

		printf( '<div class="wrap" id="igny8-log-screen"><h1>%s</h1>', esc_html__( 'Activity log', 'igny8-bridge' ) );
		printf( '<p><a href="%s">%s</a></p>', esc_url( Form::url() ), esc_html__( 'Back to IGNY8 Bridge', 'igny8-bridge' ) );
		self::filters( $level, $request_id );
		if ( 0 === $count ) {
			self::nothing( '' !== $level || '' !== $request_id );
		} else {
			$this->lines->render( $this->search->find( $level, $request_id, self::LINES, ( $number - 1 ) * self::LINES ) );
			self::pages( array_filter( compact( 'level', 'request_id' ) ), $count, $number, $pages );
		}
		echo '</div>';
	}

	/**
	 * Prints the filters.
	 *
	 * @param string $level      The level that is chosen; empty for all.
	 * @param string $request_id What was searched for.
	 */
	private static function filters( string $level, string $request_id ): void {
		printf( '<form method="get" action="%s" class="igny8-log-filters" role="search"><input type="hidden" name="page" value="%s">', esc_url( admin_url( 'options-general.php' ) ), esc_attr( self::PAGE ) );
		printf( '<p><label>%s <select name="%s"><option value="">%s</option>', esc_html__( 'Level', 'igny8-bridge' ), esc_attr( self::LEVEL ), esc_html__( 'All', 'igny8-bridge' ) );
		foreach ( LogLines::levels() as $value => $label ) {
			printf( '<option value="%s"%s>%s</option>', esc_attr( $value ), selected( $level, $value, false ), esc_html( $label ) );
		}
		printf(
			'</select></label><label>%s <input type="search" name="%s" value="%s" maxlength="64"></label><button type="submit" class="button">%s</button></p></form>',
			esc_html__( 'Request ID', 'igny8-bridge' ),
			esc_attr( self::REQUEST_ID ),
			esc_attr( $request_id ),
			esc_html__( 'Filter', 'igny8-bridge' )
		);
	}

	/**
	 * Says that there is nothing to show.
	 *
	 * @param bool $is_filtered Whether that may be because of the filters.
	 */
	private static function nothing( bool $is_filtered ): void {
		if ( ! $is_filtered ) {
			printf( '<p>%s</p>', esc_html__( 'Nothing yet.', 'igny8-bridge' ) );
			return;
		}
		printf( '<p role="status">%s <a class="button" href="%s">%s</a></p>', esc_html__( 'Nothing matches.', 'igny8-bridge' ), esc_url( self::url() ), esc_html__( 'Clear filters', 'igny8-bridge' ) );
	}

	/**
	 * Prints the links to the other pages.
	 *
	 * @param array<string, string> $filters The filters.
	 * @param int                   $count   How many lines there are.
	 * @param int                   $number  Which page this is.
	 * @param int                   $pages   How many there are.
	 */
	private static function pages( array $filters, int $count, int $number, int $pages ): void {
		/* translators: %s: a number. */
		printf( '<nav class="tablenav bottom" aria-label="%s"><div class="tablenav-pages"><span class="displaying-num">%s</span> ', esc_attr__( 'Pages of the activity log', 'igny8-bridge' ), esc_html( sprintf( _n( '%s line', '%s lines', $count, 'igny8-bridge' ), number_format_i18n( $count ) ) ) );
		if ( $number > 1 ) {
			printf( '<a class="button" rel="prev" href="%s">%s</a> ', esc_url( self::url( $filters + array( self::NUMBER => (string) ( $number - 1 ) ) ) ), esc_html__( 'Newer', 'igny8-bridge' ) );
		}
		if ( $pages > 1 ) {
			/* translators: 1: the number of this page, 2: how many pages there are. */
			printf( '<span class="paging-input">%s</span> ', esc_html( sprintf( __( '%1$s of %2$s', 'igny8-bridge' ), number_format_i18n( $number ), number_format_i18n( $pages ) ) ) );
		}
		if ( $number < $pages ) {
			printf( '<a class="button" rel="next" href="%s">%s</a>', esc_url( self::url( $filters + array( self::NUMBER => (string) ( $number + 1 ) ) ) ), esc_html__( 'Older', 'igny8-bridge' ) );
		}
		echo '</div></nav>';
	}
}
