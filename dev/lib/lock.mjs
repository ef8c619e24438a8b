import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Of several processes that want the same, one gets it at a time; the others wait. One that was killed holds nobody up.
 *
 * @param {string} file
 * @returns {Promise<() => void>} lets the next one
 */
export async function acquire(file) {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (!isHeld(file)) rmSync(file, { force: true });
    await new Promise((done) => setTimeout(done, 500));
  }
}

/** @param {string} file */
function isHeld(file) {
  try {
    return isAlive(Number(readFileSync(file, 'utf8')));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
    return true;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
