import { fileURLToPath } from 'node:url';
import { createNodeFsMountHandler, loadNodeRuntime } from '@php-wasm/node';
import { PHP } from '@php-wasm/universal';
import { demoCore } from '../demo/core.ts';

const plugin = fileURLToPath(new URL('..', import.meta.url));

const RUN = `<?php
chdir( '/plugin' );
putenv( 'IGNY8_SODIUM_COMPAT=/sodium_compat' );
$_SERVER['argv'] = array( 'phpunit', '-c', 'tests/unit.xml' );
$_SERVER['argc'] = 3;
require 'vendor/autoload.php';
// PHPUnit runs on PHP 7.4, so it cannot write what PHP 8.5 wants instead. Loaded first, its deprecations are not taken for ours.
error_reporting( E_ALL & ~E_DEPRECATED );
foreach ( array_keys( require 'vendor/composer/autoload_classmap.php' ) as $class ) {
	if ( 0 === strpos( $class, 'PHPUnit\\\\' ) ) {
		class_exists( $class );
	}
}
error_reporting( E_ALL );
exit( PHPUnit\\TextUI\\Command::main( false ) );
`;

/** Runs the unit tests on another version of PHP than this machine has, compiled to WebAssembly. */
export async function unitTestsInWasm(version: '7.4' | '8.5'): Promise<{ output: string; status: number }> {
  const core = await demoCore(console.log);
  const php = new PHP(await loadNodeRuntime(version, { emscriptenOptions: { processId: 1 } }));
  try {
    php.mkdir('/plugin');
    php.mkdir('/sodium_compat');
    await php.mount('/plugin', createNodeFsMountHandler(plugin));
    // It has no sodium of its own; WordPress brings one in PHP for such machines.
    await php.mount('/sodium_compat', createNodeFsMountHandler(`${core.wordpress}/wp-includes/sodium_compat`));
    const result = await php.runStream({ code: RUN });
    const [output, errors, status] = await Promise.all([result.stdoutText, result.stderrText, result.exitCode]);
    return { output: `${output}${errors}`, status };
  } finally {
    php.exit();
  }
}
