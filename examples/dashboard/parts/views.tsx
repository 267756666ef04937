import type { MouseEvent } from 'react';
import { goTo, hrefTo, useAddress } from '../address';
import { readView, type View } from '../view';

const names: Readonly<Record<View, string>> = { overview: 'Overview', board: 'Board' };
const views: readonly (readonly [View, URLSearchParams])[] = [
  ['overview', new URLSearchParams()],
  ['board', new URLSearchParams({ view: 'board' })],
];

/** From page to page, without leaving: whoever signed in stays so. */
export function Views() {
  const shown = readView(useAddress());
  function open(event: MouseEvent, params: URLSearchParams) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goTo(params);
    scrollTo(0, 0);
  }
  return (
    <nav className="views" aria-label="Pages">
      {views.map(([view, params]) => (
        <a key={view} href={hrefTo(params)} aria-current={view === shown ? 'page' : undefined} onClick={(event) => open(event, params)}>
          {names[view]}
        </a>
      ))}
    </nav>
  );
}
