import type { GraphQLResolveInfo } from 'graphql';
import { expect, test, vi } from 'vitest';

import type { Context } from '../src/context.js';
import { once } from '../src/once.js';

const info = (key: string): GraphQLResolveInfo => ({ path: { key } }) as unknown as GraphQLResolveInfo;
const freshContext = (): Context => ({ answers: new Map() }) as unknown as Context;

test('a field is resolved once an operation, whatever comes of it, and each alias for itself', async () => {
  const resolve = vi.fn(async () => Promise.reject(new Error('unanswered')));
  const field = once(resolve);
  const context = freshContext();
  await expect(field(null, {}, context, info('a'))).rejects.toThrow('unanswered');
  await expect(field(null, {}, context, info('a'))).rejects.toThrow('unanswered');
  expect(resolve).toHaveBeenCalledTimes(1);
  await expect(field(null, {}, context, info('b'))).rejects.toThrow('unanswered');
  await expect(field(null, {}, freshContext(), info('a'))).rejects.toThrow('unanswered');
  expect(resolve).toHaveBeenCalledTimes(3);
});

test('what a reader throws is its failure, and nobody is left waiting', async () => {
  const failure = new Error('This cannot be read.');
  const read = (): never => {
    throw failure;
  };
  const answers = [once(async () => 'late')(null, {}, freshContext(), info('a')), (once(() => [Promise.resolve('late')])(null, {}, freshContext(), info('a')) as unknown[])[0]];
  for (const answer of answers) {
    const seen = await new Promise((resolve) => void (answer as Promise<unknown>).then(read, resolve));
    expect(seen).toBe(failure);
  }
});

test('a reader alone fails as with any promise', async () => {
  const answer = once(async () => 'late')(null, {}, freshContext(), info('a')) as Promise<string>;
  await expect(answer.then((text) => text.length)).resolves.toBe(4);
  await expect(answer.then(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(answer).resolves.toBe('late');
});
