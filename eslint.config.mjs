import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/.next/',
      '**/generated/',
      '**/node_modules/',
      '**/vendor/',
      '.data/',
      'docs/api/',
      'wp-plugin/igny8-bridge/',
      '**/next-env.d.ts',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Options are given as object literals, also to those who declare them as classes.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A caller names the type that it is sure of.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // `isSame || isEmpty` means what it says where an empty text is as good as none.
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
        { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    // Nest's modules, guards and pipes are classes even when they hold nothing.
    files: ['backend/**/*.ts'],
    rules: { '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }] },
  },
  {
    // TypeScript sets no emitDecoratorMetadata without values: what Nest injects must be imported as a value.
    files: ['backend/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    // Programs that people run: they talk to people on the console.
    files: ['dev/**', 'codegen/src/main.ts', 'wp-plugin/{demo,testing,tools,tests}/**', 'backend/src/cli/**', 'backend/src/main.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Node's test runner waits for its tests by itself.
    files: ['wp-plugin/tests/**'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: 'test', package: 'node:test' }] },
      ],
    },
  },
  {
    // Tools that read a default export of their configuration or plugin; Jest's set-up; Next's pages.
    files: [
      '**/*.config.{ts,mjs}',
      'codegen/checks/*-plugin.ts',
      '**/global-setup.ts',
      '**/global-teardown.ts',
      'frontend/src/app/**',
      'frontend/src/proxy.ts',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['frontend/src/**'],
    plugins: { 'react-hooks': reactHooks },
    extends: [jsxA11y.flatConfigs.strict],
    rules: { ...reactHooks.configs.recommended.rules },
    languageOptions: { globals: globals.browser },
  },
  { files: ['**/*.{mjs,js}'], languageOptions: { globals: globals.node } },
  { files: ['codegen/src/reference/*.js', 'wp-plugin/igny8-bridge/**/*.js'], languageOptions: { globals: globals.browser } },
  prettier,
);
