import { useSyncExternalStore } from 'react';

const LOOK_MS = 30_000;

/** The day by the viewer's clock, as a text that changes at midnight; a machine that slept through it notices when it wakes. */
export function useToday(): string {
  return useSyncExternalStore(subscribe, () => new Date().toDateString());
}

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, LOOK_MS);
  document.addEventListener('visibilitychange', listener);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', listener);
  };
}
