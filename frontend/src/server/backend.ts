import type { Config } from './config';

/**
 * What the backend is told of whoever is behind a request. It believes these headers because the dashboard's server is one of its
 * trusted proxies.
 * @param headers as they arrived: `X-Forwarded-For` holds one address, which we found out ourselves (start.ts)
 */
export function forwardedHeaders(headers: Headers, config: Config): Record<string, string> {
  const address = headers.get('x-forwarded-for');
  return {
    ...(address === null ? {} : { 'X-Forwarded-For': address }),
    // Without IGNY8_DASHBOARD_INSECURE a browser gives out its session, and its origin is accepted, over HTTPS only.
    'X-Forwarded-Proto': config.isInsecure ? 'http' : 'https',
  };
}

/** A line in the server's log, for whoever runs it. */
export function logFailure(message: string, requestId: string, error?: unknown): void {
  const cause =
    error instanceof Error ? { error: words(error), ...(error.cause instanceof Error ? { cause: words(error.cause) } : {}) } : {};
  process.stderr.write(`${JSON.stringify({ level: 'error', time: new Date().toISOString(), message, request_id: requestId, ...cause })}\n`);
}

const words = ({ name, message }: Error): string => `${name}: ${message}`;
