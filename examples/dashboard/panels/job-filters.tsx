import { useEffect, useRef, type FormEvent } from 'react';
import { isPeriod, periods, wholeTable, writeFilter, type TableFilter } from '../table-filter';
import { operationNames, operations, productNames, products, statuses, statusNames } from '../words';

interface JobFiltersProps {
  readonly filter: TableFilter;
  onChange(filter: TableFilter): void;
}

export function JobFilters({ filter, onChange }: JobFiltersProps) {
  const searched = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (searched.current !== null) searched.current.value = filter.search;
  }, [filter.search]);

  function search(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('search');
    onChange({ ...filter, search: typeof text === 'string' ? text.trim() : '' });
  }
  return (
    <form className="filters" onSubmit={search} role="search" aria-label="Filter the jobs">
      <Choices legend="Products" names={productNames} values={products} chosen={filter.products} onChange={(chosen) => onChange({ ...filter, products: chosen })} />
      <Choices legend="Statuses" names={statusNames} values={statuses} chosen={filter.statuses} onChange={(chosen) => onChange({ ...filter, statuses: chosen })} />
      <div className="fields">
        <label>
          Period
          <select value={filter.period} onChange={({ target: { value } }) => isPeriod(value) && onChange({ ...filter, period: value })}>
            {Object.entries(periods).map(([value, { name }]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          Operation
          <select
            value={filter.operation ?? ''}
            onChange={({ target: { value } }) => onChange({ ...filter, operation: operations.find((operation) => operation === value) ?? null })}
          >
            <option value="">Any</option>
            {operations.map((operation) => (
              <option key={operation} value={operation}>
                {operationNames[operation]}
              </option>
            ))}
          </select>
        </label>
        <label>
          Job id contains
          <input ref={searched} name="search" type="search" spellCheck={false} enterKeyHint="search" />
        </label>
        <button type="submit">Search</button>
        {writeFilter(filter).size > 0 && (
          <button type="button" className="plain" onClick={() => onChange(wholeTable)}>
            Clear all
          </button>
        )}
      </div>
    </form>
  );
}

interface ChoicesProps<Value extends string> {
  readonly legend: string;
  readonly values: readonly Value[];
  readonly names: Readonly<Record<Value, string>>;
  readonly chosen: readonly Value[];
  onChange(chosen: readonly Value[]): void;
}

function Choices<Value extends string>({ legend, values, names, chosen, onChange }: ChoicesProps<Value>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target: { checked } }) => onChange(checked ? [...chosen, value] : chosen.filter((other) => other !== value))}
          />
          <span>{names[value]}</span>
        </label>
      ))}
    </fieldset>
  );
}
