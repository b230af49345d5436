import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const pureFolders = ['src/kernel/**', 'src/rules/**', 'src/domain/**'];

/** Clock, randomness, input and output stay out of the pure folders: time and look-ups arrive as data. */
const impureGlobals = [
  'Date',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'process',
  'performance',
];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'src/console/api/schema.ts', '.tongchou/**'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: ['./tsconfig.test.json'], tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 70, skipComments: true, skipBlankLines: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      'no-restricted-imports': ['error', { patterns: ['./*', '../*'] }],
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allow: ['bigint'] }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: pureFolders,
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals, 'parseFloat'],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random' },
        { object: 'Number', property: 'parseFloat' },
      ],
      'no-restricted-imports': ['error', { patterns: ['node:*', './*', '../*'] }],
    },
  },
  {
    // A hook behind a condition breaks a page only in the state in which the condition turns.
    files: ['src/console/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['**/*.test.ts', '**/*.e2e.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['*.config.ts', '*.config.js', 'vitest.reporter.ts'],
    rules: { 'no-restricted-exports': 'off', 'no-restricted-imports': 'off' },
  },
  {
    files: ['bin/**', '*.config.js', 'tests/support/*.js'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { ...tseslint.configs.disableTypeChecked.languageOptions, globals: globals.node },
  },
);
