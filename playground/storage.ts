import { createLocalStorage, type Storage } from '@graphiql/toolkit';

/** Keys of GraphiQL; the storage is given them behind a prefix. */
const SETTING = 'graphiql:shouldPersistHeaders';
const HEADERS = 'graphiql:headers';
const TABS = 'graphiql:tabState';
const TYPED_TEXTS = ['graphiql:query', 'graphiql:variables'];

/** Whether the user has asked to keep request headers beyond this visit. */
export function areHeadersKept(storage: Storage): boolean {
  return storage.getItem(SETTING) === 'true';
}

/**
 * Keeps what GraphiQL stores, except request headers: they carry bearer tokens. These live in memory alone, and are
 * gone after a reload, until the user asks to keep them; in the history and among the favourites, which GraphiQL writes
 * whatever its setting says, they are never kept.
 */
export function withoutHeaders(storage: Storage): Storage {
  /** GraphiQL writes headers and tabs first and the setting last: by then they have to be at hand. */
  const withheld = new Map<string, string>();
  return {
    getItem: (key) => storage.getItem(key),
    setItem(key, value) {
      if (key === SETTING) {
        storage.setItem(key, value);
        if (value === 'true') for (const [name, text] of withheld) storage.setItem(name, text);
        withheld.clear();
      } else if (key !== HEADERS && key !== TABS) storage.setItem(key, TYPED_TEXTS.includes(key) ? value : stripHeaders(value));
      else if (areHeadersKept(storage)) storage.setItem(key, value);
      else {
        withheld.set(key, value);
        if (key === TABS) storage.setItem(key, stripHeaders(value));
        else storage.removeItem(key);
      }
    },
    removeItem(key) {
      withheld.delete(key);
      storage.removeItem(key);
    },
    clear() {
      withheld.clear();
      storage.clear();
    },
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

function stripHeaders(value: string): string {
  if (!/"(headers|hash)"/.test(value)) return value;
  // A tab's `hash` is its texts in one string, headers included.
  return JSON.stringify(JSON.parse(value), (key, part: unknown) => (key === 'headers' ? '' : key === 'hash' ? null : part));
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
