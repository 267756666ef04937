import type { SourceFactsFragment } from '../generated/graphql';
import { Choices } from '../parts/choices';
import { Search, searchedIn } from '../parts/search';
import { Select } from '../parts/select';
import { sourceChoices } from '../parts/source-choices';
import { isPeriod, periods, wholeTable, writeFilter, type TableFilter } from '../table-filter';
import { operationNames, operations, productNames, products, statuses, statusNames } from '../words';

interface JobFiltersProps {
  readonly filter: TableFilter;
  /** Those that there are, as far as that is known. */
  readonly sources: readonly SourceFactsFragment[];
  onChange(filter: TableFilter): void;
}

const periodChoices = Object.entries(periods).map(([value, { name }]) => [value, name] as const);
const operationChoices = [['', 'Any'] as const, ...operations.map((operation) => [operation, operationNames[operation]] as const)];

export function JobFilters({ filter, sources, onChange }: JobFiltersProps) {
  return (
    <form className="filters" onSubmit={(event) => onChange({ ...filter, search: searchedIn(event) })} role="search" aria-label="Filter the jobs">
      <Choices legend="Products" names={productNames} values={products} chosen={filter.products} onChange={(chosen) => onChange({ ...filter, products: chosen })} />
      <Choices legend="Statuses" names={statusNames} values={statuses} chosen={filter.statuses} onChange={(chosen) => onChange({ ...filter, statuses: chosen })} />
      <div className="fields">
        <Select label="Period" value={filter.period} choices={periodChoices} onChange={(value) => isPeriod(value) && onChange({ ...filter, period: value })} />
        <Select
          label="Operation"
          value={filter.operation ?? ''}
          choices={operationChoices}
          onChange={(value) => onChange({ ...filter, operation: operations.find((operation) => operation === value) ?? null })}
        />
        <Select label="Source" value={filter.source ?? ''} choices={sourceChoices(sources, filter.source)} onChange={(value) => onChange({ ...filter, source: value === '' ? null : value })} />
        <Search label="Job id contains" value={filter.search} />
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
