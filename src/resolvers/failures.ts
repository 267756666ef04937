import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import type { NoSourceError, SourceError } from '../errors.js';
import { pathOf } from './path.js';

interface Outcome {
  readonly source: { readonly id: string };
  readonly error: SourceError | null;
}

/** What goes into `errors` beside a field's data. */
export function noteFailures(info: GraphQLResolveInfo, noSource: NoSourceError | null, outcomes: readonly Outcome[], { failures }: Context): void {
  const path = pathOf(info);
  if (noSource !== null) failures.push({ path, sourceId: null, error: noSource });
  for (const { source, error } of outcomes) if (error !== null) failures.push({ path, sourceId: source.id, error });
}
