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
  return target.tokenParameter === null ? MORE : { kind: 'token', token: decodeOnce(link) };
}

function readAbsolute(link: string, target: LinkTarget): NextPage {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url?.origin !== target.url.origin || url.username !== '' || url.password !== '') {
    return bad('leads to another host');
  }
  if (url.pathname !== target.url.pathname) return bad('leads to another path');
  return readQuery(url.search.slice(1), target);
}

/** Some links lack the product's prefix: `/jobs?…` for `/backup/m365/jobs`. */
function readRelative(link: string, target: LinkTarget): NextPage {
  const queryAt = link.indexOf('?');
  const path = (queryAt === -1 ? link : link.slice(0, queryAt)).replace(/^\//, '');
  const isTail = path === '' || target.url.pathname.endsWith(`/${path}`);
  if (!isTail) return bad('leads to another path');
  return readQuery(queryAt === -1 ? '' : link.slice(queryAt + 1), target);
}

function readQuery(query: string, target: LinkTarget): NextPage {
  const parameters = new Map<string, string>();
  for (const pair of query.replace(/#.*$/, '').split('&')) {
    const [name = '', ...value] = pair.split('=');
    parameters.set(decodeOnce(name).toLowerCase(), value.join('='));
  }
  const token = target.tokenParameter === null ? undefined : parameters.get(target.tokenParameter.toLowerCase());
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
