import { expect, test } from 'vitest';

import { sortRows, tablesOf } from '../../playground/tables.js';

test('the nodes of a connection are rows, objects inside them columns, and lists one text', () => {
  const jobs = {
    nodes: [
      { jobId: 'AI1', duration: null, failures: [{ message: 'full' }, { message: 'late' }], counts: { total: 5 } },
      { jobId: 'AI2', duration: { iso: 'PT1M' }, failures: [{ message: 'odd', occurrences: 3 }], counts: null },
      { jobId: 'AI3', duration: null, failures: null, counts: null },
    ],
  };
  expect(tablesOf({ data: { jobs } })).toEqual([
    {
      name: 'jobs',
      columns: ['jobId', 'failures', 'counts.total', 'duration.iso'],
      rows: [
        ['AI1', 'full; late', 5, null],
        ['AI2', 'message: odd, occurrences: 3', null, 'PT1M'],
        ['AI3', null, null, null],
      ],
      lacks: [],
    },
  ]);
});

test('edges, plain lists and single objects are rows as well; other values are none', () => {
  const tables = tablesOf({ data: { edged: { edges: [{ cursor: 'c', node: { jobId: 'AI1' } }] }, plain: [{ id: 1 }, null], single: { id: 2 }, __typename: 'Query', nothing: null } });
  expect(tables.map(({ name, columns, rows }) => [name, columns, rows])).toEqual([
    ['edged', ['cursor', 'node.jobId'], [['c', 'AI1']]],
    ['plain', ['id', 'value'], [[1, null], [null, null]]],
    ['single', ['id'], [[2]]],
  ]);
});

test('an answer that is not all says so', () => {
  const [table] = tablesOf({ data: { jobs: { nodes: [], isComplete: false, pageInfo: { hasNextPage: true } } }, errors: [{ message: 'no' }] });
  expect(table?.lacks).toEqual(['a source did not answer', 'more pages follow', 'the answer has errors']);
});

test.each([[null], ['text'], [{}], [{ data: null, errors: [] }]])('%j has no table', (answer) => {
  expect(tablesOf(answer)).toEqual([]);
});

test('numbers sort by size, texts as people count, and what is missing is last either way', () => {
  const rows = [[10, 'AI10'], [null, null], [9, 'AI9']];
  const by = (column: number, isDescending: boolean) => sortRows(rows, { column, isDescending });
  expect(by(0, false)).toEqual([[9, 'AI9'], [10, 'AI10'], [null, null]]);
  expect(by(0, true)).toEqual([[10, 'AI10'], [9, 'AI9'], [null, null]]);
  expect(by(1, false)).toEqual([[9, 'AI9'], [10, 'AI10'], [null, null]]);
});
