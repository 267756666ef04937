import type { ListEndpoint } from './products/product.js';
import type { LinkSpelling, ProductSwitches } from './switches.js';

/** The page that a link leads to. */
export interface NextPage {
  readonly token: string;
  readonly number: number;
}

/** Where no page follows, `next` is null. */
export function writeNextLink(
  next: NextPage | null,
  endpoint: ListEndpoint,
  query: URLSearchParams,
  style: ProductSwitches['nextLink'],
  graphUrl: string,
): string | null | undefined {
  if (endpoint.paging.end === undefined || style === 'absent') return undefined;
  if (style === '' || style === null) return style;
  if (next === null) return endpoint.paging.end;
  if (typeof style === 'object') return style.text;
  if (style === 'token') return next.token;
  if (style === 'slash') return decodeURIComponent(next.token);
  const search = nextQuery(next, endpoint, query);
  if (style.endsWith('upper') || style.endsWith('slashed')) return respell(style as LinkSpelling, endpoint, search, graphUrl);
  // The one relative link that the vendor shows lacks the front part of its path.
  if (style === 'relative') return `/jobs?${search}`;
  return `${style === 'absolute' ? graphUrl : 'https://graph-us.example.net'}${endpoint.path}?${search}`;
}

function nextQuery(next: NextPage, endpoint: ListEndpoint, query: URLSearchParams): string {
  const { paging } = endpoint;
  const name = paging.token ?? paging.number;
  const paged = [name.toLowerCase(), paging.number.toLowerCase()];
  const kept = new URLSearchParams([...(endpoint.linked?.(query) ?? query)].filter(([key]) => !paged.includes(key.toLowerCase()))).toString();
  const place = paging.token === null ? String(next.number) : next.token;
  return `${name}=${place}${kept === '' ? '' : `&${kept}`}`;
}

function respell(style: LinkSpelling, { path, paging }: ListEndpoint, search: string, graphUrl: string): string {
  const host = style.startsWith('absolute') ? graphUrl : '';
  const query = paging.token === null ? search : search.replace(/^\w+/, '$skiptoken');
  return `${host}${style.endsWith('upper') ? path.toUpperCase() : `${path}/`}?${query}`;
}
