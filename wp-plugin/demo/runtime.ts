import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createNodeFsMountHandler, loadNodeRuntime } from '@php-wasm/node';
import { FileLockManagerInMemory, proxyFileSystem, type PHP, type PHPRequestHandler } from '@php-wasm/universal';
import { bootWordPressAndRequestHandler } from '@wp-playground/wordpress';
import type { DemoCore } from './core.ts';
import type { DemoOptions } from './options.ts';

const PHP_VERSION = '8.5';
/** One that connects, one that tells how far it is, one for cron. */
export const INSTANCES = 3;

const ROOT = '/wordpress';
const DATABASE = `${ROOT}/wp-content/database`;

/** Folders of the project that the demo's WordPress sees as plugins. */
export const PLUGINS: Readonly<Record<string, string>> = {
  'igny8-bridge': fileURLToPath(new URL('../igny8-bridge', import.meta.url)),
  'igny8-demo-content': fileURLToPath(new URL('../fixtures/igny8-demo-content', import.meta.url)),
};

const php = (file: string): string => readFileSync(new URL(`php/${file}`, import.meta.url), 'utf8');

/** Boots WordPress in PHP compiled to WebAssembly; its data is in the data folder and survives. */
export async function bootWordPress(core: DemoCore, options: DemoOptions, siteUrl: string): Promise<PHPRequestHandler> {
  for (const folder of ['database', 'uploads']) mkdirSync(join(options.dataDir, folder), { recursive: true });
  const database = join(options.dataDir, 'database');
  const fileLockManager = new FileLockManagerInMemory();
  let lastId = 0;
  let primary: PHP | undefined;
  const handler = await bootWordPressAndRequestHandler({
    siteUrl,
    phpVersion: PHP_VERSION,
    maxPhpInstances: INSTANCES,
    cookieStore: false,
    createPhpRuntime: () => loadNodeRuntime(PHP_VERSION, { fileLockManager, emscriptenOptions: { processId: ++lastId } }),
    sqliteIntegrationPluginZip: new File([readFileSync(core.sqlite)], 'sqlite.zip'),
    wordpressInstallMode: 'install-from-existing-files-if-needed',
    phpIniEntries: { memory_limit: '256M', max_execution_time: '300', display_errors: '0', log_errors: '1' },
    hooks: {
      beforeWordPressFiles(instance) {
        primary = instance;
        copyCode(instance, core.wordpress, '');
        instance.writeFile(`${ROOT}/wp-config.php`, configuration(options));
        instance.mkdir(`${ROOT}/wp-content/mu-plugins`);
        instance.writeFile(`${ROOT}/wp-content/mu-plugins/igny8-demo.php`, php('mu-plugin.php'));
      },
      async beforeDatabaseSetup(instance) {
        for (const [name, folder] of Object.entries(PLUGINS)) await mount(instance, `${ROOT}/wp-content/plugins/${name}`, folder);
        await mount(instance, `${ROOT}/wp-content/uploads`, join(options.dataDir, 'uploads'));
        await mount(instance, DATABASE, database);
      },
    },
    async onPHPInstanceCreated(instance, { isPrimary }) {
      if (isPrimary || primary === undefined) return;
      await proxyFileSystem(primary, instance, [ROOT, '/tmp', '/internal/shared']);
      // Through a proxy SQLite could not lock its file: each instance has the folder itself.
      await mount(instance, DATABASE, database);
    },
  });
  await setUp(await handler.getPrimaryPhp(), options);
  return handler;
}

async function mount(instance: PHP, path: string, folder: string): Promise<void> {
  if (!instance.fileExists(path)) instance.mkdir(path);
  await instance.mount(path, createNodeFsMountHandler(folder));
}

/** What PHP itself reads. Styles, scripts and pictures are served from the disk; of styles PHP puts those of blocks into pages. */
const isCode = (path: string): boolean =>
  /\.(php|json|html|crt)$/.test(path) || (path.endsWith('.css') && /^(wp-includes\/blocks|wp-content\/themes)\//.test(path));

/** Copies the code into PHP's memory, where it is read many times faster than from the disk. */
function copyCode(instance: PHP, folder: string, path: string): void {
  for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
    const name = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) {
      instance.mkdir(`${ROOT}/${name}`);
      copyCode(instance, folder, name);
    } else if (isCode(name)) {
      instance.writeFile(`${ROOT}/${name}`, readFileSync(join(folder, name)));
    }
  }
}

async function setUp(instance: PHP, options: DemoOptions): Promise<void> {
  const { adminUser, adminPassword, siteTitle } = options;
  const result = await instance.runStream({
    code: php('setup.php'),
    env: { IGNY8_DEMO: JSON.stringify({ adminUser, adminPassword, siteTitle }) },
  });
  const [text, errors] = await Promise.all([result.stdoutText, result.stderrText]);
  if (!text.endsWith('ready')) throw new Error(`WordPress could not be set up: ${text.slice(-1000)}${errors.slice(-1000)}`);
}

const SALTS = [
  'AUTH_KEY',
  'SECURE_AUTH_KEY',
  'LOGGED_IN_KEY',
  'NONCE_KEY',
  'AUTH_SALT',
  'SECURE_AUTH_SALT',
  'LOGGED_IN_SALT',
  'NONCE_SALT',
];

/** Made once for a data folder: with other salts the plugin could not read its key any more. */
function salts(dataDir: string): Record<string, string> {
  const file = join(dataDir, 'salts.json');
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(Object.fromEntries(SALTS.map((name) => [name, randomBytes(32).toString('hex')]))), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}

function configuration(options: DemoOptions): string {
  const { email, apiKey, password } = options.prefill;
  const constants: Record<string, string | boolean> = {
    ...salts(options.dataDir),
    DB_NAME: 'wordpress',
    DB_USER: '',
    DB_PASSWORD: '',
    DB_HOST: '',
    DB_CHARSET: 'utf8mb4',
    DB_COLLATE: '',
    CONCATENATE_SCRIPTS: false,
    WP_DEBUG: false,
    WP_ENVIRONMENT_TYPE: 'local',
    // Offline an admin page would wait for api.wordpress.org.
    WP_HTTP_BLOCK_EXTERNAL: true,
    WP_ACCESSIBLE_HOSTS: '127.0.0.1,localhost',
    AUTOMATIC_UPDATER_DISABLED: true,
    DISALLOW_FILE_MODS: true,
    // The server asks wp-cron.php itself, as WordPress recommends for sites with few visitors.
    DISABLE_WP_CRON: true,
    IGNY8_API_URL: options.apiUrl,
    IGNY8_APP_URL: options.appUrl,
    IGNY8_DEMO_PREFILL: JSON.stringify({ email, api_key: apiKey, password }),
  };
  const lines = Object.entries(constants).map(
    ([name, value]) => `define( '${name}', ${typeof value === 'string' ? `'${value.replaceAll(/['\\]/g, '\\$&')}'` : String(value)} );\n`,
  );
  return `<?php
${lines.join('')}$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
`;
}
