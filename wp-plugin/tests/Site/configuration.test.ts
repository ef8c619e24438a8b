import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Administrator, signIn, textOf } from '../../testing/administrator.ts';
import { startWordPress, type WordPress } from '../../testing/wordpress.ts';
import { versionUnderTest } from './version.ts';

/** A site whose wp-config.php says the API key. IGNY8 here knows every password and no key. */
const KEY = 'igny8_fromTheConfigurationFile0123456789abcd';
const PAGE = 'options-general.php?page=igny8-bridge';

const folder = mkdtempSync(join(tmpdir(), 'bridge-configuration-'));
const requests: { readonly request: string; readonly caller: string; readonly body: string }[] = [];
const igny8 = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    requests.push({ request: `${String(request.method)} ${String(request.url)}`, caller: request.headers.authorization ?? '', body });
    const [status, answer] =
      request.url === '/auth/login/'
        ? [
            200,
            { token: 'session', expires_at: '2100-01-01T00:00:00Z', user: { id: 'u', email: 'a@b.c' }, account: { id: 'a', name: 'A' } },
          ]
        : [401, { type: '/', title: 'T', status: 401, detail: 'D', instance: '/', code: 'unauthenticated', request_id: 'r' }];
    response.writeHead(status, { 'Content-Type': 'application/json', 'X-Request-Id': 'r' }).end(JSON.stringify(answer));
  });
});
let site: WordPress;
let administrator: Administrator;

before(async () => {
  await new Promise<void>((resolve) => igny8.listen(0, '127.0.0.1', resolve));
  site = await startWordPress({
    version: versionUnderTest(),
    apiUrl: `http://127.0.0.1:${String((igny8.address() as AddressInfo).port)}`,
    appUrl: 'http://127.0.0.1:9',
    workDir: folder,
    constants: { IGNY8_API_KEY: KEY },
  });
  administrator = await signIn(site);
});

after(async () => {
  await site.stop();
  igny8.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the page shows how the key of wp-config.php begins, says why it cannot be typed, and does not send it', async () => {
  const page = await administrator.open(PAGE);
  const field = /<input\b[^>]*\bid="igny8_api_key"[^>]*>/.exec(page)?.[0] ?? '';
  assert.match(field, / value="igny8_fromThe\.\.\." readonly /);
  assert.doesNotMatch(field, / name=| required/);
  assert.match(textOf(page), /API Key IGNY8_API_KEY of wp-config\.php; to type another one, take that out\./);
  assert.ok(!page.includes(KEY.slice(0, 14)), 'Only the beginning is shown.');
});

test('it wins over what was typed, and is neither stored, logged nor shown when IGNY8 refuses it', async () => {
  const fields = { igny8_email: 'a@b.c', igny8_password: 'secret', igny8_api_key: 'igny8_typed' };
  const page = await administrator.send(await administrator.open(PAGE), 'admin-post.php', fields);
  assert.match(textOf(page), /Failed to connect\. The API key is not valid for this account\./);
  assert.deepEqual(
    requests.map(({ request, caller }) => `${request} ${caller}`),
    ['POST /auth/login/ ', `GET /auth/me/ Bearer ${KEY}`, 'POST /auth/logout/ Bearer session'],
  );
  assert.ok(!requests.some(({ body }) => body.includes(KEY) || body.includes('igny8_typed')));
  assert.ok(!page.includes(KEY.slice(0, 14)));
  for (const [table, column] of [
    ['options', 'option_value'],
    ['igny8_log', 'message'],
    ['usermeta', 'meta_value'],
  ] as const)
    assert.deepEqual(await site.sql(`SELECT ${column} FROM wp_${table} WHERE ${column} LIKE '%${KEY.slice(0, 14)}%'`), []);
});
