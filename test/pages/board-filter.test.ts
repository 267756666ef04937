import fc from 'fast-check';
import { expect, test } from 'vitest';

import { boardOperations, boardQuestionOf, lookBacks, readBoardFilter, staleAfters, wholeBoard, writeBoardFilter, type BoardFilter, type LookBack, type StaleAfter } from '../../examples/dashboard/board-filter.js';
import { products, workloadStates } from '../../examples/dashboard/words.js';

const filters: fc.Arbitrary<BoardFilter> = fc.record({
  states: fc.subarray([...workloadStates]),
  products: fc.subarray([...products]),
  source: fc.option(fc.string({ minLength: 1 })),
  operation: fc.constantFrom(...boardOperations),
  isStale: fc.option(fc.boolean()),
  lookBack: fc.constantFrom(...(Object.keys(lookBacks) as LookBack[])),
  staleAfter: fc.option(fc.constantFrom(...(Object.keys(staleAfters) as StaleAfter[]))),
  search: fc.string(),
});

test('a filter comes back from its address, but for a staleness that is not looked back to', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const isSeen = filter.staleAfter === null || staleAfters[filter.staleAfter].days <= lookBacks[filter.lookBack].days;
      expect(readBoardFilter(new URLSearchParams(writeBoardFilter(filter).toString()))).toEqual(isSeen ? filter : { ...filter, staleAfter: null });
    }),
  );
});

test('the whole board has the shortest address, and what this page does not know is as if it were not there', () => {
  expect(writeBoardFilter(wholeBoard).toString()).toBe('view=board');
  expect(readBoardFilter(new URLSearchParams('state=GREAT&product=X&operation=UNKNOWN&stale=maybe&lookBack=P1Y&staleAfter=constructor'))).toEqual(wholeBoard);
});

test('no filter is an empty list, which would match nothing', () => {
  expect(boardQuestionOf(wholeBoard)).toEqual({ filter: { operations: ['BACKUP'] }, lookBack: 'P7D', staleAfter: null, first: 100 });
  expect(boardQuestionOf({ ...wholeBoard, states: ['STALE'], isStale: true, source: 'a', search: 'x' })).toEqual({
    filter: { operations: ['BACKUP'], states: ['STALE'], sourceIds: ['a'], isStale: true },
    lookBack: 'P7D',
    staleAfter: null,
    first: 500,
  });
});
