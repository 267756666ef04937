import { errorNode, SourceError } from '../errors.js';
import type { AvePointEnvironment, JobSource } from '../generated/types.js';
import type { Place } from '../paging/page.js';
import type { TimeFilter } from '../planning/bounds.js';
import { lookbackOf } from '../planning/lookback.js';
import type { PlannableSource, Stream } from '../planning/plan.js';
import { capabilitiesOf, products, type Endpoint } from '../products/index.js';
import type { SharedGuard } from '../shared-memory/throttle.js';
import type { ApiClient } from '../upstream/client.js';
import { createGuard, type Guard, type Sending } from '../upstream/guard.js';
import { createHealthTracker } from '../upstream/health.js';
import { pathPart, queryText } from './address.js';
import { decodeAnswer, EMPTY_LIST, NOTHING, type Answered, type Asked, type SizedPage } from './decode-answer.js';
import { followCalls, watchNothing, type WatchCall } from './follow-calls.js';
import type { LargerPages } from './larger-pages.js';
import { createLongestRun, type LongestRun } from './longest-run.js';
import type { Given, Reading } from './reading.js';
import { createStateChanges } from './state-changes.js';
import type { Tenant } from './tenant.js';

/** What the configuration says of a source. */
export interface SourceSettings {
  readonly tenant: Tenant;
  readonly region: string;
  readonly environment: AvePointEnvironment;
  readonly product: keyof typeof products;
  readonly endpoint: string;
  readonly baseUrl: URL;
  readonly isSimulated: boolean;
  readonly timeFilter: TimeFilter;
  readonly lookbackMs: number;
  readonly pageSize: number;
  /** Where a job is looked up beside the default, in Multi-Geo tenants. */
  readonly locations: readonly string[];
  /** Who asks: the identity service and the id there. */
  readonly client: readonly string[];
}

/** A source that can be planned, read and shown. */
export interface Source extends PlannableSource {
  readonly tenant: Tenant;
  readonly endpoint: Endpoint;
  /** As the schema shows it. */
  readonly node: JobSource;
  readonly locations: readonly string[];
  /** What tells it from sources that are called alike elsewhere. */
  readonly installation: readonly string[];
  /** The lookback grows with it. */
  readonly longestRun: LongestRun;
  readonly largerPages: LargerPages;
  /** Whether it has answered in full so lately. */
  hasAnsweredWithin(ms: number): boolean;
  /** Why it is left alone now; null where it is not. */
  restsBecause(): Guard['cause'];
  readPage(stream: Stream<Source>, place: Place, reading: Reading): Promise<SizedPage>;
  /** The job as a page of its own, empty where there is none. Absent where the endpoint cannot be asked for one job, or not for this id. */
  detailOf(jobId: string): ((location: string | null, reading: Reading) => Promise<SizedPage>) | null;
}

interface Ask extends Asked {
  readonly url: URL;
  readonly query: string;
  readonly body?: string;
  /** Whether a refusal says that there is no such page. */
  readonly isGuess?: boolean;
}

export function createSource(settings: SourceSettings, call: ApiClient, watchCall: WatchCall = watchNothing, shared: SharedGuard | null = null): Source {
  const { tenant, region, environment, product, baseUrl, isSimulated, timeFilter, lookbackMs: leastLookbackMs, pageSize, locations, client } = settings;
  const { name, title, filterField, endpoints } = products[product];
  const endpoint = endpoints.find((candidate) => candidate.name === settings.endpoint) ?? endpoints[0];
  const id = `${tenant.key}/${region}/${name}`;
  const label = `${endpoint.method} ${endpoint.path}`;
  const url = new URL(baseUrl.pathname.replace(/\/+$/, '') + endpoint.path, baseUrl);
  const link = { url, tokenParameter: endpoint.tokenParameter, numberParameter: endpoint.numberParameter };
  let answeredAt = Number.NEGATIVE_INFINITY;
  const guard = createGuard(label, shared);
  const health = createHealthTracker();
  const changes = createStateChanges(id, health);
  const longestRun = createLongestRun();
  const node: JobSource = {
    __typename: 'JobSource',
    id,
    tenant: tenant.key,
    region,
    environment,
    product,
    displayName: `${tenant.displayName} · ${title}`,
    tenantName: tenant.displayName,
    endpoint: label,
    isSimulated,
    capabilities: capabilitiesOf(endpoint),
    get health() {
      const { lastError, ...seen } = health.read();
      return { __typename: 'JobSourceHealth' as const, ...seen, lastError: lastError === null ? null : errorNode(lastError), retryAt: guard.retryAt };
    },
  };
  const subject = { node, link, label, scope: endpoint.scope, region };

  function requestPage({ parameters, search, bounds, pageSize }: Stream<Source>, place: Place): Ask {
    const { query = {}, body } = endpoint.request({ parameters, search, bounds, place, pageSize });
    return { url, query: queryText(query), parameters, decode: endpoint.decode, ofNoContent: EMPTY_LIST, isGuess: place.isGuess === true, ...(body !== undefined && { body }) };
  }

  async function send(ask: Ask, { caller, signal, patience, order, onCall, onAnswer, onPage }: Reading, sending: Sending): Promise<SizedPage> {
    const { url, query, body } = ask;
    const askedAt = performance.now();
    const answer = await call({
      method: endpoint.method,
      url,
      query,
      ...(body !== undefined && { body }),
      scope: endpoint.scope,
      lane: id,
      caller,
      signal,
      patience,
      admit: sending.admit,
      onCall() {
        sending.check();
        onCall();
      },
      onAnswer,
      onRefused: sending.refused,
    });
    const answered = { answer, observedAt: new Date(), read: { askedAt, answeredAt: performance.now(), order } };
    try {
      const page = open(ask, answered);
      onPage?.(answered);
      return page;
    } catch (failure) {
      if (ask.isGuess === true && isNoPage(failure)) return NOTHING;
      throw failure;
    }
  }

  function open(asked: Asked, answered: Answered): SizedPage {
    const page = decodeAnswer({ asked, answered, subject });
    longestRun.note(page.page.rows);
    source.lookbackMs = lookbackOf(leastLookbackMs, longestRun.milliseconds);
    return page;
  }

  /** When it was asked for tells its order alone. */
  function openGiven(asked: Asked, { answer, observedAt, ageMs, order }: Given): SizedPage {
    const now = performance.now();
    const page = open(asked, { answer, observedAt, read: { askedAt: Number.NEGATIVE_INFINITY, answeredAt: now, order } });
    if (page !== NOTHING) answeredAt = Math.max(answeredAt, now - ageMs);
    return page;
  }

  /** Keeps the health up to date. That there is no such job, or no further page, says nothing of the source. */
  async function watch(answer: Promise<SizedPage>): Promise<SizedPage> {
    try {
      const page = await answer;
      if (page === NOTHING) return page;
      health.succeeded();
      answeredAt = performance.now();
      return page;
    } catch (failure) {
      if (failure instanceof SourceError) health.failed(failure);
      throw failure;
    }
  }

  /** All attempts of a read, and what has become of the source. */
  async function read(ask: Ask, reading: Reading, route: string): Promise<SizedPage> {
    if (reading.given !== undefined) return openGiven(ask, reading.given);
    const follow = followCalls(watchCall, { sourceId: id, method: endpoint.method, url, route });
    try {
      const page = await guard.run((signal, sending) => watch(follow({ ...reading, signal }, (own) => send(ask, own, sending))), reading.signal, reading.endsAt, reading.patience);
      if (page !== NOTHING) changes.succeeded(reading.onStateChange);
      return page;
    } catch (failure) {
      changes.failed(failure, reading.onStateChange);
      throw failure;
    }
  }

  // A plain object: requests make copies of it.
  const source: Source & { lookbackMs: number } = {
    id,
    tenant,
    label,
    timeFilter,
    lookbackMs: leastLookbackMs,
    leastLookbackMs,
    longestRun,
    largerPages: { areTaken: null, asked: null },
    pageSize,
    filterField,
    endpoint,
    node,
    locations,
    installation: [baseUrl.href, ...client],
    hasAnsweredWithin: (ms) => performance.now() - answeredAt < ms,
    restsBecause: () => guard.cause,
    readPage: (stream, place, reading) => read(requestPage(stream, place), reading, endpoint.path),
    detailOf(jobId) {
      const { detail } = endpoint;
      const part = pathPart(jobId);
      if (detail === undefined || part === null) return null;
      return (location, reading) => {
        const ask = {
          url: new URL(`${url.pathname}/${part}`, url),
          query: queryText(detail.query(location)),
          parameters: location === null ? {} : { location },
          decode: detail.decode,
          saysNoJob: (status: number, json: unknown) => saysNoJob(status, detail.readStatus(json), jobId),
        };
        return read(ask, reading, `${endpoint.path}/{jobId}`);
      };
    },
  };
  return source;
}

/** What a list answers for a page beyond its last, where nothing promised one. */
function isNoPage(failure: unknown): boolean {
  return failure instanceof SourceError && (failure.httpStatus === 404 || failure.httpStatus === 400);
}

/** 404 for a job that there is not, 400 for an id that none could have; in the endpoint's own envelope, since a proxy says both of anything. */
function saysNoJob(status: number, own: number | null, jobId: string): boolean {
  const isOwn = status === own || (status >= 200 && status < 300);
  return isOwn && (own === 404 || (own === 400 && !/^[\w-]+$/.test(jobId)));
}
