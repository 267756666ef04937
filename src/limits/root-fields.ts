import { getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective, Kind, type FieldNode, type FragmentDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';

export interface Selecting {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variableValues: Readonly<Record<string, unknown>>;
}

/** Instead of the variables: fields that are skipped count too. */
export const EVERY_FIELD: Selecting['variableValues'] = {};

/** Fields that tell of the schema instead of jobs. */
export function isIntrospection(field: string): boolean {
  return field === '__schema' || field === '__type' || field === '_service';
}

/** The fields that are asked for, by response key: what is asked for twice under one key is one field. */
export function collectFields(sets: readonly SelectionSetNode[], selecting: Selecting): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();

  function collect(selections: readonly SelectionNode[]): void {
    for (const selection of selections) {
      if (isLeftOut(selection, selecting)) continue;
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet.selections);
      if (selection.kind === Kind.FRAGMENT_SPREAD && !visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        collect(selecting.fragments[selection.name.value]?.selectionSet.selections ?? []);
      }
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        fields.set(key, [...(fields.get(key) ?? []), selection]);
      }
    }
  }

  for (const { selections } of sets) collect(selections);
  return fields;
}

function isLeftOut(node: SelectionNode, { variableValues }: Selecting): boolean {
  if (variableValues === EVERY_FIELD) return false;
  return getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.['if'] === true || getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.['if'] === false;
}
