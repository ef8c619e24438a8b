import { setTimeout as sleep } from 'node:timers/promises';
import { Child, ChildError } from './child.ts';

export interface DashboardOptions {
  readonly port: number;
  readonly apiUrl: string;
  readonly logFile: string;
}

/** Starts the built dashboard, ready to answer. */
export async function startDashboard({ port, apiUrl, logFile }: DashboardOptions): Promise<Child> {
  const child = new Child({
    name: 'The dashboard',
    script: 'frontend/.next/standalone/frontend/server.js',
    logFile,
    env: {
      NODE_ENV: 'production',
      PORT: String(port),
      HOSTNAME: '127.0.0.1',
      IGNY8_API_URL: apiUrl,
      IGNY8_DASHBOARD_INSECURE: 'true',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  });
  const url = `http://127.0.0.1:${String(port)}/sign-in`;
  for (const since = Date.now(); Date.now() - since < 30_000 && !child.hasEnded;) {
    const response = await fetch(url, { redirect: 'manual' }).catch(() => undefined);
    if (response !== undefined && response.status < 500) return child;
    await sleep(50);
  }
  await child.stop();
  throw new ChildError(`The dashboard does not answer at ${url}.`, logFile);
}
