import { newApiKey } from '../src/auth/secrets.js';
import { TestApp } from './support/app.js';
import { createDatabase, testConfig, type TestDatabase } from './support/database.js';
import { TestSite } from './support/site.js';

/** `npm run soak -- guessing` guesses more, and holds its figures against each other: it has the machine to itself. */
const IS_SOAK = process.env.IGNY8_SOAK === 'true';
const GUESSES = IS_SOAK ? 10_000 : 500;
/** At the same moment. */
const GUESSERS = 16;
const ONLOOKER_EVERY_MS = 10;

let database: TestDatabase;
let app: TestApp;
/** Another tenant, who works meanwhile. */
let onlooker: { readonly path: string; readonly token: string };
/** What that tenant notices of as many who send nothing but right keys: they share the processors with this test. */
let usual: readonly Guess[];

beforeAll(async () => {
  database = await createDatabase();
  app = await TestApp.start(testConfig(database.url, { IGNY8_RATE_LIMIT: '1000000', IGNY8_TRUSTED_PROXIES: '127.0.0.1' }));
  const { apiKey } = await app.createAccount();
  const site = await TestSite.createReady(app, apiKey);
  onlooker = { path: `${site.path}/content-types/`, token: apiKey };
  const right = await watch(guess(() => bearer(apiKey, 4)));
  process.stdout.write(`Right keys: ${figures(right.result)}; another tenant meanwhile ${figures(right.seen)}\n`);
  usual = right.seen;
}, 120_000);
afterAll(async () => {
  await app.stop();
  await database.drop();
});

interface Guess {
  readonly status: number;
  readonly milliseconds: number;
}

async function timed(request: () => Promise<{ readonly status: number }>): Promise<Guess> {
  const begun = performance.now();
  const { status } = await request();
  return { status, milliseconds: performance.now() - begun };
}

const from = (place: number): Record<string, string> => ({
  'x-forwarded-for': `10.${String((place >> 16) & 255)}.${String((place >> 8) & 255)}.${String(place & 255)}`,
  'x-forwarded-proto': 'https',
});

const bearer = (key: string, place: number): Promise<Guess> => timed(() => app.get('/auth/me/', { token: key, headers: from(place) }));
const signIn = (email: string, place: number): Promise<Guess> =>
  timed(() => app.post('/auth/login/', { body: { email, password: 'a guess' }, headers: from(place) }));

async function guess(one: (number: number) => Promise<Guess>): Promise<Guess[]> {
  const guesses: Guess[] = [];
  let next = 0;
  const guesser = async (): Promise<void> => {
    for (let number = next++; number < GUESSES; number = next++) guesses.push(await one(number));
  };
  await Promise.all(Array.from({ length: GUESSERS }, guesser));
  return guesses;
}

/** What the other tenant notices for as long as something goes on. */
async function watch<Result>(going: Promise<Result>): Promise<{ readonly result: Result; readonly seen: readonly Guess[] }> {
  const seen: Guess[] = [];
  const over = new AbortController();
  const watching = (async (): Promise<void> => {
    while (!over.signal.aborted) {
      seen.push(await timed(() => app.get(onlooker.path, { token: onlooker.token, headers: from(0) })));
      await new Promise((resolve) => setTimeout(resolve, ONLOOKER_EVERY_MS));
    }
  })();
  const result = await going;
  over.abort();
  await watching;
  return { result, seen };
}

function percentile(guesses: readonly Guess[], part: number): number {
  const sorted = guesses.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
}

const figures = (guesses: readonly Guess[]): string =>
  `p50 ${percentile(guesses, 0.5).toFixed(1)} ms, p99 ${percentile(guesses, 0.99).toFixed(1)} ms`;

const countOf = (guesses: readonly Guess[], status: number): number => guesses.filter((one) => one.status === status).length;

function report(what: string, guesses: readonly Guess[], seen: readonly Guess[]): void {
  process.stdout.write(
    `${what}: ${String(guesses.length)} guesses (401 ${String(countOf(guesses, 401))}, 429 ${String(countOf(guesses, 429))}), ${figures(guesses)}; another tenant meanwhile ${figures(seen)}\n`,
  );
}

const ATTACKS: readonly (readonly [string, (number: number) => Promise<Guess>])[] = [
  ['keys that look right, from one place', () => bearer(newApiKey().secret, 1)],
  ['keys that look right, each from another place', (number) => bearer(newApiKey().secret, 1_000 + number)],
  ['keys that look wrong, from one place', (number) => bearer(`igny8_${String(number).padStart(38, '0')}`, 2)],
  ['passwords of one e-mail, each from another place', (number) => signIn('known@example.com', 20_000 + number)],
  ['passwords of many e-mails, from one place', (number) => signIn(`${String(number)}@example.com`, 3)],
  ['passwords of many e-mails, each from another place', (number) => signIn(`${String(number)}@other.example`, 40_000 + number)],
];

it.each(ATTACKS)(
  'guessing %s opens nothing and slows nobody else',
  async (what, one) => {
    const { result, seen } = await watch(guess(one));
    report(what, result, seen);
    expect(countOf(result, 401) + countOf(result, 429)).toBe(GUESSES);
    expect(countOf(seen, 200)).toBe(seen.length);
    if (IS_SOAK) expect(percentile(seen, 0.5)).toBeLessThan(2 * percentile(usual, 0.5) + 20);
  },
  600_000,
);

it('takes as long for an e-mail that nobody has as for one that somebody has', async () => {
  const { email } = await app.createAccount();
  const [known, unknown]: [Guess[], Guess[]] = [[], []];
  for (let number = 0; number < 10; number++) {
    known.push(await signIn(email, 60_000 + number));
    unknown.push(await signIn(`nobody-${String(number)}@example.com`, 61_000 + number));
  }
  process.stdout.write(`Sign-in: known e-mail ${figures(known)}, unknown ${figures(unknown)}\n`);
  for (const [one, other] of [
    [known, unknown],
    [unknown, known],
  ] as const)
    if (IS_SOAK) expect(percentile(one, 0.5)).toBeLessThan(2 * percentile(other, 0.5));
  expect(countOf([...known, ...unknown], 401)).toBe(20);
}, 60_000);

it('lets nobody wait for ever when very many sign in at the same moment', async () => {
  const attempts = await Promise.all(
    Array.from({ length: 400 }, (_, number) =>
      app.post('/auth/login/', { body: { email: `${String(number)}@crowd.example`, password: 'a guess' }, headers: from(70_000 + number) }),
    ),
  );
  const sentAway = attempts.filter(({ status }) => status === 503);
  expect(sentAway.length).toBeGreaterThan(0);
  expect(attempts.filter(({ status }) => status === 401)).toHaveLength(attempts.length - sentAway.length);
  expect(sentAway[0]?.body.code).toBe('service_unavailable');
  expect(sentAway[0]?.headers.get('retry-after')).toBe('5');
  expect((await signIn('after@crowd.example', 80_000)).status).toBe(401);
}, 60_000);
