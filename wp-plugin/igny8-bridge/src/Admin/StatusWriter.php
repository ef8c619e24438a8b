<?php
/**
 * Puts the state of the connection in words.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

use Igny8\Bridge\Api\ApiException;
use Igny8\Bridge\Api\ClockCheck;
use Igny8\Bridge\Connection\Connection;
use Igny8\Bridge\Connection\Identity;
use Igny8\Bridge\Connection\State;
use Igny8\Bridge\Connection\Switches;
use Igny8\Bridge\Connection\Trouble;

/**
 * Every state of the connection has its sentence here.
 */
final class StatusWriter {

	/**
	 * The two switches.
	 *
	 * @var Switches
	 */
	private Switches $switches;

	/**
	 * Who this site is.
	 *
	 * @var Identity
	 */
	private Identity $identity;

	/**
	 * Why IGNY8 was not heard.
	 *
	 * @var Causes
	 */
	private Causes $causes;

	/**
	 * Times as people say them.
	 *
	 * @var TimeText
	 */
	private TimeText $times;

	/**
	 * Knows whether this server's clock is right.
	 *
	 * @var ClockCheck
	 */
	private ClockCheck $clock;

	/**
	 * Puts the parts together.
	 *
	 * @param Switches   $switches The two switches.
	 * @param Identity   $identity Who this site is.
	 * @param Causes     $causes   Why IGNY8 was not heard.
	 * @param TimeText   $times    Times as people say them.
	 * @param ClockCheck $clock    Knows whether this server's clock is right.
	 */
	public function __construct( Switches $switches, Identity $identity, Causes $causes, TimeText $times, ClockCheck $clock ) {
		$this->switches = $switches;
		$this->identity = $identity;
		$this->causes   = $causes;
		$this->times    = $times;
		$this->clock    = $clock;
	}

	/**
	 * The state in words.
	 *
	 * @param Connection $connection The connection.
	 */
	public function status( Connection $connection ): Status {
		if ( $connection->is_connected() && ! $this->switches->sync() ) {
			return new Status( Status::OFF, __( 'Enable Sync Operations is off.', 'igny8-bridge' ), Status::SWITCH );
		}
		switch ( $connection->state ) {
			case State::AUTHENTICATING:
				return new Status( Status::WORKING, __( 'Authenticating', 'igny8-bridge' ), Status::NOTHING );
			case State::STRUCTURE_SYNCING:
				return new Status( Status::WORKING, __( 'Connected. Structure syncing...', 'igny8-bridge' ), Status::NOTHING );
			case State::STRUCTURE_REFUSED:
				/* translators: %s: what IGNY8 said to it. */
				return new Status( Status::ACT, $this->with_next_try( sprintf( __( 'Connected. IGNY8 did not accept the structure: %s', 'igny8-bridge' ), $this->why( $connection ) ), $connection ), Status::RETRY );
			case State::READY:
				return new Status( Status::GOOD, __( 'Connected', 'igny8-bridge' ), '', __( 'Connected & Ready', 'igny8-bridge' ) );
			case State::DEGRADED:
				/* translators: %s: the cause. */
				return new Status( Status::ACT, $this->with_next_try( sprintf( __( 'Connected, delayed. %s', 'igny8-bridge' ), $this->why( $connection ) ), $connection ), Status::RETRY, (string) $this->causes->remedy( (string) $connection->trouble ) );
			case State::NEEDS_RECONNECT:
				/* translators: %s: what is wrong with the API key. */
				return new Status( Status::ACT, sprintf( __( 'Needs reconnect. %s Nothing is sent.', 'igny8-bridge' ), $this->lost_key( $connection ) ), Status::CONNECT );
			case State::SAFE_MODE:
				$next = Trouble::ENVIRONMENT_CHANGED === $this->identity->difference( $connection ) ? Status::ALLOW : Status::CHOOSE;
				return new Status( Status::ACT, $this->identity->safe_mode_text( $connection ), $next, $this->said_in_safe_mode( $connection ) );
			case State::INACTIVE:
				return new Status( Status::ACT, $this->with_next_try( __( 'Inactive. IGNY8 accepts nothing from this site.', 'igny8-bridge' ), $connection ), Status::ACTIVATE );
			case State::DISCONNECTED:
				/* translators: 1: how long ago, such as "3 h ago", 2: who did it. */
				return new Status( Status::OFF, sprintf( __( 'Disconnected %1$s by %2$s. Content stays in IGNY8.', 'igny8-bridge' ), $this->times->ago( (int) $connection->disconnected_at ), $this->who( $connection->disconnected_by ) ), Status::CONNECT );
			default:
				return new Status( Status::OFF, __( 'Not connected', 'igny8-bridge' ), Status::CONNECT );
		}
	}

	/**
	 * What is wrong whatever the state: nothing, or this server's clock, and who does what about it.
	 */
	public function clock_warning(): string {
		return $this->clock->is_off() ? $this->causes->clock( TimeText::duration( abs( (int) $this->clock->ahead() ) ) ) . ' ' . $this->causes->clock_remedy() : '';
	}

	/**
	 * Who did something.
	 *
	 * @param int|null $user The WordPress user; null for IGNY8.
	 */
	public function who( ?int $user ): string {
		$person = null === $user ? false : get_userdata( $user );
		return false === $person ? __( 'IGNY8', 'igny8-bridge' ) : $person->display_name;
	}

	/**
	 * Why the last push failed, as a sentence.
	 *
	 * @param Connection $connection The connection.
	 */
	private function why( Connection $connection ): string {
		return rtrim( $this->causes->cause( (string) $connection->trouble, (string) $connection->trouble_detail ), '. ' ) . '.';
	}

	/**
	 * What IGNY8 said that the address alone does not: that another site is connected, or why a choice was not carried out.
	 *
	 * @param Connection $connection The connection.
	 */
	private function said_in_safe_mode( Connection $connection ): string {
		if ( null !== $connection->refusal ) {
			return $this->causes->cause( $connection->refusal, (string) $connection->trouble_detail );
		}
		return Trouble::IDENTITY_CONFLICT === $connection->trouble ? (string) $connection->trouble_detail : '';
	}

	/**
	 * Adds when it is tried again.
	 *
	 * @param string     $text       The text.
	 * @param Connection $connection The connection.
	 */
	private function with_next_try( string $text, Connection $connection ): string {
		/* translators: 1: a sentence, 2: a duration, such as "6 min". */
		return null === $connection->next_try ? $text : sprintf( __( '%1$s Next try in %2$s.', 'igny8-bridge' ), $text, $this->times->until( $connection->next_try ) );
	}

	/**
	 * What is wrong with the site's key.
	 *
	 * @param Connection $connection The connection.
	 */
	private function lost_key( Connection $connection ): string {
		switch ( $connection->trouble ) {
			case Trouble::KEY_UNREADABLE:
				return __( 'The API key cannot be read: WordPress\'s security keys changed.', 'igny8-bridge' );
			case Trouble::KEY_DAMAGED:
				return __( 'The API key cannot be read: it was damaged in the database.', 'igny8-bridge' );
			case 'not_found':
				return __( 'IGNY8 does not know this connection any more.', 'igny8-bridge' );
			case 'scope_missing':
				return __( 'The API key may not send the structure.', 'igny8-bridge' );
			case ApiException::KEY_EXPIRED:
				return __( 'The API key expired.', 'igny8-bridge' );
			case ApiException::KEY_REPLACED:
				return __( 'The API key was replaced: the site was connected again.', 'igny8-bridge' );
		}
		return __( 'The API key was revoked.', 'igny8-bridge' );
	}
}
