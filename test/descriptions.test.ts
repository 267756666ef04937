import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { printSubgraphSchema } from '@apollo/subgraph';
import { buildClientSchema, type DocumentNode, getIntrospectionQuery, type IntrospectionQuery, Kind, parse, printSchema, type StringValueNode, visit } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { listFields } from '../src/assemble.js';
import { packageRoot } from '../src/package-root.js';
import { createSchema } from '../src/schema.js';
import { startWorld, type World } from './support/world.js';

interface Described {
  readonly name?: { readonly value: string };
  readonly description?: StringValueNode;
}

/** What is said of everything that a document names, by its coordinate. */
function descriptionsIn(document: DocumentNode): Record<string, string | null> {
  const found: Record<string, string | null> = {};
  const path: string[] = [];
  const enter = ({ name, description }: Described): void => {
    path.push(name?.value ?? 'schema');
    const coordinate = path.join('.');
    found[coordinate] = description?.value ?? found[coordinate] ?? null;
  };
  const leave = (): void => void path.pop();
  const both = { enter, leave };
  visit(document, {
    [Kind.SCHEMA_DEFINITION]: both,
    [Kind.SCALAR_TYPE_DEFINITION]: both,
    [Kind.OBJECT_TYPE_DEFINITION]: both,
    [Kind.OBJECT_TYPE_EXTENSION]: both,
    [Kind.INTERFACE_TYPE_DEFINITION]: both,
    [Kind.ENUM_TYPE_DEFINITION]: both,
    [Kind.ENUM_TYPE_EXTENSION]: both,
    [Kind.INPUT_OBJECT_TYPE_DEFINITION]: both,
    [Kind.INPUT_OBJECT_TYPE_EXTENSION]: both,
    [Kind.FIELD_DEFINITION]: both,
    [Kind.INPUT_VALUE_DEFINITION]: both,
    [Kind.ENUM_VALUE_DEFINITION]: both,
    [Kind.DIRECTIVE_DEFINITION]: () => false,
  });
  return found;
}

const read = (...path: string[]): DocumentNode => parse(readFileSync(join(packageRoot, ...path), 'utf8'));
const files = readdirSync(join(packageRoot, 'schema'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.graphql'));
const written = Object.fromEntries(files.flatMap((name) => Object.entries(descriptionsIn(read('schema', name)))).filter(([, description]) => description !== null));
/** Only where the server stands alone. */
const isStandalone = ([coordinate]: [string, unknown]): boolean => /^Query\.nodes?\b/.test(coordinate);
/** What federation adds. */
const isAdded = ([coordinate]: [string, unknown]): boolean => /^(Query\.)?_|^(federation|link)__/.test(coordinate);

let world: World;
let subgraph: World;
beforeAll(async () => {
  world = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 } });
  subgraph = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 }, environment: { SUBGRAPH: '1' } });
});
afterAll(() => Promise.all([world.close(), subgraph.close()]));

async function introspect({ query }: World): Promise<DocumentNode> {
  const { data } = await query<IntrospectionQuery>(getIntrospectionQuery({ schemaDescription: true, inputValueDeprecation: true }));
  return parse(printSchema(buildClientSchema(data ?? expect.fail('no schema'))));
}

async function serviceSdl({ query }: World): Promise<DocumentNode> {
  const { data } = await query<{ _service: { sdl: string } }>('{ _service { sdl } }');
  return parse(data?._service.sdl ?? expect.fail('no sdl'));
}

test('everything has a description, the schema itself and what comes in by an extension too', () => {
  const named = files.flatMap((name) => Object.keys(descriptionsIn(read('schema', name))));
  expect(new Set(named)).toEqual(new Set(Object.keys(written)));
  expect(named).toEqual(expect.arrayContaining(['schema', 'BackupProduct.SALESFORCE', 'JobFilter.salesforce', 'Query.salesforceJobs.first', 'JobCounts.warning', 'DateTime']));
});

test.each<[string, () => DocumentNode | Promise<DocumentNode>, typeof written]>([
  ['introspection', () => introspect(world), written],
  ['`_service`', () => serviceSdl(world), written],
  ['introspection of a subgraph', () => introspect(subgraph), withoutStandalone()],
  ['`_service` of a subgraph', () => serviceSdl(subgraph), withoutStandalone()],
  ['`npm run schema:print`', () => parse(printSubgraphSchema(createSchema({ listFields, isSubgraph: true }))), withoutStandalone()],
  ['the package', () => read('src', 'generated', 'schema.graphql'), written],
])('%s says what the files say', async (_title, serve, expected) => {
  expect(Object.fromEntries(Object.entries(descriptionsIn(await serve())).filter((entry) => !isAdded(entry)))).toEqual(expected);
});

function withoutStandalone(): typeof written {
  return Object.fromEntries(Object.entries(written).filter((entry) => !isStandalone(entry)));
}
