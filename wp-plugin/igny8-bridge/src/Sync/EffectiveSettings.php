<?php
/**
 * What IGNY8 keeps of each content type.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Sync;

use Igny8\Bridge\Api\ApiException;
use Igny8\Bridge\Api\Model\ContentTypeSettings;
use Igny8\Bridge\Wp\Options;

/**
 * The settings as IGNY8 told them with its last answer; they are made there and only shown here.
 */
final class EffectiveSettings {

	public const OPTION = 'igny8_bridge_settings';

	/**
	 * Where they are kept.
	 *
	 * @var Options
	 */
	private Options $options;

	/**
	 * Uses a place to keep them.
	 *
	 * @param Options $options Where they are kept.
	 */
	public function __construct( Options $options ) {
		$this->options = $options;
	}

	/**
	 * The settings, when IGNY8 has told them.
	 */
	public function get(): ?ContentTypeSettings {
		$data = json_decode( (string) $this->options->read( self::OPTION ), true );
		try {
			return is_array( $data ) ? ContentTypeSettings::from_array( $data ) : null;
		} catch ( ApiException $exception ) {
			return null;
		}
	}

	/**
	 * Remembers them.
	 *
	 * @param ContentTypeSettings $settings The settings.
	 */
	public function remember( ContentTypeSettings $settings ): void {
		$this->options->write( self::OPTION, (string) json_encode( $settings->to_array() ) );
	}

	/**
	 * Forgets them.
	 */
	public function forget(): void {
		$this->options->delete( self::OPTION );
	}
}
