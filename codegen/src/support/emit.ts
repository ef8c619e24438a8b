import { emitReference } from '../emit-reference.ts';
import { emitExamples } from '../emit-samples.ts';
import { emitResources } from '../emit-typescript.ts';
import { type Parts, smallContract } from './small-contract.ts';

/** `node emit.ts EMITTER PARTS`: prints what an emitter makes of a small contract. */
const [what, parts = '{}'] = process.argv.slice(2);
const contract = smallContract(JSON.parse(parts) as Parts);
const emitters: Readonly<Record<string, () => Promise<string | undefined>>> = {
  examples: () => emitExamples(contract),
  resources: () => emitResources(contract),
  reference: async () => (await emitReference(contract, [])).get('index.html'),
};
process.stdout.write((await emitters[what ?? '']?.()) ?? '');
