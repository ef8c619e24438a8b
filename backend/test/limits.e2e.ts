import { randomBytes } from 'node:crypto';
import type { Me, Problem } from '../src/generated/contract.js';
import { type Answer, TestApp, type TestAccount } from './support/app.js';
import { HotSql } from '../src/platform/database/hot-sql.js';
import { Log } from '../src/platform/log/log.js';
import { RateLimiter } from '../src/platform/rate-limit/rate-limiter.js';
import { createDatabase, testConfig, type TestDatabase } from './support/database.js';

const LIMIT = 50;
let database: TestDatabase;
/** Two instances that share a database, behind a proxy that says who asks. */
let instances: readonly TestApp[];
let account: TestAccount;
let callers = 0;

beforeAll(async () => {
  database = await createDatabase();
  const config = testConfig(database.url, { IGNY8_RATE_LIMIT: String(LIMIT), IGNY8_TRUSTED_PROXIES: '127.0.0.1' });
  instances = await Promise.all([TestApp.start(config), TestApp.start(config)]);
});
afterAll(async () => {
  for (const instance of instances) await instance.stop();
  await database.drop();
});
beforeEach(async () => {
  // A minute that turns in the middle of a test would begin every limit anew.
  const intoMinute = Date.now() % 60_000;
  if (intoMinute > 50_000) await new Promise((resolve) => setTimeout(resolve, 60_100 - intoMinute));
  account = await instanceOf(0).createAccount();
  callers++;
});

function instanceOf(number: number): TestApp {
  const instance = instances[number % instances.length];
  if (instance === undefined) throw new Error('There is no such instance');
  return instance;
}

/** An address that no other test comes from. */
const address = (): string => `203.0.113.${String(callers)}`;

const me = (number: number, token = account.apiKey, from = address()): Promise<Answer<Me & Problem>> =>
  instanceOf(number).get<Me & Problem>('/auth/me/', { token, headers: { 'x-forwarded-for': from, 'x-forwarded-proto': 'https' } });

describe('what a key may send in a minute', () => {
  it('is the same over all instances, and says how much is left', async () => {
    const answers: Answer<Me & Problem>[] = [];
    for (let number = 0; number < LIMIT + 20; number++) answers.push(await me(number));
    const passed = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status === 429);
    expect(passed.length).toBeLessThanOrEqual(LIMIT);
    // What one instance has leased the other one cannot give out.
    expect(passed.length).toBeGreaterThan(LIMIT * 0.8);
    expect(passed.length + refused.length).toBe(LIMIT + 20);
    expect(passed[0]?.headers.get('ratelimit-policy')).toBe(`"default";q=${String(LIMIT)};w=60`);
    expect(passed[0]?.headers.get('ratelimit')).toMatch(/^"default";r=\d+;t=\d+$/);
    const [first] = refused;
    expect(first?.headers.get('ratelimit')).toMatch(/^"default";r=0;t=\d+$/);
    expect(first?.headers.get('ratelimit-policy')).toBe(`"default";q=${String(LIMIT)};w=60`);
    expect(first?.body.code).toBe('rate_limited');
    expect(Number(first?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(first?.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  }, 90_000);

  it('is the same for requests that all come at once', async () => {
    const answers = await Promise.all(Array.from({ length: LIMIT * 2 }, (_, number) => me(number)));
    const passed = answers.filter(({ status }) => status === 200);
    expect(passed).toHaveLength(LIMIT);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(LIMIT);
  }, 90_000);

  it('leaves something for every instance, however many there are', async () => {
    const { app } = instanceOf(0);
    const limiters = Array.from({ length: 20 }, () => new RateLimiter(app.get(HotSql), app.get(Log)));
    for (let round = 0; round < 2; round++) {
      const verdicts = await Promise.all(limiters.map((limiter) => limiter.take('of many', LIMIT)));
      expect(verdicts.filter(({ allowed }) => !allowed)).toEqual([]);
    }
  });

  it('is nobody else’s matter', async () => {
    for (let number = 0; number < LIMIT + 5; number++) await me(0);
    const other = await instanceOf(0).createAccount();
    expect((await me(0)).status).toBe(429);
    expect((await me(0, other.apiKey)).status).toBe(200);
  }, 90_000);
});

it('takes what a proxy says of the address as it is written', async () => {
  for (const from of [`${address()}:5678`, '[2001:db8::1]:443', 'unknown', 'ÿ', 'x'.repeat(5_000)]) {
    const { status } = await instanceOf(0).post('/sites/', {
      token: account.apiKey,
      body: { home_url: `https://${randomBytes(6).toString('hex')}.example` },
      headers: { 'x-forwarded-for': from, 'x-forwarded-proto': 'https' },
    });
    expect([from, status]).toEqual([from, 201]);
  }
});

describe('whoever guesses', () => {
  const signIn = (password: string, from: string): Promise<Answer<Problem>> =>
    instanceOf(0).post('/auth/login/', {
      body: { email: account.email, password },
      headers: { 'x-forwarded-for': from, 'x-forwarded-proto': 'https' },
    });
  const guess = (): string =>
    `igny8_${randomBytes(40)
      .toString('base64url')
      .replaceAll(/[^a-zA-Z0-9]/g, 'a')
      .slice(0, 38)}`;

  it('keys, is told to wait, while a right key goes on from the same place', async () => {
    const statuses: number[] = [];
    for (let number = 0; number < 100; number++) statuses.push((await me(0, guess())).status);
    expect(statuses.slice(0, 60)).toEqual(Array<number>(60).fill(401));
    expect(statuses.slice(60)).toEqual(Array<number>(40).fill(429));
    expect((await me(0)).status).toBe(200);
    expect((await me(0, guess(), '203.0.113.250')).status).toBe(401);
  }, 90_000);

  it('the password of one e-mail from one place, is told to wait, while its owner signs in from another', async () => {
    const guesses: number[] = [];
    for (let number = 0; number < 14; number++) guesses.push((await signIn('wrong', address())).status);
    expect(guesses).toEqual([...Array<number>(10).fill(401), ...Array<number>(4).fill(429)]);
    expect((await signIn(account.password, '203.0.113.251')).status).toBe(200);
  }, 90_000);

  it('the password of one e-mail from very many places, is told to wait', async () => {
    const guesses = Array.from({ length: 110 }, (_, number) => signIn('wrong', `198.51.100.${String(number)}`));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status).toSorted();
    expect(statuses).toEqual([...Array<number>(100).fill(401), ...Array<number>(10).fill(429)]);
  }, 90_000);
});
