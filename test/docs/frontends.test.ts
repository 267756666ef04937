import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { packageRoot } from '../../src/package-root.js';
import { startWorld, type World } from '../support/world.js';

const run = promisify(execFile);
const page = readFileSync(join(packageRoot, 'docs/frontends.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { dependencies: Record<string, string>; devDependencies: Record<string, string> };
const versions = { ...manifest.dependencies, ...manifest.devDependencies };
const ADDRESS = 'http://127.0.0.1:4000/graphql';

/** What the page shows in one language, in order. */
const blocksOf = (language: string): string[] => [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, text = '']) => text);
const clients = blocksOf('ts').map((text) => [/from '(@?[\w/-]+)'/.exec(text)?.[1] ?? '', text] as const);

interface Answer {
  readonly data?: { readonly jobs: { readonly edges: readonly object[]; readonly isComplete: boolean; readonly sources: readonly { readonly outcome: string }[] } };
  readonly error?: object;
}

let world: World;
let project: string;

/** A frontend's project, as the page has it set up. */
beforeAll(async () => {
  world = await startWorld();
  project = mkdtempSync(join(tmpdir(), 'frontend-'));
  for (const name of ['graphql', 'graphql-request', 'typescript', '@apollo/client', '@urql/core', '@graphql-codegen/cli', '@graphql-codegen/client-preset', '@graphql-typed-document-node/core', 'rxjs']) {
    mkdirSync(dirname(join(project, 'node_modules', name)), { recursive: true });
    symlinkSync(join(packageRoot, 'node_modules', name), join(project, 'node_modules', name));
  }
  await run(process.execPath, [join(packageRoot, 'packaging/schema-package.js'), join(project, 'node_modules/avepoint-jobs-graphql-schema')]);
  mkdirSync(join(project, 'src'));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  writeFileSync(join(project, 'codegen.yml'), blocksOf('yaml')[0] ?? '');
  writeFileSync(join(project, 'src/failed-jobs.graphql'), blocksOf('graphql')[0] ?? '');
  const compilerOptions = { target: 'es2023', module: 'nodenext', strict: true, exactOptionalPropertyTypes: true, verbatimModuleSyntax: true, resolveJsonModule: true, skipLibCheck: true, types: [], outDir: 'out', rootDir: 'src', lib: ['es2023', 'dom'] };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
  for (const [index, [, text]] of clients.entries()) writeFileSync(join(project, 'src', `client-${index}.ts`), text.replaceAll(ADDRESS, `${world.url}/graphql`));
  await generate('codegen.yml');
  await run(process.execPath, [join(packageRoot, 'node_modules/typescript/bin/tsc'), '-p', '.'], { cwd: project }).catch(({ stdout }: { stdout: string }) => expect.fail(stdout));
});
afterAll(() => world.close());
beforeEach(() => world.simulator.set({ salesforce: { permitted: true } }));

// Codegen says nothing where NODE_ENV is what vitest sets it to.
const generate = (config: string) => run(process.execPath, [join(packageRoot, 'node_modules/@graphql-codegen/cli/esm/bin.js'), '--config', config], { cwd: project, env: {} });

/** What a compiled example exports, in a process of its own. */
async function answerOf(index: number, change: (script: string) => string = (script) => script): Promise<Answer> {
  const script = join(project, 'out', `client-${index}.js`);
  writeFileSync(`${script}.changed.mjs`, change(readFileSync(script, 'utf8')));
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', `const { data, error } = await import(${JSON.stringify(`${script}.changed.mjs`)}); console.log(JSON.stringify({ data, error })); process.exit()`], { cwd: project });
  return JSON.parse(stdout) as Answer;
}

test('the page shows the versions that the tests run', () => {
  const named = [...(blocksOf('sh').find((text) => text.includes('@graphql-codegen/cli')) ?? '').matchAll(/(@?[\w/-]+)@(\d+\.\d+\.\d+)/g)];
  expect(named.map(([, name = '', version]) => [name, version])).toEqual(named.map(([, name = '']) => [name, versions[name]]));
  expect(named).toHaveLength(4);
});

describe.each(clients.map(([name], index) => ({ name, index })))('$name', ({ index }) => {
  test('answers in full', async () => {
    const { data, error } = await answerOf(index);
    expect(error).toBeUndefined();
    expect(data?.jobs).toMatchObject({ isComplete: true });
    expect(data?.jobs.edges.length).toBeGreaterThan(0);
  });

  test('keeps the data of the others where a source has failed', async () => {
    world.simulator.set({ salesforce: { permitted: false } });
    const { data } = await answerOf(index);
    expect(data?.jobs).toMatchObject({ isComplete: false });
    expect(data?.jobs.edges.length).toBeGreaterThan(0);
    expect(data?.jobs.sources.filter(({ outcome }) => outcome !== 'OK')).toMatchObject([{ source: { id: 'default/us/salesforce' }, outcome: 'FAILED', error: { message: expect.stringContaining('(403)') as unknown } }]);
  });
});

test('the chart is counted by the day, of the zone that is asked for', async () => {
  const [from, timeZone] = [new Date(Date.now() - 7 * 86_400_000).toISOString(), 'Asia/Tokyo'];
  const { data, errors } = await world.query<{ jobStats: { groups: { precision: string; successRate: number | null }[] } }>(blocksOf('graphql')[1] ?? '', { from, timeZone });
  expect(errors).toBeUndefined();
  expect(data?.jobStats.groups).toHaveLength(8);
  expect(data?.jobStats.groups[3]).toMatchObject({ precision: 'EXACT', successRate: expect.any(Number) as unknown });
});

describe('what the page says of', () => {
  const indexOf = (client: string): number => clients.findIndex(([name]) => name === client);

  test("urql's GET: refused without the header, taken with it", async () => {
    const refused = await answerOf(indexOf('@urql/core'), (script) => script.replace(', preferGetMethod: false', ''));
    expect(JSON.stringify(refused.error)).toContain('CSRF');
    const taken = await answerOf(indexOf('@urql/core'), (script) => script.replace('preferGetMethod: false', "fetchOptions: { headers: { 'apollo-require-preflight': '1' } }"));
    expect(taken.data?.jobs).toMatchObject({ isComplete: true });
  });

  test('graphql-request without its policy: it throws', async () => {
    world.simulator.set({ salesforce: { permitted: false } });
    await expect(answerOf(indexOf('graphql-request'), (script) => script.replace(", { errorPolicy: 'all' }", ''))).rejects.toThrow('ClientError');
  });

  test("codegen from a server's address: with the scalars of gateways, and not without", async () => {
    const config = (blocksOf('yaml')[0] ?? '').replace(/^schema: .*$/m, `schema: ${world.url}/graphql`).replace('src/generated/', 'served/');
    writeFileSync(join(project, 'served.yml'), config);
    await expect(generate('served.yml')).rejects.toMatchObject({ stderr: expect.stringContaining('Unknown scalar type _Any') as unknown });
    const [, scalars = ''] = /^`(_Any: [^`]+)`/m.exec(page) ?? [];
    writeFileSync(join(project, 'served.yml'), config.replace('JSON: unknown }', `JSON: unknown, ${scalars} }`));
    await generate('served.yml');
    expect(readFileSync(join(project, 'served/graphql.ts'), 'utf8')).toContain('FailedJobsDocument');
  });
});
