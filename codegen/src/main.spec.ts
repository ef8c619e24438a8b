import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
let copy: string;

// A copy of what is generated and of what it is generated from, to be broken.
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'igny8-codegen-'));
  for (const path of [
    'openapi.yaml',
    'CHANGELOG.md',
    'package.json',
    'codegen/src',
    'codegen/sdk/src',
    'backend/src/generated',
    'docs/api',
    'wp-plugin/igny8-bridge/src/Api',
    'wp-plugin/tests/Support',
  ]) {
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  for (const path of ['node_modules', 'codegen/node_modules']) symlinkSync(join(root, path), join(copy, path));
});
afterEach(() => {
  rmSync(copy, { recursive: true });
});

const check = (): { code: number | null; said: string } => {
  const { status, stderr, stdout } = spawnSync(process.execPath, ['codegen/src/main.ts', '--check'], { cwd: copy, encoding: 'utf8' });
  return { code: status, said: stderr + stdout };
};

const edit = (file: string, change: (text: string) => string): void => {
  const before = readFileSync(join(copy, file), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(join(copy, file), after);
};

it('finds the generated files as they are up to date', () => {
  expect(check()).toMatchObject({ code: 0 });
});

it.each([
  [
    'a field that the contract has gained',
    'openapi.yaml',
    (text: string) => text.replace('        is_current: {', '        is_new: { type: boolean }\n        is_current: {'),
    'backend/src/generated/contract.ts',
  ],
  [
    'an edited type',
    'backend/src/generated/contract.ts',
    (text: string) => text.replace('is_current: boolean', 'is_current?: boolean'),
    'backend/src/generated/contract.ts',
  ],
  [
    'an edited SDK',
    'codegen/sdk/src/generated/resources.ts',
    (text: string) => text.replace("path: '/auth/me/'", "path: '/auth/you/'"),
    'codegen/sdk/src/generated/resources.ts',
  ],
  [
    'an edited PHP class',
    'wp-plugin/igny8-bridge/src/Api/Model/Site.php',
    (text: string) => text.replace('is_active', 'active'),
    'wp-plugin/igny8-bridge/src/Api/Model/Site.php',
  ],
])('notices %s', (_what, file, change, named) => {
  edit(file, change);
  const { code, said } = check();
  expect(code).toBe(1);
  expect(said).toContain(named);
});

it('notices a class whose schema is gone', () => {
  writeFileSync(join(copy, 'wp-plugin/igny8-bridge/src/Api/Model/Gone.php'), '<?php');
  expect(check().said).toContain('Model/Gone.php');
});

it('refuses a problem code that nobody explains', () => {
  edit('openapi.yaml', (text) => text.replace('        - service_unavailable\n', '        - service_unavailable\n        - brand_new\n'));
  expect(check().said).toContain('The problem code brand_new has no help');
});

it('notices an edited page', () => {
  edit('docs/api/problems/not_found.html', (text) => text.replace('Not found', 'Lost'));
  expect(check().said).toContain('docs/api/problems/not_found.html');
});

it('writes what is missing, and then is content', () => {
  rmSync(join(copy, 'backend/src/generated'), { recursive: true });
  execFileSync(process.execPath, ['codegen/src/main.ts'], { cwd: copy });
  expect(check().code).toBe(0);
});
