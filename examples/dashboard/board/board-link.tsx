import type { MouseEvent, ReactNode } from 'react';
import { goTo, hrefTo } from '../address';
import { writeBoardFilter, type BoardFilter } from '../board-filter';

interface BoardLinkProps {
  readonly filter: BoardFilter;
  readonly children: ReactNode;
}

/** Leads to the board that is narrowed so. */
export function BoardLink({ filter, children }: BoardLinkProps) {
  const params = writeBoardFilter(filter);
  function open(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goTo(params);
  }
  return (
    <a href={hrefTo(params)} onClick={open}>
      {children}
    </a>
  );
}
