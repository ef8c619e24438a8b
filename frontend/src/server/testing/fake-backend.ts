import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A backend that notes what arrives and answers what it is told to. */
export class FakeBackend {
  received: { request: IncomingMessage; body: string }[] = [];
  answer: Answer = { status: 200, headers: { 'Content-Type': 'application/json' }, body: '{}' };
  private readonly server: Server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      this.received.push({ request, body });
      response.writeHead(this.answer.status, this.answer.headers).end(this.answer.body);
    })();
  });

  listen = (): Promise<void> =>
    new Promise((resolve) => {
      this.server.listen(0, '127.0.0.1', resolve);
    });

  close = (): Promise<void> =>
    new Promise((resolve) => {
      this.server.close(() => {
        resolve();
      });
      this.server.closeAllConnections();
    });

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }
}
