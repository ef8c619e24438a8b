// Nest 12 and others are ECMAScript modules only: everything is compiled to CommonJS for Jest, these packages too.
const MODULES_ONLY =
  '@nestjs|@fastify/.*|cookie|content-disposition|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|uuid|lru-cache|ajv|p-limit|yocto-queue';

export default {
  rootDir: '.',
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.e2e.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  extensionsToTreatAsEsm: [],
  transform: {
    '\\.[cm]?[jt]s$': [
      '@swc/jest',
      {
        // .swcrc is the build's, and leaves the tests out.
        swcrc: false,
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(${MODULES_ONLY})/)`],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  testTimeout: 20_000,
  maxWorkers: 2,
};
