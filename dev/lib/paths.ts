import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where everything is kept that is not in the repository. */
export const dataDir = resolve(root, process.env['IGNY8_DATA_DIR'] || join(root, '.data'));
