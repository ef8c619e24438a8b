import { defineConfig } from 'tsup';

// openapi-fetch is bundled, so that whoever installs the SDK installs nothing else.
export default defineConfig({
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  dts: true,
  clean: true,
  target: 'es2022',
  platform: 'neutral',
  noExternal: ['openapi-fetch'],
});
