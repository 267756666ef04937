import { useEffect, useRef, type MouseEvent } from 'react';
import { goTo, hrefTo, useAddress } from '../address';
import { useTenants } from '../reading/use-tenants';
import { readChoice, withChoice } from '../tenant-choice';
import { arrive, readView, setOut, type View } from '../view';

const names: Readonly<Record<View, string>> = { overview: 'Overview', board: 'Board', tenants: 'Tenants' };
const views: readonly (readonly [View, URLSearchParams])[] = [
  ['overview', new URLSearchParams()],
  ['board', new URLSearchParams({ view: 'board' })],
  ['tenants', new URLSearchParams({ view: 'tenants' })],
];

/** From page to page, without leaving: whoever signed in stays so. */
export function Views() {
  const address = useAddress();
  const shown = readView(address);
  const hasMany = useTenants().length > 1;
  const current = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (arrive('pages')) current.current?.focus({ preventScroll: true });
  }, []);

  function open(event: MouseEvent, view: View, params: URLSearchParams) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (view !== shown) setOut('pages');
    goTo(params);
    scrollTo(0, 0);
  }
  return (
    <nav className="views" aria-label="Pages">
      {views.map(([view, own]) => {
        const params = withChoice(own, readChoice(address));
        return (
          (view !== 'tenants' || view === shown || hasMany) && (
            <a key={view} ref={view === shown ? current : undefined} href={hrefTo(params)} aria-current={view === shown ? 'page' : undefined} onClick={(event) => open(event, view, params)}>
              {names[view]}
            </a>
          )
        );
      })}
    </nav>
  );
}
