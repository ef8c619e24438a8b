import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Above those that browsers refuse (10080 is the last), and below those that a system gives to outgoing connections, which may take a port between the look and the use. */
const [LOWEST, HIGHEST] = [11_000, 32_000];

/** A port of 127.0.0.1 that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(LOWEST, HIGHEST);
    if (!(await isTaken(port))) return port;
  }
}

/** Whether somebody listens there already. */
export function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(true);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () =>
      server.close(() => {
        resolve(false);
      }),
    );
  });
}
