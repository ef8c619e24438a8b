import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wordPressCore, type WordPressVersion } from './core.ts';
import { startMariaDb } from './mariadb.ts';
import { ensurePackages } from './packages.ts';
import { freePort } from '../../dev/lib/ports.ts';
import { ProcessGroup, runAside, until } from './process.ts';

/** The plugin's folder. */
export const PLUGIN = fileURLToPath(new URL('../igny8-bridge', import.meta.url));
/** The plugin that registers products and makes the content of the specification. */
export const DEMO_CONTENT = fileURLToPath(new URL('../fixtures/igny8-demo-content', import.meta.url));

const PHP = fileURLToPath(new URL('php/', import.meta.url));
const WORKERS = 4;

export interface WordPressOptions {
  /** 6.8 unless said otherwise. */
  readonly version?: WordPressVersion;
  /** What the plugin takes for the IGNY8 API. */
  readonly apiUrl: string;
  /** What the plugin takes for the IGNY8 dashboard. */
  readonly appUrl: string;
  /** A folder of this site's own; made if it is not there. */
  readonly workDir: string;
  /** The port to listen on; without it a free one. */
  readonly port?: number;
  /** Folders of further plugins to switch on beside this one. */
  readonly plugins?: readonly string[];
  /** `demo`: the content of the specification. `none`: what a new WordPress has. */
  readonly content?: 'demo' | 'none';
  /** A network of sites in subfolders, with the plugins switched on for all of it. */
  readonly multisite?: boolean;
  /** Without this plugin, for who installs it the way an administrator does. */
  readonly bare?: boolean;
  /** Further constants for wp-config.php. */
  readonly constants?: Constants;
}

export interface WordPress {
  /** The home URL, without a slash at its end. */
  readonly url: string;
  /** The plugin's settings page. */
  readonly settingsUrl: string;
  readonly loginUrl: string;
  readonly user: string;
  readonly password: string;
  /** Where wp-config.php, the log of PHP (`debug.log`) and of the server (`server.log`) are. */
  readonly workDir: string;
  /** What a PHP process needs in its environment to load this WordPress. */
  readonly env: Readonly<NodeJS.ProcessEnv>;
  /** Asks the database; rows with the driver's own types. */
  sql(query: string): Promise<Record<string, string | number | null>[]>;
  /** Runs PHP in this WordPress, in a process of its own, and gives what it returns: `await wpEval('return home_url();')`. */
  wpEval(php: string): Promise<unknown>;
  /** Runs the events of WP-Cron that are due, with `hook` made due first. Without this nothing runs by itself. */
  runCron(hook?: string): Promise<void>;
  /** Ends PHP as a crash would, with whatever it was doing, and starts it again. The database goes on. */
  restartPhp(): Promise<void>;
  /** Ends everything; the data stays in `workDir`. */
  stop(): Promise<void>;
}

/**
 * Starts a real WordPress on PHP's own server and MariaDB, with the plugin switched on, installing it at the first start
 * in `workDir`. Nothing in it leaves this machine, and WP-Cron runs only when it is told to.
 */
export async function startWordPress(options: WordPressOptions): Promise<WordPress> {
  ensurePackages();
  const core = wordPressCore(options.version ?? '6.8');
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${String(port)}`;
  const database = await startMariaDb(join(options.workDir, 'database'));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    IGNY8_TEST_WORDPRESS: options.workDir,
    IGNY8_TEST_CORE: core,
    IGNY8_TEST_SOCKET: database.socket,
    IGNY8_TEST_HOST: `127.0.0.1:${String(port)}`,
    IGNY8_TEST_MULTISITE: options.multisite === true ? '1' : '',
    PHP_CLI_SERVER_WORKERS: String(WORKERS),
  };
  const account = { user: 'admin', password: 'correct horse battery staple', email: 'admin@example.com' };
  try {
    const isNew = !existsSync(join(options.workDir, 'wp-config.php'));
    const plugins = [
      ...(options.bare === true ? [] : [PLUGIN]),
      ...(options.content === 'demo' ? [DEMO_CONTENT] : []),
      ...(options.plugins ?? []),
    ];
    const network = options.multisite === true ? networkConstants(port) : {};
    layOut(options, core, plugins, isNew ? {} : network);
    if (isNew) {
      const multisite = options.multisite === true;
      await php('install.php', env, JSON.stringify({ core, url, title: 'Test site', multisite, ...account }));
      // WordPress is a network once it has the tables of one.
      layOut(options, core, plugins, network);
      await php('activate.php', env, JSON.stringify(plugins.map((folder) => `${basename(folder)}/${basename(folder)}.php`)));
    }
  } catch (error) {
    await database.stop();
    throw error;
  }
  let server = await serve(options.workDir, core, port, env);
  return {
    url,
    settingsUrl: `${url}/wp-admin/options-general.php?page=igny8-bridge`,
    loginUrl: `${url}/wp-login.php`,
    user: account.user,
    password: account.password,
    workDir: options.workDir,
    env,
    sql: async (query) =>
      JSON.parse(await runAside('php', ['-d', 'display_errors=stderr', '-r', SQL], { env, input: query })) as Record<
        string,
        string | number | null
      >[],
    wpEval: async (code) => JSON.parse((await php('eval.php', env, code)).trimEnd().split('\n').at(-1) ?? 'null') as unknown,
    async runCron(hook) {
      if (hook !== undefined) await php('eval.php', env, makeDue(hook));
      await runAside('php', [join(core, 'wp-cron.php')], { env: { ...env, HTTP_HOST: `127.0.0.1:${String(port)}` } });
    },
    async restartPhp() {
      await server.kill();
      server = await serve(options.workDir, core, port, env);
    },
    async stop() {
      await server.stop();
      await database.stop();
    },
  };
}

const SQL = `
mysqli_report( MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT );
$database = new mysqli( 'localhost', 'root', '', 'wordpress', 0, getenv( 'IGNY8_TEST_SOCKET' ) );
$database->options( MYSQLI_OPT_INT_AND_FLOAT_NATIVE, 1 );
$database->set_charset( 'utf8mb4' );
$result = $database->query( stream_get_contents( STDIN ) );
echo json_encode( is_bool( $result ) ? array() : $result->fetch_all( MYSQLI_ASSOC ) );
`;

/** Moves the next time of a hook into the past. */
const makeDue = (hook: string): string => `
$event = wp_get_scheduled_event( '${hook}' );
if ( $event ) {
	wp_clear_scheduled_hook( '${hook}' );
	$event->schedule ? wp_schedule_event( 1, $event->schedule, '${hook}' ) : wp_schedule_single_event( 1, '${hook}' );
}
return (bool) $event;
`;

const php = (script: string, env: NodeJS.ProcessEnv, input: string): Promise<string> =>
  runAside('php', ['-d', 'display_errors=stderr', '-d', 'memory_limit=512M', join(PHP, script)], { env, input });

type Constants = Readonly<Record<string, string | number | boolean>>;

/** What makes WordPress a network of sites in subfolders. */
const networkConstants = (port: number): Constants => ({
  MULTISITE: true,
  SUBDOMAIN_INSTALL: false,
  DOMAIN_CURRENT_SITE: `127.0.0.1:${String(port)}`,
  PATH_CURRENT_SITE: '/',
  SITE_ID_CURRENT_SITE: 1,
  BLOG_ID_CURRENT_SITE: 1,
});

/** The site's own files: its configuration, and a wp-content with links to the plugins and the core's themes. */
function layOut(options: WordPressOptions, core: string, plugins: readonly string[], network: Constants): void {
  const content = join(options.workDir, 'wp-content');
  if (!existsSync(content)) {
    mkdirSync(join(content, 'plugins'), { recursive: true });
    mkdirSync(join(content, 'uploads'));
    cpSync(join(core, 'wp-content/themes'), join(content, 'themes'), { recursive: true });
    for (const plugin of plugins) symlinkSync(plugin, join(content, 'plugins', basename(plugin)));
  }
  const file = join(options.workDir, 'wp-config.php');
  const salts = existsSync(file) ? (/\/\/ salts\n([\s\S]*?)\/\/ end\n/.exec(readFileSync(file, 'utf8'))?.[1] ?? '') : freshSalts();
  writeFileSync(file, configuration(options, salts, network));
}

const freshSalts = (): string =>
  ['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT']
    .map((name) => `define( '${name}', '${randomBytes(32).toString('hex')}' );\n`)
    .join('');

function configuration(options: WordPressOptions, salts: string, network: Constants): string {
  const constants = {
    DB_NAME: 'wordpress',
    DB_USER: 'root',
    DB_PASSWORD: '',
    DB_CHARSET: 'utf8mb4',
    DB_COLLATE: '',
    WP_DEBUG: true,
    WP_DEBUG_DISPLAY: false,
    WP_DEBUG_LOG: join(options.workDir, 'debug.log'),
    WP_ENVIRONMENT_TYPE: 'local',
    // Offline an admin page would wait for api.wordpress.org.
    WP_HTTP_BLOCK_EXTERNAL: true,
    WP_ACCESSIBLE_HOSTS: '127.0.0.1,localhost',
    AUTOMATIC_UPDATER_DISABLED: true,
    DISABLE_WP_CRON: true,
    WP_CONTENT_DIR: join(options.workDir, 'wp-content'),
    IGNY8_API_URL: options.apiUrl,
    IGNY8_APP_URL: options.appUrl,
    ...network,
    ...options.constants,
  };
  const lines = Object.entries(constants).map(
    ([name, value]) => `define( '${name}', ${typeof value === 'string' ? `'${value.replaceAll(/['\\]/g, '\\$&')}'` : String(value)} );\n`,
  );
  return `<?php
// salts
${salts}// end
${lines.join('')}define( 'DB_HOST', 'localhost:' . getenv( 'IGNY8_TEST_SOCKET' ) );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', getenv( 'IGNY8_TEST_CORE' ) . '/' );
}
require_once ABSPATH . 'wp-settings.php';
`;
}

async function serve(workDir: string, core: string, port: number, env: NodeJS.ProcessEnv): Promise<ProcessGroup> {
  const log = join(workDir, 'server.log');
  const out = openSync(log, 'a');
  const settings = {
    'opcache.enable_cli': '1',
    'opcache.memory_consumption': '128',
    memory_limit: '512M',
    display_errors: '0',
    upload_max_filesize: '32M',
    post_max_size: '32M',
  };
  const server = new ProcessGroup(
    'php',
    [
      ...Object.entries(settings).flatMap(([name, value]) => ['-d', `${name}=${value}`]),
      '-t',
      core,
      '-S',
      `127.0.0.1:${String(port)}`,
      join(PHP, 'router.php'),
    ],
    { stdio: ['ignore', out, out], env },
  );
  await until('WordPress answers', 30, async () => {
    if (!server.isRunning) throw new Error(`PHP did not start:\n${readFileSync(log, 'utf8').split('\n').slice(-15).join('\n')}`);
    return fetch(`http://127.0.0.1:${String(port)}/wp-includes/images/blank.gif`).then(
      async (response) => (await response.bytes()).length > 0 && response.status === 200,
      () => false,
    );
  });
  return server;
}
