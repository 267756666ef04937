import { BREAK, type ASTNode, type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, type SelectionSetNode, valueFromASTUntyped, visit } from 'graphql';

/** What has to be known of an operation before it is compiled and run. */
export interface Examined {
  /** How many it selects, fragments spread out. */
  readonly fields: number;
  /** Of its variables: left to the library, they would come to resolvers without the scalars' own parsing. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Names of the variables that stand inside lists and input objects. */
  readonly nested: readonly string[];
}

/** Compiling takes 0.14 ms a field on an interface, thrice that the first time: more fields than these would hold everybody up. */
const MOST_FIELDS = 100;

/**
 * Texts of a document become part of the code, and the library reads some of them as code (`__MAGIC_DATE__…`). These are instants,
 * durations, and ids, in which nothing can be written that does something.
 */
const HARMLESS = /^[A-Za-z0-9 :.,/+=-]{0,200}$/;
const SAFE_DIGITS = 15;
const TYPENAME = '__typename';

/**
 * Null where an operation is not for compiling. The library takes the conditions of one spread for those of all, and loses what
 * is called `__proto__`; introspection comes seldom.
 */
export function examineDocument(document: DocumentNode, { selectionSet, variableDefinitions = [] }: OperationDefinitionNode): Examined | null {
  const nested: string[] = [];
  let isFit = true;
  const refuse = (): typeof BREAK => {
    isFit = false;
    return BREAK;
  };
  visit(document, {
    Directive: refuse,
    Name: ({ value }) => (value.startsWith('__') && value !== TYPENAME ? refuse() : undefined),
    // As a default, a number that JavaScript cannot hold would come as another.
    IntValue: ({ value }) => (value.length > SAFE_DIGITS ? refuse() : undefined),
    StringValue: ({ value }) => (HARMLESS.test(value) ? undefined : refuse()),
    Variable({ name }, _key, _parent, _path, ancestors) {
      if (ancestors.some(isListOrObject)) nested.push(name.value);
    },
  });
  const fields = isFit ? countFields(selectionSet, fragmentsOf(document)) : Number.POSITIVE_INFINITY;
  if (fields > MOST_FIELDS) return null;
  const defaults = Object.fromEntries(variableDefinitions.flatMap(({ variable, defaultValue }) => (defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]])));
  return { fields, defaults, nested };
}

function isListOrObject(ancestor: ASTNode | readonly ASTNode[]): boolean {
  return 'kind' in ancestor && (ancestor.kind === Kind.LIST || ancestor.kind === Kind.OBJECT);
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])));
}

/** Documents are held to a limit of such selections before. */
function countFields({ selections }: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): number {
  let count = 0;
  for (const selection of selections) {
    const inner = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value)?.selectionSet : selection.selectionSet;
    count += (selection.kind === Kind.FIELD ? 1 : 0) + (inner === undefined ? 0 : countFields(inner, fragments));
  }
  return count;
}
