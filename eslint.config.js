import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom (ARCHITECTURE.md). For each room: where its files are, how deep below src or below the dashboard, and the rooms and packages that its
 * files may reach. A room's own files are always open to it.
 */
const rooms = [
  { files: ['src/errors.ts'], depth: 0, rooms: [], packages: [] },
  { files: ['src/logger.ts'], depth: 0, rooms: [], packages: ['pino'] },
  { files: ['src/standard-output.ts'], depth: 0, rooms: [], packages: [] },
  { files: ['src/package-root.ts'], depth: 0, rooms: [], packages: ['node:'] },
  { files: ['src/deadlines.ts'], depth: 0, rooms: [], packages: [] },
  { files: ['src/loopback.ts'], depth: 0, rooms: [], packages: [] },
  { files: ['src/auth/**'], depth: 1, rooms: [], packages: ['jose', 'node:crypto'] },
  { files: ['src/limits/**'], depth: 1, rooms: ['auth/', 'context', 'errors', 'resolvers/policies'], packages: ['@apollo/server', 'graphql', 'lru-cache', 'node:timers/promises'] },
  { files: ['src/http/**'], depth: 1, rooms: ['auth/', 'limits/', 'loopback'], packages: ['@fastify/cors', '@fastify/helmet', 'fastify', 'node:'] },
  { files: ['src/paging/**'], depth: 1, rooms: ['errors'], packages: ['node:crypto', '@msgpack/msgpack'] },
  { files: ['src/planning/**'], depth: 1, rooms: ['errors', 'paging/', 'generated/'], packages: ['node:crypto'] },
  { files: ['src/upstream/**'], depth: 1, rooms: ['deadlines', 'errors'], packages: ['node:', 'undici', 'oauth4webapi'] },
  { files: ['src/wire/**'], depth: 1, rooms: ['paging/', 'planning/', 'generated/', 'products/product'], packages: ['lossless-json'] },
  { files: ['src/products/*.ts'], depth: 1, rooms: ['paging/', 'planning/', 'wire/', 'generated/'], packages: [] },
  { files: ['src/products/*/*.ts'], depth: 2, rooms: ['paging/', 'planning/', 'wire/', 'generated/', 'errors'], packages: ['../product.js', 'lossless-json'] },
  { files: ['src/loaders/**'], depth: 1, rooms: ['auth/', 'deadlines', 'errors', 'context', 'paging/', 'planning/', 'wire/', 'upstream/', 'generated/', 'products/index'], packages: ['dataloader', 'lru-cache'] },
  { files: ['src/context.ts'], depth: 0, rooms: ['auth/', 'errors', 'paging/', 'loaders/'], packages: [] },
  { files: ['src/resolvers/**'], depth: 1, rooms: ['errors', 'context', 'paging/', 'planning/', 'wire/global-id', 'generated/', 'loaders/'], packages: ['graphql', 'graphql-scalars'] },
  { files: ['src/schema.ts'], depth: 0, rooms: ['context', 'errors', 'package-root', 'resolvers/'], packages: ['@apollo/subgraph', 'graphql', 'node:'] },
  { files: ['src/error-format.ts'], depth: 0, rooms: ['errors', 'context'], packages: ['@apollo/server', 'graphql', 'fastify'] },
  {
    files: ['src/server.ts'],
    depth: 0,
    rooms: ['auth/', 'context', 'deadlines', 'error-format', 'http/', 'limits/', 'loaders/', 'package-root', 'paging/', 'resolvers/policies', 'schema'],
    packages: ['@apollo/server', '@as-integrations/fastify', '@fastify/static', 'fastify', 'node:'],
  },
  { files: ['src/client-certificate.ts'], depth: 0, rooms: ['regular-file'], packages: ['node:'] },
  { files: ['src/regular-file.ts'], depth: 0, rooms: [], packages: ['node:fs'] },
  { files: ['src/config.ts'], depth: 0, rooms: ['auth/', 'client-certificate', 'config/', 'errors', 'generated/', 'http/access', 'limits/limits', 'products/index', 'upstream/hosts'], packages: ['zod'] },
  { files: ['src/config/**'], depth: 1, rooms: ['auth/', 'http/access', 'limits/limits', 'loopback', 'products/index', 'regular-file'], packages: ['node:crypto', 'yaml', 'zod'] },
  { files: ['src/connect.ts'], depth: 0, rooms: ['config', 'loaders/source', 'upstream/'], packages: ['../simulator/index.js'] },
  { files: ['src/doctor/**'], depth: 1, rooms: ['config', 'connect', 'errors', 'loaders/source', 'paging/', 'planning/', 'upstream/', 'wire/'], packages: [] },
  { files: ['src/assemble.ts'], depth: 0, rooms: ['config', 'connect', 'loaders/', 'paging/', 'products/index', 'server', 'upstream/'], packages: ['fastify', 'node:'] },
  { files: ['src/print-schema.ts'], depth: 0, rooms: ['assemble', 'schema'], packages: ['@apollo/subgraph'] },
  { files: ['src/main.ts'], depth: 0, rooms: ['assemble', 'config', 'deadlines', 'doctor/index', 'errors', 'logger', 'standard-output'], packages: ['close-with-grace'] },
  // The dashboard knows the server by its schema alone.
  {
    files: ['examples/dashboard/{address,client,formats,job-address,table-filter,words}.ts'],
    depth: 0,
    rooms: ['generated/', 'words'],
    packages: ['@apollo/client', 'avepoint-jobs-graphql/', 'react'],
  },
  { files: ['examples/dashboard/reading/**'], depth: 1, rooms: ['generated/'], packages: ['@apollo/client', 'react'] },
  {
    files: ['examples/dashboard/parts/**'],
    depth: 1,
    rooms: ['address', 'formats', 'generated/', 'job-address', 'reading/', 'table-filter', 'words'],
    packages: ['react'],
  },
  {
    files: ['examples/dashboard/panels/**'],
    depth: 1,
    rooms: ['address', 'formats', 'generated/', 'job-address', 'parts/', 'reading/', 'table-filter', 'words'],
    packages: ['@apollo/client', 'chart.js', 'react'],
  },
  {
    files: ['examples/dashboard/*.tsx'],
    depth: 0,
    rooms: ['App', 'address', 'client', 'dashboard', 'formats', 'job-address', 'panels/', 'parts/', 'reading/', 'styles/'],
    packages: ['@apollo/client', '@fontsource-variable/geist', 'react', 'react-dom'],
  },
];

function importRule({ depth, rooms: reachable, packages }) {
  const up = depth === 0 ? '\\./' : '\\.\\./'.repeat(depth);
  const own = depth === 0 ? [] : ['\\./'];
  const names = [...reachable.map((room) => up + room), ...packages.map((name) => name.replaceAll('.', '\\.'))];
  // A name that ends in a slash or colon stands for all that is behind it.
  const allowed = [...own, ...names.map((name) => (/[/:]$/.test(name) ? name : `${name}(?:\\.js)?(?:/|$)`))];
  return { regex: `^(?!${allowed.join('|')})`, message: 'This room may not reach there: see ARCHITECTURE.md.' };
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
  { files: ['src/**', 'simulator/**', 'examples/**'], rules: { 'max-lines': ['error', 300] } },
  { files: ['test/**', 'bench/**', 'soak/**'], rules: { 'max-lines': ['error', 500] } },
  {
    files: ['src/**', 'simulator/**', 'test/**', 'bench/**', 'soak/**', 'examples/dashboard/**'],
    ignores: ['examples/dashboard/vite.config.ts'],
    rules: { 'no-restricted-syntax': ['error', NO_ENVIRONMENT, NO_DEFAULT_EXPORT] },
  },
  { files: ['src/config.ts', 'test/browser/browser.ts', 'test/limits/random-documents.test.ts'], rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT] } },
  { files: ['examples/federation/**'], rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT] } },
  { files: ['src/main.ts', 'src/print-schema.ts', 'simulator/main.ts', 'bench/**', 'soak/main.ts', 'examples/**/main.ts'], rules: { 'no-console': 'off' } },
  { files: ['simulator/**'], rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['**/src/**', '**/examples/**'], message: 'The simulator shares nothing with what it tests.' }] }] } },
  { files: ['examples/**'], rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['**/src/**', '**/simulator/**'], message: 'An example speaks with the server over HTTP, so that it can be copied.' }] }] } },
  { files: ['src/**'], rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['**/examples/**'], message: 'Examples use the server, never the reverse.' }] }] } },
  ...rooms.map((room) => ({ files: room.files, rules: { 'no-restricted-imports': ['error', { patterns: [importRule(room)] }] } })),
);
