/** The variable in which the launcher says what follows, as JSON: it holds secrets, and arguments are seen by everybody on the machine. */
const OPTIONS_VARIABLE = 'IGNY8_DEMO_OPTIONS';

/** What the demo is told. */
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
export function readOptions(): DemoOptions {
  const given = JSON.parse(process.env[OPTIONS_VARIABLE] ?? '{}') as Record<string, unknown>;
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
