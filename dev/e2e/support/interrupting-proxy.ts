import { createServer, type IncomingMessage, request as httpRequest, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What may befall one request on its way. */
export interface Interruption {
  readonly method: string;
  /** The end of its path. */
  readonly path: string;
  /** `before`: it never arrives. `answer`: it arrives and is carried out, but its answer does not. `nothing`: it is only late. */
  readonly lose: 'before' | 'answer' | 'nothing';
  /** Happens at that very moment, while the caller waits. */
  readonly meanwhile?: () => Promise<void>;
}

/**
 * Stands between the plugin and the backend and lets one request go wrong: the fault of a network, a crash on either side.
 * Everything else is passed on as it is.
 */
export class InterruptingProxy {
  /** The requests that came, as `METHOD /path`. */
  readonly seen: string[] = [];
  private readonly server: Server;
  private readonly target: URL;
  private waiting: Interruption | undefined;

  private constructor(target: string) {
    this.target = new URL(target);
    this.server = createServer((request, response) => {
      void this.handle(request, response);
    });
  }

  static async start(target: string): Promise<InterruptingProxy> {
    const proxy = new InterruptingProxy(target);
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** Lets the next such request go wrong, and only that one. */
  interrupt(interruption: Interruption): void {
    this.waiting = interruption;
  }

  /** Whether the interruption has happened. */
  get isDone(): boolean {
    return this.waiting === undefined;
  }

  /** As on its first day: nothing seen, nothing to go wrong, nobody kept waiting. */
  reset(): void {
    this.seen.length = 0;
    this.waiting = undefined;
    this.server.closeAllConnections();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0] ?? '';
    this.seen.push(`${request.method ?? ''} ${path}`);
    const interruption =
      this.waiting !== undefined && this.waiting.method === request.method && path.endsWith(this.waiting.path) ? this.waiting : undefined;
    if (interruption !== undefined) this.waiting = undefined;
    try {
      if (interruption?.lose === 'before') {
        await interruption.meanwhile?.();
        response.destroy();
        return;
      }
      if (interruption?.lose === 'nothing') await interruption.meanwhile?.();
      const answer = await this.forward(request);
      if (interruption?.lose === 'answer') {
        await interruption.meanwhile?.();
        response.destroy();
        return;
      }
      response.writeHead(answer.status, answer.headers).end(answer.body);
    } catch {
      // The backend is not there: neither is an answer.
      response.destroy();
    }
  }

  private forward(request: IncomingMessage): Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = this.target;
      const outgoing = httpRequest(
        { hostname, port, method: request.method, path: request.url, headers: { ...request.headers, connection: 'close' } },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () => {
            resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(chunks) });
          });
          answer.on('error', reject);
        },
      );
      outgoing.on('error', reject);
      request.pipe(outgoing);
    });
  }
}
