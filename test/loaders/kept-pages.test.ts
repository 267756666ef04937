import { expect, test } from 'vitest';

import { createKeptPages, drop, idsOf, leaveText, pageOf } from '../../src/loaders/kept-pages.js';
import { createOffHeapTexts } from '../../src/loaders/off-heap-texts.js';
import { products } from '../../src/products/index.js';
import { decodeAnswer, type DecodedFrom, type SizedPage } from '../../src/sources/decode-answer.js';

const [endpoint] = products.SALESFORCE.endpoints;
const texts = createOffHeapTexts(100_000);
const MOMENT = Date.parse('2026-11-26T12:00:00Z');

function pageFrom(number: number): SizedPage {
  const jobs = Array.from({ length: 3 }, (_, index) => ({ jobId: `AI${number}-${index}`, type: 1, status: 2, startTime: '2026-11-25T08:00:00Z', finishTime: 'never', totalObjects: index }));
  const from = {
    asked: { parameters: {}, decode: endpoint.decode },
    answered: { answer: { status: 200, headers: {}, text: JSON.stringify({ statusCode: 200, data: { totalCount: 60, jobs, nextLink: 'more' } }) }, observedAt: new Date(MOMENT), read: { askedAt: 1, answeredAt: 2 } },
    subject: { node: { id: 'default/us/salesforce' }, link: { url: new URL('http://localhost/jobs'), tokenParameter: null, numberParameter: 'pageIndex' }, label: 'GET /jobs', scope: 'read', region: 'us' },
  } as unknown as DecodedFrom;
  return decodeAnswer(from);
}

test('a page is the same, and has the same jobs, whatever was kept after it', () => {
  const kept = createKeptPages();
  const came = Array.from({ length: 20 }, (_, number) => pageFrom(number));
  const pages = came.map((sized) => kept.add(sized, texts));
  expect(pages.map(({ page }) => page === null)).toEqual(came.map((_, number) => number < 4));
  for (const [number, page] of pages.entries()) {
    const { rows } = came[number]?.page ?? expect.fail('no page');
    expect(rows[0]?.warnings).not.toEqual([]);
    expect(idsOf(page)).toEqual(rows.map(({ node }) => node.id));
    expect(pageOf(page)).toEqual(came[number]?.page);
    expect(pageOf(page)?.rows.map(({ node }) => node)).toEqual(rows.map(({ node }) => node));
    expect(idsOf(page)).toEqual(rows.map(({ node }) => node.id));
  }
});

test('one that was left has its text alone, until it is asked for again', () => {
  const kept = createKeptPages();
  const [sized, ofNoText] = [pageFrom(0), { page: pageFrom(1).page, bytes: 0 }];
  const [left, other] = [kept.add(sized, texts), kept.add(ofNoText, texts)];
  leaveText(left);
  leaveText(other);
  expect([left.page, other.page]).toEqual([null, ofNoText.page]);
  const page = pageOf(left);
  expect(page).toEqual(sized.page);
  leaveText(left);
  expect(pageOf(left)).toBe(page);
});

test('one that was asked for again stays as it is', () => {
  const kept = createKeptPages();
  const first = kept.add(pageFrom(0), texts);
  for (let number = 1; number < 20; number += 1) kept.add(pageFrom(number), texts);
  const page = pageOf(first);
  for (let number = 20; number < 40; number += 1) kept.add(pageFrom(number), texts);
  expect(pageOf(first)).toBe(page);
});

test('one that no text came of stays', () => {
  const kept = createKeptPages();
  const { page } = pageFrom(0);
  const first = kept.add({ page, bytes: 0 }, texts);
  for (let number = 1; number < 20; number += 1) kept.add(pageFrom(number), texts);
  expect(pageOf(first)).toBe(page);
});

test('one whose text has made room for others is gone, and its jobs are still known', () => {
  const sized = pageFrom(0);
  const few = createOffHeapTexts(1.5 * (sized.from?.answered.answer.text.length ?? 0));
  const kept = createKeptPages();
  const [first, second] = [kept.add(sized, few), kept.add(pageFrom(1), few)];
  leaveText(first);
  leaveText(second);
  expect([pageOf(first), pageOf(second)]).toEqual([null, pageFrom(1).page]);
  expect(idsOf(first)).toEqual(sized.page.rows.map(({ node }) => node.id));
});

test('one that was dropped takes no room from others', () => {
  const few = createOffHeapTexts(1.5 * (pageFrom(0).from?.answered.answer.text.length ?? 0));
  const kept = createKeptPages();
  const [first, second] = [kept.add(pageFrom(0), few), kept.add(pageFrom(1), few)];
  leaveText(first);
  drop(second);
  leaveText(second);
  expect(pageOf(first)).toEqual(pageFrom(0).page);
});
