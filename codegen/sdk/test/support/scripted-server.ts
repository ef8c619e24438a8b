import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Igny8 } from '../../src/index.js';
import type { Igny8Options } from '../../src/index.js';

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Reply = (response: ServerResponse) => void;

/** A real server that answers what a test tells it to, one reply a request; the last one goes on answering. */
export class ScriptedServer {
  replies: Reply[] = [];
  seen: Seen[] = [];
  private readonly server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      this.seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      const reply = this.replies.length > 1 ? this.replies.shift() : this.replies[0];
      reply?.(response);
    });
  });

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** A client of it. */
  client(options: Partial<Igny8Options> = {}): Igny8 {
    return new Igny8({ baseUrl: `${this.url}/`, token: 'igny8_key', ...options });
  }
}

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };

export const problem = (status: number, code: string, headers: Record<string, string> = {}): Reply =>
  json(
    status,
    { type: `/docs/problems/${code}`, title: 'T', status, detail: 'It did not work.', instance: '/', code, request_id: 'req-1' },
    { 'content-type': 'application/problem+json', ...headers },
  );

/** Ends the connection without a word, as a network that fails does. */
export const hangUp: Reply = (response) => {
  response.destroy();
};

/** What a call threw. Fails when it did not throw. */
export const thrownBy = (call: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(call).then(
    () => {
      throw new Error('It should have failed.');
    },
    (error: unknown) => error,
  );
