import { expect, test } from 'vitest';

import { isRead } from '../../src/config/products.js';

// docs/behaviour.md §2
const plain = { name: 'plain' };
const optIn = { name: 'opt-in', isOptIn: true };

test('without a setting all are read, but those that have to be named', () => {
  expect([plain, optIn].filter((product) => isRead(product, undefined, false))).toEqual([plain]);
});

test('the simulator serves them too', () => {
  expect([plain, optIn].filter((product) => isRead(product, undefined, true))).toEqual([plain, optIn]);
});

test.each([true, false])('a setting names what is read, and nothing else is (simulated: %s)', (isSimulated) => {
  expect([plain, optIn].filter((product) => isRead(product, ['opt-in'], isSimulated))).toEqual([optIn]);
  expect([plain, optIn].filter((product) => isRead(product, ['plain'], isSimulated))).toEqual([plain]);
});
