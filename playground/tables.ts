import type { Cell } from '../examples/dashboard/csv.js';
import { sortBy } from '../examples/dashboard/sorting.js';

/** A list of an answer as rows. */
export interface Table {
  /** The field, or its alias. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What keeps it from being the whole list, as far as the answer says. */
  readonly lacks: readonly string[];
}

export interface Sorting {
  readonly column: number;
  readonly isDescending: boolean;
}

/** Each field of the operation that is a connection, a list or an object. */
export function tablesOf(answer: unknown): readonly Table[] {
  if (!isRecord(answer) || !isRecord(answer['data'])) return [];
  return Object.entries(answer['data']).flatMap(([name, value]) => {
    const rows = rowsOf(value);
    return rows === null ? [] : [tableOf(name, rows, lacksOf(value, answer))];
  });
}

function rowsOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return null;
  const list = value['nodes'] ?? value['edges'];
  return Array.isArray(list) ? list : [value];
}

function lacksOf(list: unknown, { errors }: Readonly<Record<string, unknown>>): readonly string[] {
  const { isComplete, pageInfo } = isRecord(list) ? list : {};
  return [
    ...(isComplete === false ? ['a source did not answer'] : []),
    ...(isRecord(pageInfo) && pageInfo['hasNextPage'] === true ? ['more pages follow'] : []),
    ...(Array.isArray(errors) && errors.length > 0 ? ['the answer has errors'] : []),
  ];
}

function tableOf(name: string, list: readonly unknown[], lacks: readonly string[]): Table {
  const records = list.map((row) => new Map(cellsOf('', row)));
  const seen = [...new Set(records.flatMap((cells) => [...cells.keys()]))];
  // An object that is null in one row is columns in another.
  const columns = seen.filter((column) => !seen.some((other) => other.startsWith(`${column}.`)));
  return { name, columns, rows: records.map((cells) => columns.map((column) => cells.get(column) ?? null)), lacks };
}

/** `duration.iso` of an object inside an object; what is a list becomes one text. */
function cellsOf(path: string, value: unknown): [column: string, cell: Cell][] {
  if (!isRecord(value)) return [[path === '' ? 'value' : path, cellOf(value)]];
  return Object.entries(value).flatMap(([name, part]) => cellsOf(path === '' ? name : `${path}.${name}`, part));
}

function cellOf(value: unknown): Cell {
  if (Array.isArray(value)) return value.map(textOf).join('; ');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function textOf(item: unknown): string {
  if (!isRecord(item)) return String(cellOf(item) ?? '');
  const cells = cellsOf('', item).filter(([, cell]) => cell !== null);
  return cells.map(([name, cell]) => (cells.length === 1 ? String(cell) : `${name}: ${cell}`)).join(', ');
}

export function sortRows(rows: Table['rows'], { column, isDescending }: Sorting): Table['rows'] {
  return sortBy(rows, (row) => row[column] ?? null, isDescending);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
