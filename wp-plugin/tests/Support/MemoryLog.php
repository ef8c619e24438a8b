<?php
/**
 * A log in memory.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Support;

use Igny8\Bridge\Api\ApiException;
use Igny8\Bridge\Log\Log;

/**
 * Keeps its lines for a test to read.
 */
final class MemoryLog implements Log {

	/**
	 * The lines, "{level}: {message}".
	 *
	 * @var array<int, string>
	 */
	public array $lines = array();

	public function info( string $message ): void {
		$this->lines[] = "info: $message";
	}

	public function warning( string $message ): void {
		$this->lines[] = "warning: $message";
	}

	public function error( string $message ): void {
		$this->lines[] = "error: $message";
	}

	public function exchange( string $method, string $path, int $status, int $duration, ?string $request_id ): void {
		$this->lines[] = "info: $method $path $status $request_id";
	}

	public function failed_exchange( string $method, string $path, ApiException $error, int $duration ): void {
		$this->lines[] = "error: $method $path {$error->reason()} {$error->request_id()}";
	}
}
