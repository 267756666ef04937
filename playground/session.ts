import { useSyncExternalStore } from 'react';
import type { Credential } from '../examples/dashboard/credential';

interface State {
  /** In the memory of this page only. */
  readonly credential: Credential | null;
  /** The server wants to know who asks. */
  readonly isAsked: boolean;
  /** What the person gave was not taken. */
  readonly wasRefused: boolean;
}

export interface Session {
  read(): State;
  subscribe(listener: () => void): () => void;
  signIn(credential: Credential): void;
  signOut(): void;
  /** After a 401 to what was sent with `sent`. */
  refuse(sent: Credential | null): void;
  dismiss(): void;
}

const NOBODY: State = { credential: null, isAsked: false, wasRefused: false };

export function createSession(): Session {
  const listeners = new Set<() => void>();
  let state = NOBODY;

  function change(next: State): void {
    state = next;
    for (const listener of listeners) listener();
  }
  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    signIn: (credential) => change({ ...NOBODY, credential }),
    signOut: () => change(NOBODY),
    refuse(sent) {
      // A late answer to somebody else says nothing of who asks now.
      if (sent === state.credential) change({ credential: null, isAsked: true, wasRefused: sent !== null || state.wasRefused });
    },
    dismiss: () => change({ ...state, isAsked: false, wasRefused: false }),
  };
}

export function useSession({ read, subscribe }: Session): State {
  return useSyncExternalStore(subscribe, read);
}
