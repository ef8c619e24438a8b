import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';

/** Who holds a lock shows a sign of life so often, and is taken for dead after so long without one. */
const SIGN_MS = 1_000;
const DEAD_MS = 10_000;
const LOOK_MS = 500;
/** Whoever waits for longer says so. */
const SILENT_MS = 1_000;

/**
 * Of several processes that want the same, one gets it at a time; the others wait. One that was killed holds nobody up for long,
 * whoever has its number now.
 *
 * @param {string} file
 * @returns {Promise<() => void>} lets the next one
 */
export async function acquire(file) {
  const mark = randomUUID();
  for (let waited = 0; !take(file, mark); waited += LOOK_MS) {
    const { mtimeMs = Date.now() } = statSync(file, { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > DEAD_MS) rmSync(file, { force: true });
    if (waited === SILENT_MS) process.stderr.write('  Waits for another command that installs or builds here.\n');
    await new Promise((done) => setTimeout(done, LOOK_MS));
  }
  const sign = setInterval(() => isOurs(file, mark) && utimesSync(file, new Date(), new Date()), SIGN_MS).unref();
  const release = () => {
    clearInterval(sign);
    process.off('exit', release);
    if (isOurs(file, mark)) rmSync(file, { force: true });
  };
  process.once('exit', release);
  return release;
}

/**
 * @param {string} file
 * @param {string} mark
 */
function take(file, mark) {
  try {
    writeFileSync(file, mark, { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Whoever sleeps for too long with its machine is taken for dead, and another one may have it since.
 *
 * @param {string} file
 * @param {string} mark
 */
function isOurs(file, mark) {
  try {
    return readFileSync(file, 'utf8') === mark;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return false;
    throw error;
  }
}
