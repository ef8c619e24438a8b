import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Where the contract is: beside the backend's folder, whether it runs from src/ or from dist/. */
export const CONTRACT_FILE = new URL('../../../../openapi.yaml', import.meta.url);

/** openapi.yaml, as it is served at /docs and as bodies are validated against it. */
export function readContractDocument(): Record<string, unknown> {
  return parse(readFileSync(CONTRACT_FILE, 'utf8')) as Record<string, unknown>;
}
