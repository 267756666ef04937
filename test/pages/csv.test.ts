import { expect, test } from 'vitest';

import { csvOf, type Cell } from '../../examples/dashboard/csv.js';

const lineOf = (...cells: Cell[]): string => csvOf(['a'], [cells]).slice('\uFEFFa\r\n'.length);

test('the columns first, lines that end in CR LF, and the mark by which spreadsheets know UTF-8', () => {
  expect(csvOf(['jobId', 'total'], [['AI1', 5], ['AI2', null]])).toBe('\uFEFFjobId,total\r\nAI1,5\r\nAI2,\r\n');
});

test.each([
  ['a comma', 'a,b', '"a,b"'],
  ['quotation marks', 'said "no"', '"said ""no"""'],
  ['a line break', 'one\ntwo', '"one\ntwo"'],
  ['white space around it', ' a ', '" a "'],
  ['nothing special', 'Zürich; ok', 'Zürich; ok'],
  ['nothing', '', ''],
])('a text with %s', (_name, text, written) => {
  expect(lineOf(text)).toBe(`${written}\r\n`);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '=cmd|\' /C calc\'!A0', '\t=1', '\r=1', ' =1', '＝1'])('%j is a text, and no formula', (text) => {
  expect(lineOf(text)).toMatch(/^"?'/);
});

test('numbers and truths are what they are', () => {
  expect(lineOf(-5, 1.5, true, false)).toBe('-5,1.5,true,false\r\n');
});
