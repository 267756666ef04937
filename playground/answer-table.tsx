import { useState } from 'react';
import { csvOf } from '../examples/dashboard/csv';
import { download } from '../examples/dashboard/download';
import { sortRows, type Sorting, type Table } from './tables';

interface AnswerTableProps {
  tables: readonly Table[];
}

export function AnswerTable({ tables }: AnswerTableProps) {
  const [chosen, setChosen] = useState(0);
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const table = tables[chosen] ?? tables[0];
  if (table === undefined) return null;
  const { name, columns, lacks } = table;
  const rows = sorting === null ? table.rows : sortRows(table.rows, sorting);

  function choose(index: number) {
    setChosen(index);
    setSorting(null);
  }
  function sortBy(column: number) {
    if (sorting?.column !== column) setSorting({ column, isDescending: false });
    else setSorting(sorting.isDescending ? null : { column, isDescending: true });
  }
  return (
    <div className="answer-table">
      <div className="answer-bar">
        {tables.length > 1 && (
          <select aria-label="Field" value={chosen} onChange={({ target: { value } }) => choose(Number(value))}>
            {tables.map((other, index) => (
              <option key={index} value={index}>
                {other.name}
              </option>
            ))}
          </select>
        )}
        <span className="answer-facts">
          {rows.length} {rows.length === 1 ? 'row' : 'rows'}
          {lacks.length > 0 && <strong>, and not all: {lacks.join(', ')}</strong>}
        </span>
        <button type="button" onClick={() => download(`${name}${lacks.length > 0 ? '-not-all' : ''}.csv`, csvOf(columns, rows), 'text/csv')}>
          CSV
        </button>
      </div>
      <div className="answer-rows" tabIndex={0} role="region" aria-label={`${name} as a table`}>
        <table>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th key={column} scope="col" aria-sort={sorting?.column !== index ? undefined : sorting.isDescending ? 'descending' : 'ascending'}>
                  <button type="button" onClick={() => sortBy(index)}>
                    {column}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, at) => (
                  <td key={at}>
                    <bdi>{String(cell ?? '')}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
