import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { unexercised } from './exercised.ts';

export default async function globalTeardown({ nonFlagArgs, testNamePattern }) {
  await globalThis.igny8TestPostgres?.stop();
  const folder = process.env.IGNY8_TEST_FOLDER ?? '';
  const exercised = readFileSync(join(folder, 'exercised.txt'), 'utf8').trim().split('\n');
  rmSync(folder, { recursive: true, force: true });
  // Who runs some of the tests does not ask whether all is tested.
  if (nonFlagArgs.length > 0 || testNamePattern) return;
  const { declared, missing } = unexercised(parse(readFileSync('../openapi.yaml', 'utf8')), exercised);
  console.log(`Statuses that the contract declares: ${declared}, exercised by a test: ${declared - missing.length}`);
  if (missing.length > 0) throw new Error(`No test sees these answers of the contract:\n  ${missing.join('\n  ')}`);
}
