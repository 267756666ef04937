import type { NextPage } from './page.js';

/** The endpoint whose links are read. */
export interface LinkTarget {
  /** Base URL of the API and path of the endpoint in one. */
  readonly url: URL;
  readonly tokenParameter: string | null;
  readonly numberParameter: string;
}

const NONE: NextPage = { kind: 'none' };
const MORE: NextPage = { kind: 'more' };

/** Base64, base64url and what is like them: a text of these alone that begins with a slash and is no path of the endpoint. */
const TOKEN = /^(?:[\w+/=.~!*,;:@$|()-]|%[\da-f]{2})+$/i;
/** Steps are what paths have. */
const STEP = /(?:^|\/)\.{1,2}(?:\/|$)/;
/** How OData calls a token, whatever the endpoint's own parameter is. */
const ODATA_TOKEN = '$skiptoken';

/**
 * Reads what an upstream calls a link to the next page: an opaque percent-encoded token, a relative path, an absolute URL, or
 * nothing. The link itself is never followed: only the endpoint's own paging parameter is taken from it.
 */
export function readNextLink(link: unknown, target: LinkTarget): NextPage {
  if (link === undefined || link === null) return NONE;
  if (typeof link !== 'string') return bad('is not text');
  if (link.trim() === '') return NONE;
  if (/[\s\p{Cc}]/u.test(link)) return bad('holds white space or control characters');
  if (/^[/\\]{2}|^[a-z][a-z0-9+.-]*:/i.test(link)) return readAbsolute(link, target);
  if (/^[/\\]|\?/.test(link)) return readRelative(link, target);
  return readToken(link, target);
}

function readAbsolute(link: string, target: LinkTarget): NextPage {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url?.origin !== target.url.origin || url.username !== '' || url.password !== '') {
    return bad('leads to another host');
  }
  if (plain(url.pathname) !== plain(target.url.pathname)) return bad('leads to another path');
  return readQuery(url.search.slice(1), target);
}

/** Some links lack the product's prefix: `/jobs?…` for `/backup/m365/jobs`. One base64 token in 64 begins as a path does. */
function readRelative(link: string, target: LinkTarget): NextPage {
  const [path = '', ...query] = link.split('?');
  const isTail = path === '' || path === '/' || plain(target.url.pathname).endsWith(`/${plain(path).replace(/^\//, '')}`);
  if (isTail) return readQuery(query.join('?'), target);
  return query.length === 0 && TOKEN.test(link) && !STEP.test(link) ? readToken(link, target) : bad('leads to another path');
}

function readToken(link: string, { tokenParameter }: LinkTarget): NextPage {
  return tokenParameter === null ? MORE : { kind: 'token', token: decodeOnce(link) };
}

/** A path in whatever case, with a slash at its end or without. */
function plain(path: string): string {
  return path.toLowerCase().replace(/\/$/, '');
}

function readQuery(query: string, target: LinkTarget): NextPage {
  const parameters = new Map<string, string>();
  for (const pair of query.replace(/#.*$/, '').split('&')) {
    const [name = '', ...value] = pair.split('=');
    parameters.set(decodeOnce(name).toLowerCase(), value.join('='));
  }
  const token = target.tokenParameter === null ? undefined : parameters.get(target.tokenParameter.toLowerCase()) || parameters.get(ODATA_TOKEN);
  if (token) return { kind: 'token', token: decodeOnce(token) };
  const number = parameters.get(target.numberParameter.toLowerCase());
  if (number !== undefined && /^\d{1,9}$/.test(number)) return { kind: 'number', number: Number(number) };
  return target.tokenParameter === null ? MORE : bad('names no page');
}

/** Percent-decodes by the URL rules, where `+` is a plus. What was never encoded stays as it is. */
function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function bad(reason: string): NextPage {
  return { kind: 'bad', reason };
}
