<?php
/**
 * Gathers the structure.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Structure;

use Igny8\Bridge\Api\Model\ReportedType;
use Igny8\Bridge\Wp\Clock;

/**
 * Gathers the content types with their counts, in two queries. The same structure comes out whoever asks: cron, WP-CLI,
 * an administrator.
 */
final class Collector {

	/** What makes up a total; the media library's items "inherit". */
	private const TOTAL = array( 'publish', 'future', 'draft', 'pending', 'private' );

	/** What is no content yet, or no more. */
	private const NO_CONTENT = array( 'auto-draft', 'trash', 'inherit', 'request-pending', 'request-confirmed', 'request-failed', 'request-completed' );

	/** The contract's limits. */
	private const MAX_TYPES         = 500;
	private const MAX_STATUSES      = 50;
	private const MAX_LABEL         = 200;
	private const POST_TYPE_PATTERN = '/^(?!__proto__$)[a-z0-9_-]{1,20}$/D';
	private const TAXONOMY_PATTERN  = '/^(?!__proto__$)[^\x00-\x1F\x7F]{1,32}$/Du';
	private const STATUS_PATTERN    = '/^(?!__proto__$)[a-z0-9_-]{1,20}$/D';

	/** What nobody sees at the ends of a label: spaces of every kind, and marks without width; but the flags of some regions end with such. */
	private const BLANK_ENDS = '/^[\s\p{Z}\p{Cc}\p{Cf}]+|(?:(?![\x{E0020}-\x{E007F}])[\s\p{Z}\p{Cc}\p{Cf}])+$/Du';

	/** What no line of text has, and what turns the direction of the text that follows, beyond the label. */
	private const CONTROLS = '/[\x00-\x1F\x7F\x{202A}-\x{202E}\x{2066}-\x{2069}]+/u';

	/** What begins no tag, as in "I <3 you". */
	private const LESS_THAN = '~<(?!(?:/?[a-z]|[!?])[^<>]*>)~i';

	/**
	 * Knows which types are content.
	 *
	 * @var TypeCatalogue
	 */
	private TypeCatalogue $catalogue;

	/**
	 * Counts.
	 *
	 * @var Counts
	 */
	private Counts $counts;

	/**
	 * Tells the time.
	 *
	 * @var Clock
	 */
	private Clock $clock;

	/**
	 * Puts the parts together.
	 *
	 * @param TypeCatalogue $catalogue Knows which types are content.
	 * @param Counts        $counts    Counts.
	 * @param Clock         $clock     Tells the time.
	 */
	public function __construct( TypeCatalogue $catalogue, Counts $counts, Clock $clock ) {
		$this->catalogue = $catalogue;
		$this->counts    = $counts;
		$this->clock     = $clock;
	}

	/**
	 * Whether it can gather the structure of the current site: that of another one of the network it cannot know.
	 */
	public function knows_current_site(): bool {
		return $this->catalogue->is_of_current_site();
	}

	/**
	 * Gathers the structure.
	 *
	 * @throws CannotCount When the database does not answer, or another site of the network is the current one.
	 */
	public function collect(): Structure {
		$left_out     = array();
		$collected_at = $this->clock->now();
		$post_types   = $this->acceptable( $this->catalogue->post_types(), self::POST_TYPE_PATTERN, $left_out );
		$taxonomies   = $this->acceptable( $this->catalogue->taxonomies(), self::TAXONOMY_PATTERN, $left_out );
		// Here, because the filters that chose the types may also have switched to another site.
		if ( ! $this->knows_current_site() ) {
			throw new CannotCount( 'The post types and taxonomies of another site of the network are not known here.' );
		}
		$posts = $this->counts->posts();
		$terms = $this->counts->terms();

		// In the site's language, also when an administrator who reads another one asks.
		$switched = switch_to_locale( get_locale() );
		$types    = array();
		foreach ( $post_types as $name ) {
			$types[ $name ] = $this->post_type( $name, $posts[ $name ] ?? array() );
		}
		$sorts = array();
		foreach ( $taxonomies as $name ) {
			$sorts[ $name ] = new ReportedType( self::label( $this->catalogue->taxonomy_label( $name ), $name ), $terms[ strtolower( $name ) ] ?? 0 );
		}
		if ( $switched ) {
			restore_previous_locale();
		}
		return new Structure( $types, $sorts, $collected_at, $left_out );
	}

	/**
	 * A post type with its counts.
	 *
	 * @param string             $name     Its name.
	 * @param array<string, int> $statuses How many posts have which status.
	 */
	private function post_type( string $name, array $statuses ): ReportedType {
		$of_total = 'attachment' === $name ? array_merge( self::TOTAL, array( 'inherit' ) ) : self::TOTAL;
		$counted  = array();
		// WordPress's own statuses first and in its order, then others.
		$names = array_unique( array_merge( array_intersect( $of_total, array_map( 'strval', array_keys( $statuses ) ) ), array_map( 'strval', array_keys( $statuses ) ) ) );
		foreach ( $names as $status ) {
			if ( ( in_array( $status, $of_total, true ) || ! in_array( $status, self::NO_CONTENT, true ) ) && 1 === preg_match( self::STATUS_PATTERN, $status ) ) {
				$counted[ $status ] = $statuses[ $status ];
			}
		}
		return new ReportedType(
			self::label( $this->catalogue->post_type_label( $name ), $name ),
			(int) array_sum( array_intersect_key( $counted, array_flip( $of_total ) ) ),
			array_slice( $counted, 0, self::MAX_STATUSES, true )
		);
	}

	/**
	 * The names that IGNY8 accepts, in the site's own order. Of too many the same are left out whatever that order is.
	 *
	 * @param array<int, string> $names    The names.
	 * @param string             $pattern  What the contract allows.
	 * @param array<int, string> $left_out Takes the others, with the reason.
	 * @return array<int, string>
	 */
	private function acceptable( array $names, string $pattern, array &$left_out ): array {
		$accepted = array();
		$valid    = array_filter( $names, static fn( string $name ): bool => 1 === preg_match( $pattern, $name ) );
		$first    = array_flip( array_slice( TypeCatalogue::by_precedence( $valid ), 0, self::MAX_TYPES ) );
		foreach ( $names as $name ) {
			if ( ! in_array( $name, $valid, true ) ) {
				/* translators: %s: the name of a post type or taxonomy. */
				$left_out[] = sprintf( __( '"%s" was left out: IGNY8 does not accept its name.', 'igny8-bridge' ), $name );
			} elseif ( ! isset( $first[ $name ] ) ) {
				/* translators: 1: the name of a post type or taxonomy, 2: a number. */
				$left_out[] = sprintf( __( '"%1$s" was left out: IGNY8 accepts %2$d of a kind.', 'igny8-bridge' ), $name, self::MAX_TYPES );
			} else {
				$accepted[] = $name;
			}
		}
		return $accepted;
	}

	/**
	 * A label as the contract has it: one line of plain text, never empty. One that is no text at all (broken UTF-8) is none.
	 *
	 * @param string $label What the site calls the type.
	 * @param string $name  The type's name, in case that it calls it nothing.
	 */
	private static function label( string $label, string $name ): string {
		$html = (string) preg_replace( self::LESS_THAN, '&lt;', wp_check_invalid_utf8( $label ) );
		$text = html_entity_decode( wp_strip_all_tags( $html, true ), ENT_QUOTES, 'UTF-8' );
		$text = (string) preg_replace( array( self::CONTROLS, self::BLANK_ENDS ), '', $text );
		$text = (string) preg_replace( self::BLANK_ENDS, '', mb_substr( $text, 0, self::MAX_LABEL ) );
		return '' === $text ? $name : $text;
	}
}
