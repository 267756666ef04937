import { boardOperations, canBeSeen, lookBacks, pick, staleAfters, wholeBoard, writeBoardFilter, type BoardFilter, type LookBack, type StaleAfter } from '../board-filter';
import type { SourceFactsFragment } from '../generated/graphql';
import { Choices } from '../parts/choices';
import { Search, searchedIn } from '../parts/search';
import { Select } from '../parts/select';
import { sourceChoices } from '../parts/source-choices';
import { operationNames, productNames, products, workloadStateNames, workloadStates } from '../words';

interface BoardFiltersProps {
  readonly filter: BoardFilter;
  readonly sources: readonly SourceFactsFragment[];
  onChange(filter: BoardFilter): void;
}

const operationChoices = boardOperations.map((operation) => [operation, operationNames[operation]] as const);
const lookBackChoices = Object.entries(lookBacks).map(([key, { name }]) => [key, name] as const);
const successChoices = [
  ['', 'Any'],
  ['yes', 'Too long ago'],
  ['no', 'Recent enough'],
] as const;

export function BoardFilters({ filter, sources, onChange }: BoardFiltersProps) {
  function lookBackTo(lookBack: LookBack) {
    onChange({ ...filter, lookBack, staleAfter: filter.staleAfter !== null && canBeSeen(filter.staleAfter, lookBack) ? filter.staleAfter : null });
  }
  return (
    <form className="filters" onSubmit={(event) => onChange({ ...filter, search: searchedIn(event) })} role="search" aria-label="Filter the workloads">
      <Choices legend="States" names={workloadStateNames} values={workloadStates} chosen={filter.states} onChange={(states) => onChange({ ...filter, states })} />
      <Choices legend="Products" names={productNames} values={products} chosen={filter.products} onChange={(chosen) => onChange({ ...filter, products: chosen })} />
      <div className="fields">
        <Select label="Operation" value={filter.operation} choices={operationChoices} onChange={(value) => onChange({ ...filter, operation: boardOperations.find((operation) => operation === value) ?? filter.operation })} />
        <Select label="Source" value={filter.source ?? ''} choices={sourceChoices(sources, filter.source)} onChange={(value) => onChange({ ...filter, source: value === '' ? null : value })} />
        <Select label="Last success" value={filter.isStale === null ? '' : filter.isStale ? 'yes' : 'no'} choices={successChoices} onChange={(value) => onChange({ ...filter, isStale: value === '' ? null : value === 'yes' })} />
        <Select label="Looked back" value={filter.lookBack} choices={lookBackChoices} onChange={(value) => lookBackTo(pick(value, lookBacks) ?? filter.lookBack)} />
        <Select label="Stale after" value={filter.staleAfter ?? ''} choices={staleChoices(filter.lookBack)} onChange={(value) => onChange({ ...filter, staleAfter: pick(value, staleAfters) })} />
        <Search label="Name contains" value={filter.search} />
        <button type="submit">Search</button>
        {writeBoardFilter(filter).size > 1 && (
          <button type="button" className="plain" onClick={() => onChange(wholeBoard)}>
            Clear all
          </button>
        )}
      </div>
    </form>
  );
}

function staleChoices(lookBack: LookBack): readonly (readonly [string, string])[] {
  const seen = Object.entries(staleAfters).filter(([key]) => canBeSeen(key as StaleAfter, lookBack));
  return [['', 'As configured'], ...seen.map(([key, { name }]) => [key, name] as const)];
}
