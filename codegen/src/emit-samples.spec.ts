import { execFileSync } from 'node:child_process';
import { emitted } from './support/emitted.ts';
import { answer, model, type Parts, ref } from './support/small-contract.ts';

const AWKWARD = String.raw`it's \ a`;

/** What the PHP sample of an operation asks of WordPress. */
function sentByPhp(parts: Parts): unknown {
  const { operations } = JSON.parse(emitted('examples', parts)) as { operations: readonly { readonly php: string }[] };
  const wordpress = `
    function wp_remote_request( $url, $args ) { echo json_encode( array( $url, $args['body'], $args['headers'] ) ); exit; }
    function wp_json_encode( $value ) { return json_encode( $value ); }`;
  return JSON.parse(execFileSync('php', ['-r', `${wordpress}\n${operations[0]?.php ?? ''}`], { encoding: 'utf8' }));
}

it('a PHP sample sends what the contract shows, quotes and backslashes too', () => {
  const sent = sentByPhp({
    method: 'post',
    path: '/things/{name}/',
    parameters: [{ name: 'name', in: 'path', required: true, description: 'Its name.', example: AWKWARD, schema: { type: 'string' } }],
    schemas: { Thing: model({ map: { type: 'object', additionalProperties: true } }, { example: { map: { [AWKWARD]: AWKWARD, b: 1 } } }) },
    operation: { requestBody: answer(ref('Thing')) },
  });
  expect(sent).toEqual([
    `https://things.example/things/${encodeURIComponent(AWKWARD)}/`,
    JSON.stringify({ map: { [AWKWARD]: AWKWARD, b: 1 } }),
    { 'Content-Type': 'application/json' },
  ]);
});
