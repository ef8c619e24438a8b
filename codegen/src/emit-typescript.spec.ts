import ts from 'typescript';
import { emitted } from './support/emitted.ts';
import { NOTHING } from './support/small-contract.ts';

const IF_MATCH = { name: 'If-Match', in: 'header', description: 'Based on.', schema: { type: 'string' } };

const syntaxErrors = (text: string): string[] =>
  (ts.transpileModule(text, { reportDiagnostics: true }).diagnostics ?? []).map(({ messageText }) =>
    ts.flattenDiagnosticMessageText(messageText, '\n'),
  );

it.each(['summary', 'description'])('what ends a comment does not end that of a method: %s', (where) => {
  const text = emitted('resources', { operation: { [where]: 'Takes */* and `/* */`' } });
  expect(text).toContain(String.raw`Takes *\/* and`);
  expect(syntaxErrors(text)).toEqual([]);
});

it('a method takes its options with an If-Match where the contract answers 428 without one', () => {
  const method = (responses: object): string =>
    emitted('resources', { parameters: [IF_MATCH], operation: { responses: { '204': NOTHING, ...responses } } });
  expect(method({ '428': NOTHING })).toContain('use(options: ChangeOptions): Promise<void>');
  expect(method({})).toContain('use(options: Partial<ChangeOptions> = {}): Promise<void>');
});
