/** Unit tests: pure functions, and the dashboard's server against a backend of a few lines. Screens are tested in a browser (dev/e2e). */
export default {
  rootDir: 'src',
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { target: 'es2024', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
        module: { type: 'commonjs' },
      },
    ],
  },
};
