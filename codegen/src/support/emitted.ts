import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Parts } from './small-contract.ts';

/** What an emitter makes of a small contract, in a process of its own: Jest cannot load the ES modules that the emitters use. */
export const emitted = (what: 'examples' | 'resources' | 'reference', parts: Parts): string =>
  execFileSync(process.execPath, [join(__dirname, 'emit.ts'), what, JSON.stringify(parts)], { encoding: 'utf8' });
