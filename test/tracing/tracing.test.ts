import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { products } from '../products/index.js';
import { ask } from '../support/ask.js';
import { status, until, withWorld } from '../support/faults.js';
import { pathsOf, type Recorder, startRecorder } from '../support/recorded-spans.js';

const SALESFORCE = 'default/us/salesforce';
const LIST = '{ salesforceJobs(first: 5) { nodes { id jobId } } }';
const ALL = 'query Newest { jobs(first: 5) { isComplete nodes { id } } }';
const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const TRACEPARENT = `00-${TRACE_ID}-b7ad6b7169203331-01`;

let recorder: Recorder;
beforeAll(() => {
  recorder = startRecorder();
});
afterAll(() => recorder.stop());
beforeEach(() => recorder.forget());

const named = (name: string | RegExp): ReadableSpan[] => recorder.spans.filter((span) => (typeof name === 'string' ? span.name === name : name.test(span.name)));
const calls = (): ReadableSpan[] => recorder.spans.filter(({ kind }) => kind === SpanKind.CLIENT);
const idOf = (span: ReadableSpan | undefined): string | undefined => span?.spanContext().spanId;
const parentOf = (span: ReadableSpan | undefined): string | undefined => span?.parentSpanContext?.spanId;
const isFailed = ({ status: { code } }: ReadableSpan): boolean => code === SpanStatusCode.ERROR;
/** The last of each. */
const pagesByOrigin = (): Partial<Record<string, ReadableSpan>> => Object.fromEntries(named('read page').map((page) => [String(page.attributes['avepoint.page.from']), page]));
const linksOf = (span: ReadableSpan | undefined): unknown => span?.links.map((link) => link.context);
/** A span's error where it has one. */
const errorOf = (span: ReadableSpan): unknown => (isFailed(span) ? span.attributes['error.type'] : null);

describe('the tree of', () => {
  test('a list of all products: each page below the field, each call below its page', () =>
    withWorld({}, async (world) => {
      await world.query(ALL);
      const called = world.simulator.calls.map(({ product }) => product ?? 'none');
      expect(new Set(called)).toEqual(new Set(products.map(({ name }) => name)));
      const leaves = pathsOf(recorder.spans).filter((path) => path.split(' > ').length === 4);
      expect(leaves.map((path) => /^query > Query\.jobs > read page \(([\w-]+)\) > (?:GET|POST) \/[\w/-]+ \(\1\)$/.exec(path)?.[1])).toEqual(called.sort());
      expect(named('read page')).toHaveLength(called.length);
      expect(recorder.spans).toHaveLength(2 + 2 * called.length);
      expect(new Set(recorder.spans.map((span) => span.spanContext().traceId)).size).toBe(1);
      expect(recorder.spans.filter(isFailed)).toEqual([]);
    }));

  test('two fields that are read at the same time: pages do not change places', () =>
    withWorld({}, async (world) => {
      await world.query('{ salesforceJobs(first: 5) { nodes { id } } googleWorkspaceJobs(first: 5) { nodes { id } } jobSources { id } }');
      const paths = pathsOf(recorder.spans);
      for (const path of paths.filter((candidate) => candidate.includes('read page'))) expect(path).toMatch(/Query\.salesforceJobs > .*\(salesforce\)$|Query\.googleWorkspaceJobs > .*\(google-workspace\)$/);
      expect(paths).toContain('query > Query.jobSources');
      expect(named('read page').length).toBeGreaterThanOrEqual(2);
    }));

  test('look-ups: what they read together stands below the field that came first', () =>
    withWorld({}, async (world) => {
      const { data } = await world.query<{ microsoft365Jobs: { nodes: { id: string }[] } }>('{ microsoft365Jobs(first: 2) { nodes { id } } }');
      const [a, b] = data?.microsoft365Jobs.nodes ?? [];
      recorder.forget();
      await world.query('query Two($a: ID!, $b: ID!) { a: job(id: $a) { id } b: job(id: $b) { id } }', { a: a?.id, b: b?.id });
      const fields = named('Query.job');
      expect(fields).toHaveLength(2);
      const pages = named(/^read /);
      expect(pages.length).toBeGreaterThan(0);
      const parents = new Set(pages.map(parentOf));
      expect(parents.size).toBe(1);
      expect(fields.map(idOf)).toEqual(expect.arrayContaining([...parents]));
      expect(calls()).toHaveLength(world.simulator.calls.length - 1);
      for (const call of calls()) expect(pages.map(idOf)).toContain(parentOf(call));
    }));

  test('a call that is tried again: both calls below one page, which is well', () =>
    withWorld({ simulator: { switches: { salesforce: { fault: { ...status(503), times: 1 } } } } }, async (world) => {
      await world.query(LIST);
      const page = named('read page');
      expect(page.map(errorOf)).toEqual([null]);
      const tried = calls();
      expect(tried.map(parentOf)).toEqual([idOf(page[0]), idOf(page[0])]);
      expect(tried.map(({ attributes }) => [attributes['http.response.status_code'], attributes['http.request.resend_count'], attributes['error.type']])).toEqual([
        [503, undefined, 'UPSTREAM_ERROR'],
        [200, 1, undefined],
      ]);
      expect(tried.map(isFailed)).toEqual([true, false]);
    }));

  test('a token that is refused once: the call that was sent again says so', () =>
    withWorld({ simulator: { switches: { salesforce: { fault: { ...status(401), times: 1 } } } } }, async (world) => {
      await world.query(LIST);
      expect(calls().map(({ attributes }) => [attributes['http.response.status_code'], attributes['error.type']])).toEqual([
        [401, 'SENT_AGAIN'],
        [200, undefined],
      ]);
    }));

  test('a source that fails: call, page, field and operation bear its code, the others are well', () =>
    withWorld({ simulator: { switches: { salesforce: { permitted: false } } } }, async (world) => {
      const { errors } = await world.query(ALL);
      expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_FORBIDDEN', source: SALESFORCE } }]);
      const failed = recorder.spans.filter(isFailed);
      expect(failed.map(errorOf)).toEqual(failed.map(() => 'UPSTREAM_FORBIDDEN'));
      expect(pathsOf(failed)).toEqual(['query', 'query > Query.jobs', 'query > Query.jobs > read page (salesforce)', expect.stringMatching(/^query > Query\.jobs > read page \(salesforce\) > \w+ \S+ \(salesforce\)$/)]);
    }));

  test('a page from memory: no call, and its page says so', () =>
    withWorld({ environment: { PAGE_MEMORY_SECONDS: '60' } }, async (world) => {
      await world.query(LIST);
      expect(named('read page').map(({ attributes }) => attributes['avepoint.page.from'])).toEqual(['upstream']);
      recorder.forget();
      await world.query(LIST);
      expect(pathsOf(recorder.spans)).toEqual(['query', 'query > Query.salesforceJobs', 'query > Query.salesforceJobs > read page (salesforce)']);
      expect(named('read page').map(({ attributes }) => attributes['avepoint.page.from'])).toEqual(['memory']);
    }));

  test('a page that two operations share: the second has a link to the first, and no call', () =>
    withWorld({ simulator: { switches: { salesforce: { fault: { kind: 'slow-headers', delayMs: 300 } } } } }, async (world) => {
      const query = '{ salesforceJobs(first: 5, window: { from: "2024-01-01T00:00:00Z" }) { nodes { id } } }';
      const first = world.query(query);
      await until(() => world.simulator.calls.length === 1);
      await Promise.all([first, world.query(query)]);
      expect(calls()).toHaveLength(1);
      const { upstream, shared } = pagesByOrigin();
      expect(linksOf(shared)).toEqual([upstream?.spanContext()]);
      expect(parentOf(calls()[0])).toBe(idOf(upstream));
      expect(shared?.spanContext().traceId).not.toBe(upstream?.spanContext().traceId);
    }));

  test('a page that two fields of one operation share', () =>
    withWorld({}, async (world) => {
      await world.query('{ a: salesforceJobs(first: 5) { nodes { id } } b: salesforceJobs(first: 5) { nodes { id } } }');
      expect(calls()).toHaveLength(1);
      expect(named('read page')).toHaveLength(2);
      const { upstream, shared } = pagesByOrigin();
      expect(linksOf(shared)).toEqual([upstream?.spanContext()]);
      expect(parentOf(shared)).not.toBe(parentOf(upstream));
      expect(parentOf(calls()[0])).toBe(idOf(upstream));
    }));

  test('calls that wait for a connection: each stands below the page that it was made for', () =>
    withWorld({ environment: { AVEPOINT_CALLS_PER_SECOND: '20' } }, async (world) => {
      const days = [...Array(12).keys()].map((day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString());
      await Promise.all(days.map((from) => world.query(`{ salesforceJobs(first: 5, window: { from: "${from}" }) { nodes { id } } }`)));
      expect(calls()).toHaveLength(12);
      const traces = new Map(named('read page').map((page) => [idOf(page), page.spanContext().traceId]));
      for (const call of calls()) expect(traces.get(parentOf(call))).toBe(call.spanContext().traceId);
      expect(new Set(calls().map(parentOf)).size).toBe(12);
    }));

  test('what never runs: an operation alone, with the code that the client was told', () =>
    withWorld({}, async (world) => {
      await world.query('{ nothing }');
      await world.query('{ salesforceJobs(first: 100000) { nodes { id } } }');
      await world.query('{');
      expect(recorder.spans.map((span) => [span.name, errorOf(span)])).toEqual([
        ['GraphQL Operation', 'GRAPHQL_VALIDATION_FAILED'],
        ['query', 'BAD_USER_INPUT'],
        ['GraphQL Operation', 'GRAPHQL_PARSE_FAILED'],
      ]);
    }));
});

describe('what spans say', () => {
  test('of an operation, as the conventions for GraphQL servers have it', () =>
    withWorld({}, async (world) => {
      await world.query(ALL);
      const [operation] = named('query');
      expect(operation?.kind).toBe(SpanKind.SERVER);
      expect(operation?.attributes).toEqual({ 'graphql.operation.type': 'query', 'graphql.operation.name': 'Newest', 'avepoint.operation.cost': expect.any(Number) as number, 'avepoint.operation.upstream_calls': world.simulator.calls.length });
    }));

  test('of a call, as the conventions for HTTP clients have it', () =>
    withWorld({}, async (world) => {
      await world.query(LIST);
      const { hostname, port } = new URL(world.simulator.graphUrl);
      const [call] = calls();
      const { 'url.template': template, ...attributes } = call?.attributes ?? {};
      expect(call?.name).toBe(`GET ${String(template)}`);
      expect(attributes).toEqual({ 'http.request.method': 'GET', 'server.address': hostname, 'server.port': Number(port), 'http.response.status_code': 200, 'avepoint.source.id': SALESFORCE });
    }));

  test('nothing of ids, searches, callers or secrets', () =>
    withWorld({}, async (world) => {
      const { data } = await world.query<{ jobs: { nodes: { id: string; jobId: string }[] } }>('{ jobs(first: 20) { nodes { id jobId } } }');
      const nodes = data?.jobs.nodes ?? [];
      expect(nodes).toHaveLength(20);
      const aliased = nodes.map(({ id }, index) => `j${index}_secretAlias: job(id: "${id}") { jobId }`).join(' ');
      const answers = [
        await world.query(`{ ${aliased} }`),
        await world.query('query Found($text: String!) { jobs(first: 5, filter: { search: $text }) { nodes { id } } }', { text: 'secretSearch' }),
        await world.query('{ findJobs(jobId: "secretId") { id } }'),
      ];
      expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined]);
      const text = JSON.stringify(recorder.spans.map(({ name, attributes, events, links, status: { message } }) => ({ name, attributes, events, links, message })));
      for (const { id, jobId } of nodes) for (const secret of [id, jobId]) expect(text).not.toContain(secret);
      expect(text).not.toMatch(/secret|anonymous|Bearer/i);
      expect(text).not.toContain(world.simulator.clientSecret);
      expect(named('read job').length).toBeGreaterThan(0);
    }));
});

describe('other processes', () => {
  test('an operation is a child of what its client began', () =>
    withWorld({}, async (world) => {
      await ask(world, LIST, { traceparent: TRACEPARENT });
      expect(new Set(recorder.spans.map((span) => span.spanContext().traceId))).toEqual(new Set([TRACE_ID]));
      expect(named('query').map(parentOf)).toEqual(['b7ad6b7169203331']);
    }));

  test('what a client does not want recorded is not', () =>
    withWorld({}, async (world) => {
      await ask(world, LIST, { traceparent: TRACEPARENT.replace(/01$/, '00') });
      expect(recorder.spans).toEqual([]);
    }));

  test('the upstream learns nothing of it', () =>
    withWorld({}, async (world) => {
      await ask(world, LIST, { traceparent: TRACEPARENT, baggage: 'a=b' });
      expect(world.simulator.calls.map(({ headers }) => [headers['traceparent'], headers['baggage']])).toEqual([[undefined, undefined]]);
    }));

  test("an operation's line in the log names its trace", () =>
    withWorld({}, async (world) => {
      await ask(world, LIST, { traceparent: TRACEPARENT });
      await world.query(LIST);
      const lines = world.log.filter(({ msg }) => msg === 'operation');
      expect(lines.map(({ traceId }) => traceId)).toEqual(named('query').map((span) => span.spanContext().traceId));
      expect(lines[0]?.['traceId']).toBe(TRACE_ID);
    }));
});

test('without an SDK there is nothing to record, and no trace in the log', () =>
  withWorld({}, async (world) => {
    recorder.stop();
    try {
      await ask(world, LIST, { traceparent: TRACEPARENT });
    } finally {
      const { spans } = recorder;
      recorder = startRecorder();
      expect(spans).toEqual([]);
    }
    expect(world.log.filter(({ msg }) => msg === 'operation').map((line) => 'traceId' in line)).toEqual([false]);
    await world.query(LIST);
    expect(recorder.spans).toHaveLength(4);
  }));
