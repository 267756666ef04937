import { BREAK, getNamedType, isListType, isNonNullType, isObjectType, Kind, visit, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLField, type GraphQLObjectType, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

import { collectFields, EVERY_FIELD, isIntrospection, type Selecting } from './root-fields.js';

/** What a field of `Query` costs by the document alone. */
export interface OutlinedField {
  /** In the answer. */
  readonly key: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  readonly selected: Selecting & { readonly fieldNodes: readonly FieldNode[] };
  /** Values in the answer: for each row of the lists right below the field, and beside them. */
  readonly valuesARow: number;
  readonly valuesBeside: number;
}

export type Outline = readonly OutlinedField[];

/** Null where it depends on variables what is selected. */
const outlines = new WeakMap<OperationDefinitionNode, Outline | null>();

/** The same for every request with the same document, unless that has conditions. */
export function outlineOf(root: GraphQLObjectType, document: DocumentNode, operation: OperationDefinitionNode, variableValues: Selecting['variableValues']): Outline {
  let known = outlines.get(operation);
  if (known === undefined) {
    known = hasConditions(document) ? null : outlineFields(root, operation, { fragments: fragmentsOf(document), variableValues: EVERY_FIELD });
    outlines.set(operation, known);
  }
  return known ?? outlineFields(root, operation, { fragments: fragmentsOf(document), variableValues });
}

function outlineFields(root: GraphQLObjectType, { selectionSet }: OperationDefinitionNode, selecting: Selecting): Outline {
  return [...collectFields([selectionSet], selecting)].flatMap(([key, fieldNodes]) => {
    const [node] = fieldNodes;
    const field = node && root.getFields()[node.name.value];
    if (node === undefined || field === undefined || isIntrospection(field.name)) return [];
    return [{ key, field, node, selected: { ...selecting, fieldNodes }, ...valuesOf(field, fieldNodes, selecting) }];
  });
}

function fragmentsOf({ definitions }: DocumentNode): Selecting['fragments'] {
  return Object.fromEntries(definitions.flatMap((node): [string, FragmentDefinitionNode][] => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])));
}

function hasConditions(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive() {
      found = true;
      return BREAK;
    },
  });
  return found;
}

/** Whatever is below a list, or beside it, counts once. */
function valuesOf(field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[], selecting: Selecting): Pick<OutlinedField, 'valuesARow' | 'valuesBeside'> {
  if (isList(field)) return { valuesARow: count(setsOf(nodes), selecting), valuesBeside: 0 };
  const type = getNamedType(field.type);
  const fields = isObjectType(type) ? type.getFields() : {};
  let [valuesARow, valuesBeside] = [0, 0];
  for (const inner of collectFields(setsOf(nodes), selecting).values()) {
    const child = fields[inner[0]?.name.value ?? ''];
    const values = 1 + count(setsOf(inner), selecting);
    if (child !== undefined && isList(child)) valuesARow += values;
    else valuesBeside += values;
  }
  return { valuesARow, valuesBeside };
}

function count(sets: readonly SelectionSetNode[], selecting: Selecting): number {
  return [...collectFields(sets, selecting).values()].reduce((sum, nodes) => sum + 1 + count(setsOf(nodes), selecting), 0);
}

function setsOf(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
}

function isList({ type }: GraphQLField<unknown, unknown>): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
