/**
 * What this API asks of every operation and Redocly does not know. The rules look at what an operation is (who may call it, what it
 * takes), never at its name: one that is added later is covered.
 */
interface Reference {
  readonly $ref?: string;
}

interface Response {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, { readonly schema?: Reference }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
}

interface Operation {
  readonly 'x-required-scope'?: string;
  readonly 'x-sdk-method'?: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: object;
  readonly responses?: Readonly<Record<string, Response | Reference>>;
}

interface PathItem {
  readonly parameters?: readonly (Parameter | Reference)[];
}

/** As much of Redocly's context as the rules use. */
interface Context {
  readonly key: string | number;
  readonly parent: unknown;
  readonly location: { child(keys: readonly string[]): object };
  readonly report: (problem: { readonly message: string; readonly location?: object }) => void;
  /** Of a comparison: whether requests hold it, answers, or both. */
  readonly getDirections: () => readonly ('request' | 'response')[];
  readonly resolve: <Node>(node: Node | Reference) => { readonly node?: Node };
}

interface Root {
  readonly components?: { readonly schemas?: Readonly<Record<string, { readonly enum?: readonly string[] }>> };
}

type Rule = () => Readonly<Record<string, unknown>>;

const PROBLEM = '#/components/schemas/Problem';
const WITHOUT_SCOPE = ['public', 'signed_in'];

/** Who may call it: a scope that there is, or `signed_in`, or `public`; and only a public operation needs no key. */
const operationAccess: Rule = () => {
  let scopes: readonly string[] = [];
  return {
    Root(root: Root) {
      scopes = root.components?.schemas?.['Scope']?.enum ?? [];
    },
    Operation(operation: Operation, { report, location }: Context) {
      const scope = operation['x-required-scope'];
      if (scope === undefined) {
        report({ message: 'Say who may call it: `x-required-scope` with a scope, `signed_in` or `public`.' });
        return;
      }
      if (![...scopes, ...WITHOUT_SCOPE].includes(scope))
        report({ message: `There is no scope \`${scope}\`.`, location: location.child(['x-required-scope']) });
      if ((operation.security?.length === 0) !== (scope === 'public'))
        report({ message: 'An operation is `public` if and only if its `security` is `[]`.' });
    },
  };
};

/** The answers that an operation has because of what it is and takes. Those of 5xx stand under `default`. */
function expectedAnswers(method: string, scope: string, parameters: readonly Parameter[], hasBody: boolean): string[] {
  const takes = (place: string, name?: string): boolean =>
    parameters.some((p) => p.in === place && (name === undefined || p.name === name));
  return [
    'default',
    ...(scope === 'public' ? [] : ['401', '429']),
    ...(WITHOUT_SCOPE.includes(scope) ? [] : ['403']),
    ...(takes('path') ? ['404'] : []),
    ...(method === 'get' ? [] : ['400', '413', '415']),
    ...(hasBody || takes('query') ? ['422'] : []),
    ...(takes('header', 'Idempotency-Key') ? ['409', '422'] : []),
    ...(takes('header', 'If-Match') ? ['412', '428'] : []),
    ...(takes('header', 'If-None-Match') ? ['304'] : []),
  ];
}

const expectedResponses: Rule = () => ({
  Operation(operation: Operation, { key, parent, report, resolve, location }: Context) {
    const parameters = [...((parent as PathItem).parameters ?? []), ...(operation.parameters ?? [])];
    const expected = expectedAnswers(
      String(key),
      operation['x-required-scope'] ?? '',
      parameters.flatMap((parameter) => resolve<Parameter>(parameter).node ?? []),
      operation.requestBody !== undefined,
    );
    for (const status of new Set(expected)) {
      if (operation.responses?.[status] === undefined)
        report({ message: `It answers ${status} too; declare it.`, location: location.child(['responses']) });
    }
  },
});

/** Every error is a problem and nothing else. */
const problemResponses: Rule = () => ({
  Operation(operation: Operation, { report, resolve, location }: Context) {
    for (const [status, response] of Object.entries(operation.responses ?? {})) {
      if (status !== 'default' && !/^[45]/.test(status)) continue;
      const content = Object.entries(resolve<Response>(response).node?.content ?? {});
      const isProblem = content.length === 1 && content[0]?.[0] === 'application/problem+json' && content[0][1].schema?.$ref === PROBLEM;
      if (!isProblem)
        report({
          message: 'An error is `application/problem+json` with the schema `Problem`.',
          location: location.child(['responses', status]),
        });
    }
  },
});

/** Every answer can be asked about. */
const requestIdInAnswers: Rule = () => ({
  Response(response: Response, { report }: Context) {
    if (response.headers?.['X-Request-Id'] === undefined) report({ message: 'Every answer carries `X-Request-Id`.' });
  },
});

/** The SDK has a place of its own for each operation. */
const sdkMethod: Rule = () => {
  const taken = new Set<string>();
  return {
    Operation(operation: Operation, { report }: Context) {
      const name = operation['x-sdk-method'] ?? '';
      if (!/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(name)) report({ message: 'Say where the SDK keeps it: `x-sdk-method: group.method`.' });
      if (taken.has(name)) report({ message: `There is another \`${name}\` in the SDK.` });
      taken.add(name);
    },
  };
};

/** A change of one property, as Redocly's comparison tells it. */
interface Change {
  readonly kind: string;
  readonly property?: string;
  readonly base?: { readonly value?: unknown };
  readonly revision?: { readonly value?: unknown };
}

/** An operation that asks for more or for something else than before locks out callers: keys with another scope, or those without a key. */
const requiredScopeChanged: Rule = () => ({
  Operation(change: Change, { report }: Context) {
    if (change.kind !== 'modified' || change.property !== 'x-required-scope') return;
    const [before, now] = [String(change.base?.value), String(change.revision?.value)];
    if (now === 'public' || (now === 'signed_in' && before !== 'public')) return;
    report({ message: `Who could call it cannot any more: it was \`${before}\` and is \`${now}\`.` });
  },
});

/** The SDK has the operation in another place, so that programs that call it do not compile. */
const sdkMethodChanged: Rule = () => ({
  Operation(change: Change, { report }: Context) {
    if (change.kind !== 'modified' || change.property !== 'x-sdk-method') return;
    report({ message: `\`${String(change.base?.value)}\` of the SDK became \`${String(change.revision?.value)}\`.` });
  },
});

/** Clients send it again when its answer was lost: what was promised to do no harm would do some. */
const idempotencyDropped: Rule = () => ({
  Operation(change: Change, { report }: Context) {
    if (change.kind !== 'modified' || change.property !== 'x-idempotent' || change.base?.value !== true) return;
    report({ message: 'Clients send it again because it was `x-idempotent`, and it is not any more.' });
  },
});

/** The same request means something else. Redocly tells of defaults that are one value or a list of them, not of objects. */
const defaultChanged: Rule = () => ({
  Schema(change: Change, { report }: Context) {
    if (change.kind !== 'modified' || change.property !== 'default' || change.base?.value === undefined) return;
    report({ message: `The default was \`${JSON.stringify(change.base.value)}\` and is \`${JSON.stringify(change.revision?.value)}\`.` });
  },
});

/** Enums are append-only, also where Redocly asks it only of requests: a client that waits for a value would wait for ever. */
const answerEnumValuesRemoved: Rule = () => ({
  Schema(change: Change, { report, getDirections }: Context) {
    if (change.kind !== 'modified' || change.property !== 'enum' || !getDirections().includes('response')) return;
    const [before, now] = [change.base?.value, change.revision?.value].map((value) => (Array.isArray(value) ? (value as unknown[]) : []));
    const lost = before?.filter((value) => now?.includes(value) !== true) ?? [];
    if (lost.length > 0) report({ message: `Answers do not say ${lost.map((value) => `\`${String(value)}\``).join(', ')} any more.` });
  },
});

/** Its name is that of a type in the SDK and of a class in PHP. */
const schemaNameRemoved: Rule = () => ({
  NamedSchemas: {
    Schema(change: Change, { report }: Context) {
      const isRenamed = change.kind === 'modified' && change.property === 'key';
      if (isRenamed) report({ message: `The schema \`${String(change.base?.value)}\` became \`${String(change.revision?.value)}\`.` });
      if (change.kind === 'removed') report({ message: 'A schema with a name was removed.' });
    },
  },
});

interface Rules {
  readonly oas3: Readonly<Record<string, Rule>>;
}

export default function plugin(): { readonly id: string; readonly rules: Rules; readonly diff: Rules } {
  return {
    id: 'igny8',
    rules: {
      oas3: {
        'operation-access': operationAccess,
        'expected-responses': expectedResponses,
        'problem-responses': problemResponses,
        'request-id-in-answers': requestIdInAnswers,
        'sdk-method': sdkMethod,
      },
    },
    diff: {
      oas3: {
        'required-scope-changed': requiredScopeChanged,
        'sdk-method-changed': sdkMethodChanged,
        'idempotency-dropped': idempotencyDropped,
        'default-changed': defaultChanged,
        'answer-enum-values-removed': answerEnumValuesRemoved,
        'schema-name-removed': schemaNameRemoved,
      },
    },
  };
}
