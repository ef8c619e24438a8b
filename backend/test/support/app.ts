import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module.js';
import { AuthService } from '../../src/auth/index.js';
import { LastUse } from '../../src/auth/last-use.js';
import type { Problem } from '../../src/generated/contract.js';
import type { Config } from '../../src/platform/config/config.js';
import { createHttpApp } from '../../src/platform/http/http-app.js';
import { checkAnswer, operationOf } from './contract.js';

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

interface Sent {
  readonly token?: string | undefined;
  readonly body?: unknown;
  /** Sent as it is, instead of a body. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An account that a test has to itself, with its first key and a session. */
export interface TestAccount {
  readonly accountId: string;
  readonly userId: string;
  readonly email: string;
  readonly password: string;
  readonly apiKey: string;
}

/** A running backend, asked over HTTP. Every answer is held against the contract. */
export class TestApp {
  readonly url: string;
  readonly app: NestFastifyApplication;

  private constructor(app: NestFastifyApplication, url: string) {
    this.app = app;
    this.url = url;
  }

  static async start(config: Config): Promise<TestApp> {
    const app = await createHttpApp(AppModule.with(config), config);
    await app.listen(0, '127.0.0.1');
    return new TestApp(app, (await app.getUrl()).replace('[::1]', '127.0.0.1'));
  }

  async stop(): Promise<void> {
    await this.app.close();
  }

  async send<Body = Problem>(method: string, path: string, { token, body, text, headers }: Sent = {}): Promise<Answer<Body>> {
    const payload = text ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(payload === undefined ? {} : { body: payload }),
    });
    const raw = await response.text();
    const answer = raw === '' ? undefined : (JSON.parse(raw) as unknown);
    const operation = operationOf(method, path);
    if (operation !== undefined) {
      checkAnswer(operation, response.status, response.headers, answer);
      noteExercised(operation.id, response.status);
    }
    return { status: response.status, body: answer as Body, headers: response.headers };
  }

  get<Body = Problem>(path: string, sent?: Sent): Promise<Answer<Body>> {
    return this.send('GET', path, sent);
  }
  post<Body = Problem>(path: string, sent?: Sent): Promise<Answer<Body>> {
    return this.send('POST', path, sent);
  }
  patch<Body = Problem>(path: string, sent?: Sent): Promise<Answer<Body>> {
    return this.send('PATCH', path, sent);
  }
  delete<Body = Problem>(path: string, sent?: Sent): Promise<Answer<Body>> {
    return this.send('DELETE', path, sent);
  }

  /** Writes down now what is otherwise written every few seconds. */
  async flushLastUse(): Promise<void> {
    await this.app.get(LastUse).flush();
  }

  /** What the operator's command line would do. */
  async createAccount(): Promise<TestAccount> {
    const email = `person-${crypto.randomUUID()}@example.com`;
    const password = 'correct horse battery staple';
    const made = await this.app.get(AuthService).createAccount('Example Agency', email, password);
    return { ...made, email, password };
  }
}

/** Which (operation, status) pairs the tests have seen, for the count at the end. */
function noteExercised(operationId: string, status: number): void {
  appendFileSync(join(process.env.IGNY8_TEST_FOLDER ?? '', 'exercised.txt'), `${operationId} ${String(status)}\n`);
}
