import type { GraphQLFieldResolver } from 'graphql';

import type { Context } from './context.js';

type Handler<T> = ((value: unknown) => T | PromiseLike<T>) | null | undefined;

/** Resolves a field of `Query` once an operation: where that is executed anew, nothing is read, charged or reported twice. */
export function once(resolve: GraphQLFieldResolver<unknown, Context>): GraphQLFieldResolver<unknown, Context> {
  return (parent, args, context, info) => {
    const { answers } = context;
    const { key } = info.path;
    if (!answers.has(key)) answers.set(key, guard(resolve(parent, args, context, info)));
    return answers.get(key);
  };
}

function guard(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(guard);
  return answer instanceof Promise ? guardPromise(answer) : answer;
}

/** Compiled functions do not catch what is thrown while a value that came later is read; it would end the process, and is the field's failure. */
function guardPromise(promise: Promise<unknown>): Promise<unknown> {
  const then = promise.then.bind(promise);
  function thenGuarded<A, B>(read?: Handler<A>, fail?: Handler<B>): Promise<A | B> {
    return read && fail ? then<A | B, B>((value) => readOr(fail, read, value), fail) : then(read, fail);
  }
  promise.then = thenGuarded;
  return promise;
}

function readOr<A, B>(fail: (reason: unknown) => B, read: (value: unknown) => A, value: unknown): A | B {
  try {
    return read(value);
  } catch (error) {
    return fail(error);
  }
}
