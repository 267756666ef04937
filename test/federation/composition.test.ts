import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { printSubgraphSchema } from '@apollo/subgraph';
import { Kind, parse, print, type ObjectTypeDefinitionNode } from 'graphql';
import { describe, expect, test } from 'vitest';

import { compose } from '../../examples/federation/compose.js';
import { typeDefs } from '../../examples/federation/tickets.js';
import { listFields } from '../../src/assemble.js';
import { createSchema } from '../../src/schema.js';
import { products } from '../products/index.js';
import { collisions, FEDERATION_2 } from './collisions.js';

const root = join(import.meta.dirname, '..', '..');
const docs = readFileSync(join(root, 'docs', 'federation.md'), 'utf8');

const standalone = printSubgraphSchema(createSchema({ listFields, isSubgraph: false }));
const subgraph = printSubgraphSchema(createSchema({ listFields, isSubgraph: true }));

/** Of this server and the example, and of a third subgraph. */
function composeWith(crm?: string, jobs = subgraph): string {
  const sdls = { jobs, tickets: print(typeDefs), ...(crm !== undefined && { crm }) };
  return compose(Object.entries(sdls).map(([name, sdl]) => ({ name, url: `http://127.0.0.1/${name}`, sdl })));
}

describe('what `npm run schema:print` prints', () => {
  const printed = execFileSync('npm', ['run', '--silent', 'schema:print'], { cwd: root, encoding: 'utf8' });

  test('is the schema of the sources (else: npm run build)', () => {
    expect(printed.trim()).toBe(subgraph.trim());
  });

  test('has a key on every job type, on sources and on tenants', () => {
    const withKey = parse(printed).definitions.filter(
      (definition) => 'directives' in definition && definition.directives?.some((directive) => print(directive) === '@key(fields: "id")') === true,
    );
    expect(withKey.map((definition) => (definition as ObjectTypeDefinitionNode).name.value).sort()).toEqual([...products.map(({ typename }) => typename), 'Job', 'JobSource', 'JobTenant'].sort());
  });

  test('leaves `node` and `nodes` to others', () => {
    expect(queryFields(printed)).toEqual(['findJobs', 'job', 'jobFailureDigest', 'jobSources', 'jobStats', 'jobTenants', 'jobWorkloads', 'jobs', 'jobsById', 'longestJobs', 'unusualJobs', ...products.map(({ field }) => field)].sort());
    expect(queryFields(standalone)).toEqual([...queryFields(printed), 'node', 'nodes'].sort());
  });

  test('composes with the example', () => {
    expect(composeWith(undefined, printed)).toContain('join__Graph');
  });
});

test.each([
  'type Query { rooms: Int } type Job @interfaceObject @key(fields: "id") { id: ID! approver: String }',
  'type Query { rooms: Int } type SalesforceJob @key(fields: "id") { id: ID! sandbox: String }',
  'type Query { notes: [Note!]! } type Note { job: Job } type Job @interfaceObject @key(fields: "id") { id: ID! }',
  'type Query { rooms: Int } type JobSource @key(fields: "id") { id: ID! runbook: String }',
  'type Query { rooms: Int } type JobTenant @key(fields: "id") { id: ID! runbook: String }',
])('what docs/federation.md says that another subgraph can do: %s', (crm) => {
  expect(() => composeWith(FEDERATION_2 + crm)).not.toThrow();
});

describe('a foreign subgraph with a `Node`, a `PageInfo` and a `Query.node` of its own', () => {
  const types = (shareable: string): string => `
    type Query { node(id: ID!): Node customers(first: Int, after: String): CustomerConnection! }
    interface Node { id: ID! }
    type Customer implements Node @key(fields: "id") { id: ID! name: String! }
    type CustomerConnection { nodes: [Customer!]! pageInfo: PageInfo! }
    type PageInfo ${shareable} { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
  `;

  test.each([
    ['Federation 2', FEDERATION_2 + types('@shareable')],
    ['Federation 1', types('')],
  ])('of %s composes', (_version, crm) => {
    expect(queryFields(composeWith(crm))).toContain('node');
  });

  test('does not compose where this server has its own `Query.node`: SUBGRAPH=1 is missing', () => {
    const message = 'Non-shareable field "Query.node" is resolved from multiple subgraphs: it is resolved from subgraphs "crm" and "jobs" and defined as non-shareable in all of them';
    expect(() => composeWith(FEDERATION_2 + types('@shareable'), standalone)).toThrow(message);
    expect(docs).toContain(message);
  });
});

test('the versions that docs/federation.md names are those that the tests run', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> };
  for (const name of ['@apollo/gateway', '@apollo/composition']) {
    const named = [...docs.matchAll(new RegExp(`${name} (\\d[\\d.]*\\d)`, 'g'))].map(([, version]) => version);
    expect(new Set(named)).toEqual(new Set([devDependencies[name]]));
  }
});

describe.each(collisions)('$title', ({ sdl, message, wayOut }) => {
  test('does not compose, as documented', () => {
    expect(() => composeWith(FEDERATION_2 + sdl)).toThrow(message);
    expect(docs).toContain(message);
  });

  test('has a way out', () => {
    expect(() => composeWith(FEDERATION_2 + wayOut)).not.toThrow();
  });
});

test('an input with some of our fields composes, and takes the others away: as documented, without a word', () => {
  const fieldsOf = (supergraph: string): string[] =>
    parse(supergraph).definitions.flatMap((definition) =>
      definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION && definition.name.value === 'JobFilter' ? (definition.fields ?? []).map(({ name }) => name.value) : [],
    );
  expect(fieldsOf(composeWith())).toEqual(expect.arrayContaining(['products', 'sourceIds', 'tenants', 'statuses', 'operations', 'search']));
  const crm = `${FEDERATION_2} type Query { openings(filter: JobFilter): [Opening!]! } type Opening { title: String } input JobFilter { search: String title: String }`;
  expect(fieldsOf(composeWith(crm))).toEqual(['search']);
});

function queryFields(sdl: string): string[] {
  return parse(sdl)
    .definitions.flatMap((definition) =>
      (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION) && definition.name.value === 'Query' ? (definition.fields ?? []) : [],
    )
    .map(({ name }) => name.value)
    .sort();
}
