<?php
/**
 * Whether this server's clock is right.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Tests\Unit;

use Igny8\Bridge\Api\ClockCheck;
use Igny8\Bridge\Tests\Support\MemoryLog;
use Igny8\Bridge\Tests\Support\MemoryOptions;
use Igny8\Bridge\Tests\Support\ScriptedHttp;
use Igny8\Bridge\Tests\Support\SetClock;
use Igny8\Bridge\Wp\HttpResponse;
use PHPUnit\Framework\TestCase;

final class ClockCheckTest extends TestCase {

	private MemoryOptions $options;

	private MemoryLog $log;

	private SetClock $clock;

	protected function setUp(): void {
		$this->options = new MemoryOptions();
		$this->log     = new MemoryLog();
		$this->clock   = new SetClock();
	}

	/**
	 * @testWith [0, false]
	 *           [300, false]
	 *           [-300, false]
	 *           [301, true]
	 *           [-301, true]
	 *           [86400, true]
	 */
	public function test_a_clock_is_off_beyond_what_signed_calls_allow( int $ahead, bool $is_off ): void {
		$check = $this->hear( $ahead );
		self::assertSame( array( $ahead, $is_off ), array( $check->ahead(), $check->is_off() ) );
		self::assertCount( $is_off ? 1 : 0, $this->log->lines );
	}

	public function test_nothing_is_known_before_the_first_answer(): void {
		$check = new ClockCheck( new ScriptedHttp( new HttpResponse( 200, array(), '' ) ), $this->options, $this->clock, $this->log );
		self::assertSame( array( null, false ), array( $check->ahead(), $check->is_off() ) );
	}

	public function test_says_so_once_and_again_when_it_changes(): void {
		$this->hear( 420 );
		$this->hear( 425 );
		$this->hear( -420 );
		self::assertSame( array( 'warning: This server\'s clock is 420 s ahead of IGNY8\'s.', 'warning: This server\'s clock is 420 s behind IGNY8\'s.' ), $this->log->lines );
		self::assertFalse( $this->hear( 2 )->is_off(), 'It was set.' );
		self::assertCount( 2, $this->log->lines );
	}

	public function test_writes_nothing_as_long_as_the_difference_stays(): void {
		$this->hear( 2 );
		$stored = $this->options->stored;
		$this->hear( 9 );
		self::assertSame( $stored, $this->options->stored );
	}

	/**
	 * @dataProvider strangers
	 */
	public function test_believes_only_igny8s_own_fresh_answers( array $headers ): void {
		$this->hear( 2 );
		self::assertSame( 2, $this->hear( 5000, $headers )->ahead() );
	}

	/**
	 * @return array<string, array{array<string, string|null>}>
	 */
	public function strangers(): array {
		return array(
			'a proxy'        => array( array( 'x-request-id' => null ) ),
			'a cache'        => array( array( 'age' => '4998' ) ),
			'no date'        => array( array( 'date' => null ) ),
			'something else' => array( array( 'date' => 'tomorrow, or so' ) ),
			'an empty date'  => array( array( 'date' => '' ) ),
		);
	}

	public function test_survives_what_is_no_number_in_the_database(): void {
		$this->options->stored[ ClockCheck::OPTION ] = '{"damaged';
		self::assertSame( 400, $this->hear( 400 )->ahead() );
	}

	/**
	 * An answer comes.
	 *
	 * @param int                        $ahead   By how many seconds this server's clock is ahead of whoever answers.
	 * @param array<string, string|null> $headers Other headers than IGNY8's; null for none.
	 */
	private function hear( int $ahead, array $headers = array() ): ClockCheck {
		$headers = array_filter(
			$headers + array(
				'date'         => gmdate( 'D, d M Y H:i:s', $this->clock->now - $ahead ) . ' GMT',
				'x-request-id' => 'r1',
			),
			'is_string'
		);
		$check   = new ClockCheck( new ScriptedHttp( new HttpResponse( 200, $headers, '' ) ), $this->options, $this->clock, $this->log );
		self::assertSame( 200, $check->request( 'GET', 'https://api.example/', array(), null )->status );
		return $check;
	}
}
