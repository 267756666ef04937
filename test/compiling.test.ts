import { readFile } from 'node:fs/promises';

import type { GraphQLRequestContext } from '@apollo/server';
import { buildSchema, type DocumentNode, type OperationDefinitionNode, parse } from 'graphql';
import { expect, test } from 'vitest';

import { compiledExecution, COMPILING, type Compiling } from '../src/compiled-execution.js';
import type { Context } from '../src/context.js';

const WIDE = Array.from({ length: 101 }, (_, index) => `f${index}: shown`).join(' ');

/** Runs documents as Apollo would, and says what each came to; null is Apollo's to execute. */
async function start(compiling: Compiling, resolvePage: () => unknown = () => ({ shown: 1 })) {
  const schema = buildSchema('type Query { page(first: Int): Page } type Page { shown: Int, hidden: Int }');
  const field = schema.getQueryType()?.getFields()['page'];
  if (field !== undefined) field.resolve = resolvePage;
  const listener = await compiledExecution(schema, compiling).requestDidStart?.({} as GraphQLRequestContext<Context>);
  return async (document: DocumentNode): Promise<unknown> => {
    const [operation] = document.definitions as readonly OperationDefinitionNode[];
    const response = await listener?.responseForOperation?.({ document, operation, request: {}, contextValue: {} } as never);
    return response?.body.kind === 'single' ? response.body.singleResult.data : null;
  };
}

const AT_ONCE: Compiling = { ...COMPILING, fromTime: 1, restFactor: 0 };
const SHOWN = { page: { shown: 1 } };

test('a document is compiled once it comes again', async () => {
  const run = await start({ ...COMPILING, fromTime: 2, restFactor: 0 });
  const document = parse('{ page { shown } }');
  expect([await run(document), await run(document), await run(document)]).toEqual([null, SHOWN, SHOWN]);
  expect(await run(parse('{ page { shown } }'))).toBeNull();
});

test('others have a turn before a document is compiled, and before it is run then', async () => {
  let turn = 0;
  let isOver = false;
  const count = (): void => {
    turn += 1;
    if (!isOver) setTimeout(count, 0);
  };
  const turns: number[] = [];
  const run = await start(
    {
      ...AT_ONCE,
      compileQuery(...query) {
        turns.push(turn);
        return COMPILING.compileQuery(...query);
      },
    },
    () => {
      turns.push(turn);
      return { shown: 1 };
    },
  );
  setTimeout(count, 0);
  // A request is read where the event loop looks for input: it comes to timers after that, and to immediates before.
  await readFile(import.meta.filename);
  const document = parse('{ page { shown } }');
  const asked = turn;
  expect(await run(document)).toEqual(SHOWN);
  const [compiledIn = 0, runIn = 0] = turns;
  expect([compiledIn > asked, runIn > compiledIn]).toEqual([true, true]);

  const again = turn;
  expect(await run(document)).toEqual(SHOWN);
  isOver = true;
  expect(turns.slice(2)).toEqual([again]);
});

test('a document that cannot be compiled, or not yet, holds up none that come after it', async () => {
  const run = await start({
    ...AT_ONCE,
    compileQuery(...query) {
      if (isBroken) throw new Error('no');
      return COMPILING.compileQuery(...query);
    },
  });
  let isBroken = true;
  const document = parse('{ page { shown } }');
  await expect(run(document)).rejects.toThrow('no');
  isBroken = false;
  const at = [run(document), run(document)];
  expect(await Promise.all(at)).toEqual([SHOWN, null]);
  expect(await run(document)).toEqual(SHOWN);
});

test('after one was compiled, others wait for as many times as long', async () => {
  const run = await start({ ...COMPILING, fromTime: 1, restFactor: 1_000_000 });
  const first = parse('{ page { shown } }');
  expect([await run(first), await run(parse('{ page { hidden } }')), await run(first)]).toEqual([SHOWN, null, SHOWN]);
});

test.each([
  ['100 fields', `{ page { ${WIDE} } }`],
  ['100 fields, spread out', `{ page { ...F } b: page { ...F } } fragment F on Page { ${WIDE.slice(0, WIDE.indexOf('f60'))} }`],
])('one of more than %s is not', async (_what, text) => {
  const run = await start(AT_ONCE);
  expect(await run(parse(text))).toBeNull();
});

test('the least used one leaves when there are many, and its times are counted anew', async () => {
  const run = await start({ ...COMPILING, fromTime: 2, restFactor: 0 });
  const documents = Array.from({ length: 40 }, () => parse(`{ page { ${WIDE.slice(0, WIDE.indexOf('f98'))} } }`));
  for (const document of [...documents, ...documents]) await run(document);
  const [first, last] = [documents[0] ?? expect.fail(), documents[39] ?? expect.fail()];
  expect(await run(last)).not.toBeNull();
  expect([await run(first), await run(first)]).toEqual([null, { page: expect.any(Object) as unknown }]);
});

test('nothing is read that a query does not select', async () => {
  let reads = 0;
  const run = await start(AT_ONCE, () => ({
    shown: 1,
    get hidden() {
      reads += 1;
      return reads;
    },
  }));
  expect(await run(parse('{ page { shown } }'))).toEqual(SHOWN);
  expect(reads).toBe(0);
});

test('mutations and what fails are left to be executed', async () => {
  const run = await start(AT_ONCE, () => {
    throw new Error('no');
  });
  expect(await run(parse('{ page { shown } }'))).toBeNull();
  expect(await run(parse('mutation { page { shown } }'))).toBeNull();
});
