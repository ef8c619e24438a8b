import { rmSync } from 'node:fs';

export default async function globalTeardown() {
  await globalThis.igny8TestPostgres?.stop();
  rmSync(process.env.IGNY8_TEST_FOLDER ?? '', { recursive: true, force: true });
}
