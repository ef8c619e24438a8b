interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { operationId?: string; responses?: Record<string, unknown> }>>>>;
}

/**
 * Which of the statuses that the contract declares no test has seen. Those of 5xx stand under `default` and are left out.
 * @param exercised lines of `operationId status`
 */
export function unexercised(document: Document, exercised: Iterable<string>): { declared: number; missing: string[] } {
  const seen = new Set(exercised);
  const declared = Object.values(document.paths)
    .flatMap((item) => Object.values(item))
    .flatMap(({ operationId, responses = {} }) =>
      operationId === undefined ? [] : Object.keys(responses).map((status) => ({ operationId, status })),
    )
    .filter(({ status }) => status !== 'default' && !status.startsWith('5'))
    .map(({ operationId, status }) => `${operationId} ${status}`);
  return { declared: declared.length, missing: declared.filter((pair) => !seen.has(pair)) };
}
