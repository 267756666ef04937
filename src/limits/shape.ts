import { GraphQLError, Kind, type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionSetNode, type ValidationRule } from 'graphql';

import { isIntrospection } from './root-fields.js';

export interface ShapeLimits {
  readonly depth: number;
  readonly aliases: number;
}

/** In characters: every error below a field names its alias. */
const LONGEST_ALIAS = 200;

interface Shape {
  readonly depth: number;
  readonly aliases: number;
}

/**
 * How deep an operation goes and how many aliases it uses, fragments spread out. It runs on documents that are valid otherwise, so
 * fragments do not go in circles, and what they spread out to is within the limit of selections.
 */
export function createShapeRule(limits: ShapeLimits): ValidationRule {
  return (context) => ({
    Field({ alias }) {
      if (alias !== undefined && alias.value.length > LONGEST_ALIAS) context.reportError(new GraphQLError(`An alias has ${alias.value.length} characters; ${LONGEST_ALIAS} are taken.`, { nodes: alias }));
    },
    OperationDefinition(operation) {
      const { depth, aliases } = shapeOf(operation, (name) => context.getFragment(name));
      const fault = depth > limits.depth ? `is ${depth} levels deep; ${limits.depth} are taken` : aliases > limits.aliases ? `has ${aliases} aliases; ${limits.aliases} are taken` : null;
      if (fault !== null) context.reportError(new GraphQLError(`Operation${operation.name === undefined ? '' : ` "${operation.name.value}"`} ${fault}.`, { nodes: operation }));
    },
  });
}

function shapeOf({ selectionSet }: OperationDefinitionNode, fragment: (name: string) => FragmentDefinitionNode | null | undefined): Shape {
  const known = new Map<string, Shape>();

  function measure({ selections }: SelectionSetNode): Shape {
    let [depth, aliases] = [0, 0];
    for (const selection of selections) {
      let inner: Shape = { depth: 0, aliases: 0 };
      if (selection.kind === Kind.FRAGMENT_SPREAD) inner = measureFragment(selection.name.value);
      else if (selection.selectionSet !== undefined) inner = measure(selection.selectionSet);
      const isField = selection.kind === Kind.FIELD;
      if (isField) inner = { depth: isIntrospection(selection.name.value) ? 1 : inner.depth + 1, aliases: inner.aliases + (selection.alias === undefined ? 0 : 1) };
      depth = Math.max(depth, inner.depth);
      aliases += inner.aliases;
    }
    return { depth, aliases };
  }

  function measureFragment(name: string): Shape {
    const found = fragment(name);
    const shape = known.get(name) ?? (found ? measure(found.selectionSet) : { depth: 0, aliases: 0 });
    known.set(name, shape);
    return shape;
  }

  return measure(selectionSet);
}
