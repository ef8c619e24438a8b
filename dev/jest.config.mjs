/** Browser and whole-product tests: real PostgreSQL, backend, dashboard, WordPress and Chromium. */
export default {
  rootDir: '.',
  testMatch: ['<rootDir>/**/*.e2e.ts'],
  transform: { '\\.[jt]s$': ['@swc/jest', { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }] },
  transformIgnorePatterns: ['/node_modules/'],
  extensionsToTreatAsEsm: [],
  globalSetup: '<rootDir>/e2e/support/global-setup.ts',
  globalTeardown: '<rootDir>/e2e/support/global-teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/e2e/support/retry.ts'],
  testTimeout: 60_000,
  maxWorkers: 1,
};
