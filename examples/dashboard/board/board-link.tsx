import type { MouseEvent, ReactNode } from 'react';
import { goTo, hrefTo, useAddress } from '../address';
import { writeBoardFilter, type BoardFilter } from '../board-filter';
import { readChoice, withChoice, type TenantChoice } from '../tenant-choice';
import { readView, setOut } from '../view';

interface BoardLinkProps {
  readonly filter: BoardFilter;
  /** Without it, the tenants that are shown. */
  readonly choice?: TenantChoice;
  readonly children: ReactNode;
}

/** Leads to the board that is narrowed so. */
export function BoardLink({ filter, choice, children }: BoardLinkProps) {
  const address = useAddress();
  const params = withChoice(writeBoardFilter(filter), choice ?? readChoice(address));
  function open(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const isElsewhere = readView(address) !== 'board';
    if (isElsewhere) setOut('pages');
    goTo(params);
    if (isElsewhere) scrollTo(0, 0);
  }
  return (
    <a href={hrefTo(params)} onClick={open}>
      {children}
    </a>
  );
}
