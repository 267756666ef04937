export type Cell = string | number | boolean | null;

/** Spreadsheets take a text that begins so for a formula, and run it; also behind white space, and in full width. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;
const QUOTED = /[",\r\n]|^\s|\s$/;
/** Without it spreadsheets take UTF-8 for something else. */
const BYTE_ORDER_MARK = '\uFEFF';

/** By RFC 4180. */
export function csvOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + [columns, ...rows].map((cells) => cells.map(write).join(',') + '\r\n').join('');
}

function write(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
