import { fieldsOf, isBlank, isObject, pick, type Fields, type Names } from './record.js';

/** A page of records, whatever it came wrapped in. */
export interface Envelope {
  readonly records: readonly unknown[];
  readonly total: number | null;
  readonly nextLink: unknown;
}

/** An error that came with HTTP status 200. */
export interface EnvelopeFailure {
  /** The status that the envelope carries; null where it carries none. */
  readonly status: number | null;
  readonly requestId: string | null;
  readonly traceId: string | null;
}

export type EnvelopeReading =
  | { readonly kind: 'page'; readonly envelope: Envelope }
  | { readonly kind: 'failure'; readonly failure: EnvelopeFailure }
  | { readonly kind: 'unreadable' };

const RECORDS = ['jobs', 'value', 'result', 'data'];
const TOTALS = ['totalCount', 'totalNumber'];
const STATUSES = ['statusCode', 'status'];
const ERRORS = ['errorModel', 'error'];

/**
 * Every dialect's envelope. Records stand at `jobs` (Google, IaaS + PaaS, older Microsoft 365), `Value` (older Google), `data`
 * (Microsoft 365) or `data.jobs` (Salesforce); total and link stand beside the records, in `metadata`, or at the top.
 */
export function readEnvelope(body: unknown): EnvelopeReading {
  if (!isObject(body)) return { kind: 'unreadable' };
  const top = fieldsOf(body);
  const failure = readFailure(top);
  if (failure !== null) return { kind: 'failure', failure };

  const outer = pick(top, RECORDS);
  const beside = isObject(outer) ? fieldsOf(outer) : top;
  const records = isObject(outer) ? pick(beside, RECORDS) : outer;
  const levels = [beside, fieldsOf(pick(top, 'metadata')), top];
  const total = readTotal(firstOf(levels, TOTALS));
  const isEmpty = records === null || (records === undefined && total === 0);
  if (!isEmpty && !Array.isArray(records)) return { kind: 'unreadable' };
  return { kind: 'page', envelope: { records: Array.isArray(records) ? records : [], total, nextLink: firstOf(levels, 'nextLink') } };
}

/** The envelope of one record, which stands at `data` (Microsoft 365). */
export function readDetail(body: unknown): EnvelopeReading {
  if (!isObject(body)) return { kind: 'unreadable' };
  const top = fieldsOf(body);
  const failure = readFailure(top);
  if (failure !== null) return { kind: 'failure', failure };
  const record = pick(top, 'data');
  if (!isBlank(record) && !isObject(record)) return { kind: 'unreadable' };
  return { kind: 'page', envelope: { records: isObject(record) ? [record] : [], total: null, nextLink: null } };
}

/** The status that an envelope with a `statusCode` repeats (Microsoft 365); null for any other body, that of a proxy among them. */
export function readStatusCode(body: unknown): number | null {
  return isObject(body) ? readTotal(pick(fieldsOf(body), 'statusCode')) : null;
}

function firstOf(levels: readonly Fields[], names: Names): unknown {
  for (const level of levels) {
    const value = pick(level, names);
    if (value !== undefined) return value;
  }
  return undefined;
}

function readTotal(value: unknown): number | null {
  const total = isBlank(value) ? Number.NaN : Number(value);
  return Number.isSafeInteger(total) && total >= 0 ? total : null;
}

/** `statusCode` (Microsoft 365, Salesforce) and `status` (Google) repeat the HTTP status; the rest is filled on errors only. */
function readFailure(top: Fields): EnvelopeFailure | null {
  const status = readTotal(pick(top, STATUSES));
  const isBadStatus = status !== null && (status < 200 || status > 299);
  const hasError = ['errors', 'error', 'errorModel'].some((name) => !isEmptyError(pick(top, name)));
  if (!isBadStatus && !hasError) return null;
  return { status: isBadStatus ? status : null, ...readIds(top) };
}

/** IaaS + PaaS counts `errorModel` among the elements of an answer, and ids and a date among its own. */
const PRESENT_ANYWAY = ['requestid', 'traceid', 'date'];

function isEmptyError(value: unknown): boolean {
  if (!isObject(value)) return isEmptyValue(value);
  return Object.entries(value).every(([name, part]) => PRESENT_ANYWAY.includes(name.toLowerCase()) || isEmptyValue(part));
}

function isEmptyValue(value: unknown): boolean {
  if (isBlank(value) || value === false || value === 0) return true;
  return typeof value === 'object' && value !== null && Object.values(value).every(isEmptyValue);
}

/** The ids that a support case needs, wherever an error body has them. */
export function readIds(top: Fields): { readonly requestId: string | null; readonly traceId: string | null } {
  const model = pick(top, ERRORS);
  const levels = [top, fieldsOf(model)];
  return { requestId: readId(firstOf(levels, 'requestId')), traceId: readId(firstOf(levels, 'traceId')) };
}

/** Ids come from outside and are shown: only what looks like one passes. */
export function readId(value: unknown): string | null {
  return typeof value === 'string' && /^[\w.:|-]{1,128}$/.test(value) ? value : null;
}
