import { printSubgraphSchema } from '@apollo/subgraph';
import { getNamedType, getNullableType, isCompositeType, isListType, isObjectType, Kind, parse, valueFromASTUntyped, visit, type ConstDirectiveNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { compose } from '../../examples/federation/compose.js';
import { listFields } from '../../src/assemble.js';
import { createSchema } from '../../src/schema.js';
import { ask } from '../support/ask.js';
import { startWorld, type World } from '../support/world.js';

/** What a router's demand control is told of a field or an argument (docs/federation.md, "Demand control"). */
interface Hints {
  readonly cost?: { readonly weight: number };
  readonly listSize?: { readonly assumedSize: number; readonly slicingArguments?: readonly string[]; readonly sizedFields?: readonly string[]; readonly requireOneSlicingArgument?: boolean };
}

const schema = createSchema({ listFields, isSubgraph: false });
const sdl = printSubgraphSchema(schema);
const hints = hintsIn(sdl);
const queryFields = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ name }) => !name.startsWith('_'));
const lists = listFields.map(({ name }) => name);

function hintsIn(document: string): Record<string, Hints> {
  const found: Record<string, Hints> = {};
  const path: string[] = [];
  const both = {
    enter({ name, directives }: { readonly name: { readonly value: string }; readonly directives?: readonly ConstDirectiveNode[] }): void {
      path.push(name.value);
      const own = (directives ?? []).filter((directive) => ['cost', 'listSize'].includes(directive.name.value));
      if (own.length > 0) found[path.join('.')] = Object.fromEntries(own.map((directive) => [directive.name.value, Object.fromEntries((directive.arguments ?? []).map(({ name: { value: name }, value }) => [name, valueFromASTUntyped(value)]))]));
    },
    leave: (): void => void path.pop(),
  };
  visit(parse(document), {
    [Kind.OBJECT_TYPE_DEFINITION]: both,
    [Kind.OBJECT_TYPE_EXTENSION]: both,
    [Kind.INTERFACE_TYPE_DEFINITION]: both,
    [Kind.FIELD_DEFINITION]: both,
    [Kind.INPUT_VALUE_DEFINITION]: both,
    [Kind.DIRECTIVE_DEFINITION]: () => false,
  });
  return found;
}

test('all hints reach the supergraph', () => {
  const supergraph = compose([{ name: 'jobs', url: 'http://127.0.0.1/', sdl }]);
  expect(hintsIn(supergraph)).toEqual(hints);
  expect(Object.keys(hints).length).toBeGreaterThan(30);
});

test('every list of objects has a size, of its own or from the field above', () => {
  const sized = new Set(queryFields.flatMap(({ name, type }) => (hints[`Query.${name}`]?.listSize?.sizedFields ?? []).map((field) => `${getNamedType(type).name}.${field}`)));
  const own = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('_'));
  const fields = own.flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()).map((field) => ({ coordinate: `${type.name}.${field.name}`, type: field.type })) : []));
  const listsOfObjects = fields.filter(({ coordinate, type }) => isListType(getNullableType(type)) && isCompositeType(getNamedType(type)) && coordinate !== 'Query._entities');
  expect(listsOfObjects.length).toBeGreaterThan(20);
  expect(listsOfObjects.map(({ coordinate }) => coordinate).filter((coordinate) => hints[coordinate]?.listSize === undefined && !sized.has(coordinate))).toEqual([]);
});

describe('what a router counts for a field is what this server charges', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld({ simulator: { jobsPerProduct: 80, days: 20 } })));
  afterAll(() => world.close());

  /** Arguments that a field cannot do without. */
  const needed: Readonly<Record<string, string>> = { job: '(id: "x")', node: '(id: "x")', jobsById: '(ids: ["x"])', nodes: '(ids: ["x"])', findJobs: '(jobId: "FB20241027081716326")' };

  async function charged(field: string, args: string): Promise<number | undefined> {
    const { extensions } = await ask(world, `{ ${field}${args} { __typename } }`, { 'x-query-cost': '1' });
    return extensions?.cost?.['requested'];
  }

  /** As Apollo's router does: the weight, or one for an object, as often as a list has items. */
  function counted(field: string): number {
    const { cost, listSize } = hints[`Query.${field}`] ?? {};
    const isList = queryFields.some(({ name, type }) => name === field && isListType(getNullableType(type)));
    return (cost?.weight ?? 1) * (isList ? (listSize?.assumedSize ?? 1) : 1);
  }

  test.each(queryFields.map(({ name }) => name))('%s', async (field) => {
    expect(await charged(field, needed[field] ?? '')).toBe(counted(field));
  });

  test.each(lists)('%s in a window', async (field) => {
    expect(await charged(field, '(window: { last: "PT24H" })')).toBe(counted(field) + (hints[`Query.${field}.window`]?.cost?.weight ?? 0));
  });

  test.each(lists)('the rows of %s', async (field) => {
    const { assumedSize, slicingArguments, requireOneSlicingArgument } = hints[`Query.${field}`]?.listSize ?? expect.fail('no size');
    const rows = async (args: string): Promise<number | undefined> => (await world.query<{ list: { nodes: unknown[] } }>(`{ list: ${field}${args} { nodes { id } } }`)).data?.list.nodes.length;
    expect(await rows('')).toBe(assumedSize);
    expect(slicingArguments).toEqual(['first']);
    expect(requireOneSlicingArgument).toBe(false);
    expect(await rows('(first: 7)')).toBe(7);
  });

  test('sources are as many as one tenant with every product has', async () => {
    const { data } = await world.query<{ jobSources: unknown[]; jobs: { sources: unknown[] }; salesforceJobs: { sources: unknown[] } }>('{ jobSources { id } jobs(first: 0) { sources { outcome } } salesforceJobs(first: 0) { sources { outcome } } }');
    const sizes = ['Query.jobSources', 'JobConnection.sources', 'SalesforceJobConnection.sources'].map((coordinate) => hints[coordinate]?.listSize?.assumedSize);
    expect([data?.jobSources.length, data?.jobs.sources.length, data?.salesforceJobs.sources.length]).toEqual(sizes);
  });
});
