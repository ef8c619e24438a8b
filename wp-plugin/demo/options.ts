/** What the launcher says as JSON in the first argument. */
export interface DemoOptions {
  readonly port: number;
  /** Where the site keeps its database, its uploads and its secrets. */
  readonly dataDir: string;
  readonly apiUrl: string;
  readonly appUrl: string;
  readonly adminUser: string;
  readonly adminPassword: string;
  readonly siteTitle: string;
  /** What the connect form is filled in with. */
  readonly prefill: { readonly email: string; readonly apiKey: string; readonly password: string };
}

/** @throws when something is missing or of another type */
export function readOptions(argument: string | undefined): DemoOptions {
  const given = JSON.parse(argument ?? '{}') as Record<string, unknown>;
  const text = (from: Record<string, unknown>, name: string): string => {
    const value = from[name];
    if (typeof value !== 'string') throw new Error(`The option ${name} is missing.`);
    return value;
  };
  const { port, prefill } = given;
  if (typeof port !== 'number') throw new Error('The option port is missing.');
  const filled = (typeof prefill === 'object' && prefill !== null ? prefill : {}) as Record<string, unknown>;
  return {
    port,
    dataDir: text(given, 'dataDir'),
    apiUrl: text(given, 'apiUrl'),
    appUrl: text(given, 'appUrl'),
    adminUser: text(given, 'adminUser'),
    adminPassword: text(given, 'adminPassword'),
    siteTitle: text(given, 'siteTitle'),
    prefill: { email: text(filled, 'email'), apiKey: text(filled, 'apiKey'), password: text(filled, 'password') },
  };
}
