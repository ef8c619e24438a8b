<?php
/**
 * Constants that WordPress defines while it starts, for PHPStan.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

define( 'ABSPATH', '/' );
define( 'WPINC', 'wp-includes' );
define( 'ARRAY_N', 'ARRAY_N' );
define( 'KB_IN_BYTES', 1024 );
define( 'MB_IN_BYTES', 1048576 );
define( 'MINUTE_IN_SECONDS', 60 );
define( 'HOUR_IN_SECONDS', 3600 );
define( 'DAY_IN_SECONDS', 86400 );
define( 'WEEK_IN_SECONDS', 604800 );
define( 'WP_CLI', true );
