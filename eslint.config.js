import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Who may import whom: the tables of ARCHITECTURE.md that name packages. */
const rooms = readFileSync(join(import.meta.dirname, 'ARCHITECTURE.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').slice(1, -1).map(namesIn))
  .filter((cells) => cells.length === 4 && cells[0].length > 0)
  .map(([files, , reaches, packages]) => files.map((path) => ({ path, reaches, packages })))
  .flat();

function namesIn(cell) {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
}

function importRule({ path, reaches, packages }) {
  const depth = path.replace(/^(src|examples\/dashboard)\//, '').split('/').length - 1;
  const up = depth === 0 ? '\\./' : '\\.\\./'.repeat(depth);
  const own = depth === 0 ? [] : ['\\./'];
  const names = [...reaches.map((room) => up + room), ...packages.map((name) => name.replaceAll('.', '\\.'))];
  const allowed = [...own, ...names.map((name) => (/[/:]$/.test(name) ? name : `${name}(?:\\.js)?(?:/|$)`))];
  return { regex: `^(?!${allowed.join('|') || '$'})`, message: 'This room may not reach there: see ARCHITECTURE.md.' };
}

const NO_ENVIRONMENT = { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Settings are read in src/config.ts.' };
const NO_DEFAULT_EXPORT = { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' };

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'src/generated/', 'playground/', 'examples/dashboard/generated/'] },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // They would have us write `!`, which the line above forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: true }],
      '@typescript-eslint/require-await': 'off',
      // Nothing here uses `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-console': 'error',
    },
  },
  { files: ['examples/dashboard/**'], extends: [reactHooks.configs.flat.recommended] },
  { files: ['eslint.config.js', '*.config.ts', 'packaging/*.js'], extends: [tseslint.configs.disableTypeChecked] },
  { files: ['src/**'], rules: { 'max-lines': ['error', 250] } },
  { files: ['simulator/**', 'examples/**'], rules: { 'max-lines': ['error', 300] } },
  { files: ['test/**', 'bench/**', 'soak/**'], rules: { 'max-lines': ['error', 500] } },
  {
    files: ['src/**', 'simulator/**', 'test/**', 'bench/**', 'soak/**', 'examples/dashboard/**'],
    ignores: ['examples/dashboard/vite.config.ts'],
    rules: { 'no-restricted-syntax': ['error', NO_ENVIRONMENT, NO_DEFAULT_EXPORT] },
  },
  { files: ['src/config.ts', 'test/browser/browser.ts', 'test/support/random-documents.ts', 'test/support/store.ts'], rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT] } },
  { files: ['examples/federation/**', 'examples/tenants/**', 'examples/replicas/**'], rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT] } },
  { files: ['src/main.ts', 'src/print-schema.ts', 'simulator/main.ts', 'bench/**', 'soak/main.ts', 'examples/**/main.ts'], rules: { 'no-console': 'off' } },
  { files: ['simulator/**'], rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['**/src/**', '**/examples/**'], message: 'The simulator shares nothing with what it tests.' }] }] } },
  { files: ['examples/**'], rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['**/src/**', '**/simulator/**'], message: 'An example speaks with the server over HTTP, so that it can be copied.' }] }] } },
  { files: ['src/**'], rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['**/examples/**'], message: 'Examples use the server, never the reverse.' }] }] } },
  ...rooms.map((room) => ({ files: [room.path.replace(/\/$/, '/**')], rules: { 'no-restricted-imports': ['error', { patterns: [importRule(room)] }] } })),
);
