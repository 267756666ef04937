import { createLocalStorage, type Storage } from '@graphiql/toolkit';

/**
 * Keeps what GraphiQL stores, except request headers: they carry bearer tokens, and GraphiQL's history and favourites
 * write them whatever its own setting says. Headers therefore live in memory alone and are gone after a reload.
 */
export function withoutHeaders(storage: Storage): Storage {
  return {
    getItem: (key) => storage.getItem(key),
    setItem: (key, value) => {
      const name = key.slice(key.lastIndexOf(':') + 1);
      if (name === 'headers') storage.removeItem(key);
      else storage.setItem(key, isTypedText(name) ? value : stripHeaders(value));
    },
    removeItem: (key) => storage.removeItem(key),
    clear: () => storage.clear(),
    get length() {
      return storage.length;
    },
  };
}

/** The browser's storage, in a namespace of its own: another GraphiQL on this origin may have stored headers. */
export function createStorage(): Storage {
  const storage = isLocalStorageAllowed() ? createLocalStorage({ namespace: 'avepoint-jobs' }) : createMemoryStorage();
  return withoutHeaders(storage);
}

/** An operation and its variables are the user's text, in which `headers` may be a word like any other. */
function isTypedText(name: string): boolean {
  return name === 'query' || name === 'variables';
}

function stripHeaders(value: string): string {
  if (!/"(headers|hash)"/.test(value)) return value;
  // A tab's `hash` is its texts in one string, headers included.
  return JSON.stringify(JSON.parse(value), (key, part: unknown) => (key === 'headers' || key === 'hash' ? null : part));
}

function isLocalStorageAllowed(): boolean {
  try {
    return localStorage.length >= 0;
  } catch {
    return false;
  }
}

function createMemoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
    get length() {
      return items.size;
    },
  };
}
