import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Where Apollo keeps what it has parsed, and the texts of persisted queries. */
export interface Store<V> {
  get(key: string): Promise<V | undefined>;
  set(key: string, value: V): Promise<void>;
  delete(key: string): Promise<boolean>;
}

const MB = 1024 * 1024;
const DOCUMENT_STORE_BYTES = 16 * MB;
const TEXT_STORE_BYTES = 4 * MB;
/** Key, place in the cache, and what is around the value. */
const ENTRY_BYTES = 1000;
/** Of a parsed document: 240 to 480 were measured for a token, its node and place included, which is up to 240 times its text. */
const TOKEN_BYTES = 500;

/** Documents by what they take of the heap; by their text, as Apollo weighs them, 250 of them can end a small process. */
export function createDocumentStore(): Store<DocumentNode> {
  return createStore(DOCUMENT_STORE_BYTES, weighDocument);
}

export function weighDocument({ loc }: DocumentNode): number {
  return 2 * (loc?.source.body.length ?? 0) + TOKEN_BYTES * tokensOf(loc);
}

export function createTextStore(): Store<string> {
  return createStore(TEXT_STORE_BYTES, (text) => 2 * text.length);
}

function tokensOf(loc: DocumentNode['loc']): number {
  let count = 0;
  for (let token = loc?.startToken; token; token = token.next ?? undefined) count += 1;
  return count;
}

function createStore<V extends NonNullable<unknown>>(maxBytes: number, weigh: (value: V) => number): Store<V> {
  const values = new LRUCache<string, V>({ maxSize: maxBytes, sizeCalculation: (value) => ENTRY_BYTES + weigh(value) });
  return {
    get: async (key) => values.get(key),
    set: async (key, value) => void values.set(key, value),
    delete: async (key) => values.delete(key),
  };
}
