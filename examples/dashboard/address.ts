import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

/** What the page shows is in its address, so that it can be sent, kept and gone back to. */
export function useAddress(): URLSearchParams {
  return new URLSearchParams(useSyncExternalStore(subscribe, () => location.search));
}

export function goTo(params: URLSearchParams): void {
  history.pushState(null, '', hrefTo(params));
  for (const listener of listeners) listener();
}

export function hrefTo(params: URLSearchParams): string {
  return `${location.pathname}?${params}`;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}
