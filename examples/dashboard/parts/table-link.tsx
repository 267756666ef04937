import type { MouseEvent, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { goTo, hrefTo, useAddress } from '../address';
import { wholeTable, writeFilter, type TableFilter } from '../table-filter';
import { readChoice, withChoice, type TenantChoice } from '../tenant-choice';

interface TableLinkProps {
  readonly filter: Partial<TableFilter>;
  /** Without it, the tenants that are shown. */
  readonly choice?: TenantChoice;
  readonly children: ReactNode;
}

/** Leads from a figure to the jobs behind it. */
export function TableLink({ filter, choice, children }: TableLinkProps) {
  const address = useAddress();
  const params = withChoice(writeFilter({ ...wholeTable, ...filter }), choice ?? readChoice(address));
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
