import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { StepError } from './steps.ts';

/** What the tests need of the system besides Node: the file that shows that it is there, and Debian's package. */
const NEEDED: readonly { readonly file: readonly string[]; readonly debian: string }[] = [
  { file: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'], debian: 'chromium' },
];

/** On Debian as root what is missing is installed; elsewhere it is named, and that is all. */
export function installSystemPackages(): Promise<void> {
  const missing = NEEDED.filter(({ file }) => !file.some((path) => existsSync(path))).map(({ debian }) => debian);
  if (missing.length === 0) return Promise.resolve();
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new StepError(`The tests need: ${missing.join(', ')}. Install them (Debian: apt-get install ${missing.join(' ')}).`);
  console.log(`  installs ${missing.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { stdio: ['ignore', 'ignore', 'inherit'], env });
  return Promise.resolve();
}
