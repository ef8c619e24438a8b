import { isIPv4, isIPv6 } from 'node:net';
import { plainToInstance, Transform } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsIP,
  IsOptional,
  Matches,
  Max,
  Min,
  Validate,
  ValidatorConstraint,
  validateSync,
  type ValidatorConstraintInterface,
} from 'class-validator';

export const ENVIRONMENTS = ['development', 'production', 'test'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** What a variable is for, in the words of the README's table, and a value that would be accepted. */
export interface VariableDocument {
  readonly name: string;
  readonly description: string;
  readonly example: string;
  readonly defaultText: string;
}

const documents: VariableDocument[] = [];

function Variable(description: string, example: string, defaultText: string): PropertyDecorator {
  return (_target, name) => {
    documents.push({ name: String(name), description, example, defaultText });
  };
}

/** Every environment variable of the backend, in the order in which the README lists them. */
export const CONFIG_VARIABLES: readonly VariableDocument[] = documents;

const asNumber = Transform(({ value }: { value: unknown }) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value));
const asList = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '')
    : value,
);

@ValidatorConstraint()
class IsCidrList implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return Array.isArray(value) && value.every((entry) => typeof entry === 'string' && isCidr(entry));
  }
  defaultMessage(): string {
    return 'must be addresses or CIDR ranges, separated by commas';
  }
}

function isCidr(entry: string): boolean {
  const [address = '', bits, ...rest] = entry.split('/');
  const most = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
  return most > 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}

const SEALING_KEYS = /^[1-9]\d?:[A-Za-z0-9+/]{43}=(,[1-9]\d?:[A-Za-z0-9+/]{43}=)*$/;
const POSTGRES_URL = /^postgres(ql)?:\/\/\S+$/;

/** Every setting of the backend: read once from the environment, typed, validated at start. */
export class Config {
  @Variable('`production` refuses plain HTTP.', 'production', '`production`')
  @IsIn(ENVIRONMENTS, { message: `must be one of ${ENVIRONMENTS.join(', ')}` })
  readonly NODE_ENV: Environment = 'production';

  @Variable(
    'The PostgreSQL database. `npm start` runs its own when it is not set.',
    'postgres://igny8:secret@db.internal:5432/igny8',
    'required',
  )
  @Matches(POSTGRES_URL, { message: 'must be a postgres:// address' })
  readonly DATABASE_URL!: string;

  @Variable(
    'The same database without the pooler, when DATABASE_URL goes through one in transaction mode. Hot statements are then not prepared.',
    'postgres://igny8:secret@db.internal:5433/igny8',
    'not set',
  )
  @IsOptional()
  @Matches(POSTGRES_URL, { message: 'must be a postgres:// address' })
  readonly DATABASE_DIRECT_URL?: string;

  @Variable('Connections to the database, at most, per process.', '20', '`10`')
  @asNumber
  @IsInt({ message: 'must be a whole number' })
  @Min(2, { message: 'must be at least 2' })
  @Max(500, { message: 'must be at most 500' })
  readonly IGNY8_DATABASE_CONNECTIONS: number = 10;

  @Variable('The port of the API.', '4000', '`4000`')
  @asNumber
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be at least 0' })
  @Max(65535, { message: 'must be at most 65535' })
  readonly IGNY8_API_PORT: number = 4000;

  @Variable('The address that the API listens on.', '0.0.0.0', '`127.0.0.1`')
  @IsIP(undefined, { message: 'must be an IP address' })
  readonly IGNY8_API_HOST: string = '127.0.0.1';

  @Variable(
    'Seals what must be read back (signing secrets): `version:key`, each key 32 random bytes in base64. The last one seals, all of them open.',
    '1:q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=',
    'required',
  )
  @Matches(SEALING_KEYS, { message: 'must be version:key, the key 32 bytes in base64; several are separated by commas' })
  readonly IGNY8_SEALING_KEYS!: string;

  @Variable('Who may say where a request came from (X-Forwarded-*): the TLS proxy and the dashboard.', '10.0.0.0/8,127.0.0.1', 'none')
  @asList
  @Validate(IsCidrList)
  readonly IGNY8_TRUSTED_PROXIES: readonly string[] = [];

  @Variable('Requests that an API key or session may send in a minute, over all instances.', '600', '`600`')
  @asNumber
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(1_000_000, { message: 'must be at most 1000000' })
  readonly IGNY8_RATE_LIMIT: number = 600;

  @Variable('How much is logged.', 'debug', '`info`')
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], { message: 'must be one of fatal, error, warn, info, debug, silent' })
  readonly IGNY8_LOG_LEVEL: string = 'info';

  /** The address for whatever a pooler in transaction mode does not carry: migrations, their lock, LISTEN. */
  get directUrl(): string {
    return this.DATABASE_DIRECT_URL ?? this.DATABASE_URL;
  }

  /** Named statements break behind a pooler in transaction mode. */
  get mayPrepareStatements(): boolean {
    return this.DATABASE_DIRECT_URL === undefined;
  }

  get isProduction(): boolean {
    return this.NODE_ENV === 'production';
  }
}

/** A start that must not happen: says which variable, what is wrong with it, and what would be right. */
export class InvalidConfigError extends Error {
  override readonly name = 'InvalidConfigError';
}

/**
 * Reads the configuration. Empty variables count as not set.
 * @throws {InvalidConfigError} naming every variable that is wrong, with an example
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const known = documents.map(({ name }) => name);
  const given = Object.fromEntries(known.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
  const config = plainToInstance(Config, given, { exposeDefaultValues: true });
  const wrong = validateSync(config, { stopAtFirstError: true }).map((error) =>
    describe(error.property, Object.values(error.constraints ?? {})[0] ?? 'is not valid'),
  );
  if (wrong.length > 0) throw new InvalidConfigError(wrong.join('\n'));
  return config;
}

function describe(name: string, problem: string): string {
  const document = documents.find((entry) => entry.name === name);
  return `${name} ${problem}. Example: ${name}=${document?.example ?? ''}`;
}
