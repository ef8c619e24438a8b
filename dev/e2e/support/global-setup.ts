import { build } from '../../lib/build.ts';
import { Stack } from './stack.ts';

declare global {
  var igny8Stack: Stack | undefined;
}

/** One stack for all tests; each test has an account of its own. */
export default async function globalSetup(): Promise<void> {
  await build(['plugin', 'sdk', 'backend', 'dashboard']);
  globalThis.igny8Stack = await Stack.start();
  process.env['IGNY8_E2E_STACK'] = JSON.stringify(globalThis.igny8Stack.info);
}
