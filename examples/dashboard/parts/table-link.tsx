import type { MouseEvent, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { goTo, hrefTo } from '../address';
import { wholeTable, writeFilter, type TableFilter } from '../table-filter';

interface TableLinkProps {
  readonly filter: Partial<TableFilter>;
  readonly children: ReactNode;
}

/** Leads from a figure to the jobs behind it. */
export function TableLink({ filter, children }: TableLinkProps) {
  const params = writeFilter({ ...wholeTable, ...filter });
  function open(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // From another page, the table has to be there first.
    flushSync(() => goTo(params));
    document.getElementById('jobs')?.scrollIntoView();
  }
  return (
    <a href={`${hrefTo(params)}#jobs`} onClick={open}>
      {children}
    </a>
  );
}
