import { columns, type Sorting } from './job-order';

interface JobHeadProps {
  readonly sorting: Sorting | null;
  /** Null: the columns do not sort. */
  readonly onSort: ((sorting: Sorting | null) => void) | null;
}

export function JobHead({ sorting, onSort }: JobHeadProps) {
  /** Up, down, and the server's own order again. */
  function next(column: Sorting['column']): Sorting | null {
    if (sorting?.column !== column) return { column, isDescending: false };
    return sorting.isDescending ? null : { column, isDescending: true };
  }
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col" aria-sort={sorting?.column !== column ? undefined : sorting.isDescending ? 'descending' : 'ascending'}>
            {onSort === null ? (
              column
            ) : (
              <button type="button" onClick={() => onSort(next(column))}>
                {column}
              </button>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}
