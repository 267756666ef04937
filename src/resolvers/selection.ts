import { getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective, Kind, type GraphQLResolveInfo, type SelectionNode } from 'graphql';

/** Where in a query a field is selected. */
export type Selected = Pick<GraphQLResolveInfo, 'fieldNodes' | 'variableValues'> & { readonly fragments: Readonly<GraphQLResolveInfo['fragments']> };

/** Whether a query selects a field below the one that is resolved, directly or through fragments. */
export function isSelected(info: Selected, ...path: readonly string[]): boolean {
  let level = info.fieldNodes.flatMap((node) => node.selectionSet?.selections ?? []);
  for (const name of path) {
    const found = level.flatMap((node) => fieldsNamed(node, name, info));
    if (found.length === 0) return false;
    level = found.flatMap((node) => (node.kind === Kind.FIELD ? (node.selectionSet?.selections ?? []) : []));
  }
  return true;
}

function fieldsNamed(node: SelectionNode, name: string, info: Selected): readonly SelectionNode[] {
  if (getDirectiveValues(GraphQLSkipDirective, node, info.variableValues)?.['if'] === true) return [];
  if (getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues)?.['if'] === false) return [];
  if (node.kind === Kind.FIELD) return node.name.value === name ? [node] : [];
  const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : info.fragments[node.name.value];
  return (fragment?.selectionSet.selections ?? []).flatMap((inner) => fieldsNamed(inner, name, info));
}
