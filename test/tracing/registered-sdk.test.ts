import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { packageRoot } from '../../src/package-root.js';
import { build } from '../support/built-server.js';
import { withBuilt } from '../support/built-world.js';
import { until } from '../support/faults.js';

const page = readFileSync(join(packageRoot, 'docs/operations.md'), 'utf8');
const [, section = ''] = page.split('\n## Tracing\n');
const [, script = ''] = /^```js\n(.*?)^```/ms.exec(section) ?? [];
const named = [...section.matchAll(/(@opentelemetry\/[\w-]+)@(\d+\.\d+\.\d+)/g)].map(([, name = '', version = '']) => [name, version] as const);

interface Exported {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[] };
    readonly scopeSpans: readonly { readonly spans: readonly { readonly name: string; readonly traceId: string }[] }[];
  }[];
}

/** A folder of somebody's own, as the page has it set up. */
let folder: string;
beforeAll(() => {
  build();
  folder = mkdtempSync(join(tmpdir(), 'tracing-'));
  for (const name of [...named.map(([name]) => name), '@opentelemetry/api']) {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(join(packageRoot, 'node_modules', name), join(folder, 'node_modules', name));
  }
  writeFileSync(join(folder, 'tracing.mjs'), script);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the page shows the versions that the tests run', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> };
  expect(Object.fromEntries(named)).toEqual(Object.fromEntries(Object.entries(devDependencies).filter(([name]) => name.startsWith('@opentelemetry/'))));
});

test('what the page shows is JavaScript that Node takes as it is', () => {
  expect(script).toContain('.register()');
  execFileSync(process.execPath, ['--check', join(folder, 'tracing.mjs')]);
});

test('the server as it is built sends its spans to the collector', async () => {
  const exported: Exported[] = [];
  const collector = createServer((request, response) => {
    void text(request).then((body) => {
      exported.push(JSON.parse(body) as Exported);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await once(collector.listen(0, '127.0.0.1'), 'listening');
  const environment = {
    NODE_OPTIONS: `--import ${pathToFileURL(join(folder, 'tracing.mjs')).href}`,
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
  };
  const spans = () => exported.flatMap(({ resourceSpans }) => resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
  await withBuilt({ environment }, async ({ query, server }) => {
    await query('{ salesforceJobs(first: 5) { nodes { id } } }');
    await until(() => spans().length >= 4);
    expect(spans().map(({ name }) => name).sort()).toEqual([expect.stringMatching(/^GET \//), 'Query.salesforceJobs', 'query', 'read page']);
    const line = server.log.map((text) => JSON.parse(text) as { msg: string; traceId?: string }).find(({ msg }) => msg === 'operation');
    expect(new Set(spans().map(({ traceId }) => traceId))).toEqual(new Set([line?.traceId]));
  });
  expect(exported[0]?.resourceSpans[0]?.resource.attributes).toContainEqual({ key: 'service.name', value: { stringValue: 'avepoint-jobs-graphql' } });
  collector.close();
});
