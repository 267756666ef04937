import type { GraphQLResolveInfo } from 'graphql';

/** Where a field stands in the answer, by response keys. */
export function pathOf(info: GraphQLResolveInfo): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (let step: GraphQLResolveInfo['path'] | undefined = info.path; step !== undefined; step = step.prev) path.unshift(step.key);
  return path;
}
