<?php
/**
 * The steps of connecting.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Connect;

/**
 * What somebody who waits is shown, in this order.
 */
final class Step {

	public const PASSWORD = 'password';
	public const API_KEY  = 'api_key';
	public const SITE     = 'site';
	public const REGISTER = 'register';
	public const READ     = 'read';
	public const SEND     = 'send';

	public const ALL = array( self::PASSWORD, self::API_KEY, self::SITE, self::REGISTER, self::READ, self::SEND );
}
