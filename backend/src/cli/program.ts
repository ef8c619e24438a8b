import { Command, CommanderError, Option } from 'commander';
import { SCOPES } from '../generated/constants.js';
import type { FieldError, Scope } from '../generated/contract.js';
import { InvalidConfigError, readConfig } from '../platform/config/config.js';
import { ContractValidator } from '../platform/contract/contract-validator.js';
import { migrate } from '../platform/database/migrator.js';
import { ProblemError } from '../platform/problem/problem.js';
import { AuthError } from '../auth/index.js';
import { examine } from './doctor.js';
import { type Answer, print } from './output.js';
import { withApp } from './with-app.js';

/** Something that the operator can mend; said without a stack trace. */
class UsageError extends Error {}

interface Options {
  readonly json?: boolean;
}

const SHORTEST_PASSWORD = 12;

/** The operator's command line. With --json every command prints exactly one line of JSON. */
function program(asJson: boolean): Command {
  const igny8 = new Command('igny8').description('Runs and looks after IGNY8.').exitOverride().showHelpAfterError();
  // What commander would say to people is told as the one line instead.
  if (asJson) igny8.configureOutput({ writeErr: () => undefined });

  const account = igny8.command('account').description('Tenants.');
  command(account, 'create', 'Create an account with its first user and an API key.')
    .requiredOption('--name <name>', 'how the account is called')
    .requiredOption('--email <email>', 'whom the user signs in as')
    .addOption(
      // Arguments are seen by everybody on the machine, the environment is not.
      new Option('--password <password>', `at least ${String(SHORTEST_PASSWORD)} characters`).env('IGNY8_PASSWORD').makeOptionMandatory(),
    )
    .action(
      answering(async ({ name, email, password }: { name: string; email: string; password: string }) => {
        // An account has no request of its own: its name is one like every other, and its user must be able to sign in.
        check('ApiKeyCreate', { name });
        check('LoginRequest', { email, password });
        if (password.length < SHORTEST_PASSWORD)
          throw new UsageError(`The password has ${String(password.length)} characters; ${String(SHORTEST_PASSWORD)} are the least.`);
        const made = await withApp(({ auth }) => auth.createAccount(name, email, password));
        return {
          data: { account_id: made.accountId, user_id: made.userId, api_key: made.apiKey },
          text: `Account ${made.accountId}\nUser    ${made.userId} ${email}\nAPI key ${made.apiKey}\nCopy the key now; it is not shown again.`,
        };
      }),
    );

  const apiKey = igny8.command('api-key').description('API keys.');
  command(apiKey, 'create', 'Create an API key for a whole account.')
    .requiredOption('--account <id>', 'whose it is')
    .requiredOption('--name <name>', 'what it is for')
    .addOption(new Option('--scope <scopes...>', 'what it may do; all when left out').choices(SCOPES))
    .action(
      answering(async ({ account: accountId, name, scope }: { account: string; name: string; scope?: Scope[] }) => {
        check('ApiKeyCreate', { name, ...(scope === undefined ? {} : { scopes: scope }) });
        const key = await withApp(async ({ auth }) => {
          await mustExist(auth.hasAccount(accountId), accountId);
          return auth.createApiKey(accountId, name, scope);
        });
        return { data: { ...key }, text: `API key ${key.api_key}\nCopy it now; it is not shown again.` };
      }),
    );
  command(apiKey, 'list', 'List the API keys of an account.')
    .requiredOption('--account <id>', 'whose they are')
    .action(
      answering(async ({ account: accountId }: { account: string }) => {
        const page = await withApp(async ({ auth }) => {
          await mustExist(auth.hasAccount(accountId), accountId);
          return auth.listApiKeys(accountId, { limit: 100 });
        });
        const lines = page.data.map(
          (key) => `${key.id}  ${key.prefix}…  ${key.revoked_at === null ? '' : `revoked ${key.revoked_at}  `}${key.name}`,
        );
        return { data: page, text: lines.length === 0 ? 'No API keys.' : lines.join('\n') };
      }),
    );
  command(apiKey, 'revoke', 'Revoke an API key.')
    .argument('<id>', 'the id of the key')
    .action(
      answering(async (_options: object, id: string) => {
        const revoked = await withApp(({ auth }) => auth.revokeApiKey(id));
        return {
          data: { id, revoked },
          text: revoked ? `Revoked. It is refused everywhere within a second.` : `There is no key ${id} that is not revoked yet.`,
          failed: !revoked,
        };
      }),
    );

  const site = igny8.command('site').description('Sites.');
  command(site, 'add', 'Add a site to an account.')
    .requiredOption('--account <id>', 'whose it is')
    .requiredOption('--url <url>', 'its home URL')
    .requiredOption('--name <name>', 'how it is called')
    .action(
      answering(async ({ account: accountId, url, name }: { account: string; url: string; name: string }) => {
        check('SiteCreate', { home_url: url, name });
        const added = await withApp(async ({ auth, integrations, operator }) => {
          await mustExist(auth.hasAccount(accountId), accountId);
          return integrations.addSite(operator(accountId), url, name);
        });
        return { data: { site_id: added.id }, text: `Site ${added.id} ${added.home_url}` };
      }),
    );

  command(igny8, 'migrate', 'Bring the database up to date.').action(
    answering(async () => {
      const applied = await migrate(readConfig());
      return {
        data: { applied },
        text: applied.length === 0 ? 'The database is up to date.' : applied.map((name) => `Applied ${name}`).join('\n'),
      };
    }),
  );

  command(igny8, 'doctor', 'Check configuration, database, migrations, secrets and clock, and say what to do.').action(
    answering(async () => {
      const findings = await examine();
      const failed = findings.some((finding) => !finding.ok);
      return {
        data: { ok: !failed, checks: findings },
        text: findings.map(({ ok, check, detail }) => `${ok ? '✓' : '✗'} ${check}: ${detail}`).join('\n'),
        failed,
      };
    }),
  );
  return igny8;
}

const command = (parent: Command, name: string, description: string): Command =>
  parent.command(name).description(description).option('--json', 'print one line of JSON').exitOverride();

/** Commander hands an action its arguments, its options and itself. */
function answering<CommandOptions extends object>(work: (options: CommandOptions, ...args: string[]) => Promise<Answer>) {
  return async (...given: unknown[]): Promise<void> => {
    const options = given.at(-2) as CommandOptions & Options;
    const answer = await work(options, ...(given.slice(0, -2) as string[]));
    print(answer, options.json === true);
    if (answer.failed === true) process.exitCode = 1;
  };
}

let contract: ContractValidator | undefined;

/** Names, addresses and scopes are checked as the API checks them. Reading the contract takes a moment: only who needs it waits. */
function check(schema: string, body: object): void {
  contract ??= new ContractValidator();
  contract.check(schema, body);
}

async function mustExist(exists: Promise<boolean>, accountId: string): Promise<void> {
  if (!(await exists)) throw new UsageError(`There is no account ${accountId}.`);
}

/** Runs one command; what goes wrong is told on standard error, or with --json as the one line. */
export async function main(args: readonly string[]): Promise<void> {
  const asJson = args.includes('--json');
  try {
    await program(asJson).parseAsync(args, { from: 'user' });
  } catch (error) {
    const isHelp = error instanceof CommanderError && error.exitCode === 0;
    if (isHelp) return;
    const message = wordsOf(error);
    if (asJson) console.log(JSON.stringify({ error: message }));
    // To people commander has said it already.
    else if (!(error instanceof CommanderError)) console.error(message);
    process.exitCode = 1;
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof CommanderError)
    return error.code === 'commander.help'
      ? 'The command is not complete. Try: npm run igny8 -- --help'
      : error.message.replace(/^error: /, '');
  if (error instanceof UsageError || error instanceof AuthError || error instanceof InvalidConfigError) return error.message;
  if (error instanceof ProblemError)
    return error.extras.errors === undefined ? error.message : error.extras.errors.map(optionInWords).join(' ');
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ECONNREFUSED')
    return 'The database does not answer. Is it running, and is DATABASE_URL right? Try: npm run igny8 -- doctor';
  if (code === '42P01') return 'The database lacks its tables. Run: npm run igny8 -- migrate';
  if (code === '22P02') return 'This is not an id. Ids look like 019aa5e2-7c3b-7d7e-9a41-0c5d8e7f6a21.';
  return error instanceof Error ? error.message || code || error.name : String(error);
}

/** The contract's fields that have another name on the command line. */
const OPTIONS: Readonly<Record<string, string>> = { home_url: 'url', scopes: 'scope' };

/** A field of the contract that is not valid, as the option that it came from. */
function optionInWords({ pointer, code, message }: FieldError): string {
  const [, field = ''] = pointer.split('/');
  const words = code === 'uniqueItems' ? 'names something twice' : code === 'pattern' ? patternInWords(field) : message;
  return `--${OPTIONS[field] ?? field} ${words}.`;
}

const patternInWords = (field: string): string => (field === 'email' ? 'is not an e-mail address' : 'has control characters');
