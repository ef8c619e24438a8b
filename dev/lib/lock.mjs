import { rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';

/** Who holds a lock shows a sign of life so often, and is taken for dead after so long without one. */
const SIGN_MS = 1_000;
const DEAD_MS = 10_000;

/**
 * Of several processes that want the same, one gets it at a time; the others wait. One that was killed holds nobody up for long,
 * whoever has its number now.
 *
 * @param {string} file
 * @returns {Promise<() => void>} lets the next one
 */
export async function acquire(file) {
  for (let tries = 0; ; tries++) {
    try {
      writeFileSync(file, '', { flag: 'wx' });
      const sign = setInterval(() => showLife(file), SIGN_MS).unref();
      return () => {
        clearInterval(sign);
        rmSync(file, { force: true });
      };
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const { mtimeMs = Date.now() } = statSync(file, { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > DEAD_MS) rmSync(file, { force: true });
    if (tries === 2) process.stderr.write('  Waits for another command that installs or builds here.\n');
    await new Promise((done) => setTimeout(done, 500));
  }
}

/** @param {string} file */
function showLife(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch (error) {
    // Somebody took us for dead, after this machine had slept.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
  }
}
