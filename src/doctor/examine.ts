import type { Config } from '../config.js';
import type { ConfiguredTenant } from '../config/tenant.js';
import { type ConnectedTenant, type Connections, connectTenants, graphUrlOf } from '../connect.js';
import type { Source } from '../sources/source.js';
import { checkAccess, describeLead, warnOfWriting, type Access } from './access.js';
import { createAsker, type Asker } from './asker.js';
import { finding, type Diagnosis, type Finding, type SourceFindings } from './finding.js';
import { checkCodes, checkLookback, checkOrder, checkPageNumbers } from './habits.js';
import { checkHistory } from './history.js';
import { explainNotFound } from './not-found.js';
import { checkPageSize } from './page-size.js';
import { checkTimeFilter } from './time-filter.js';
import { watchHttp } from './watched-http.js';
import { checkIssuer, checkProxies } from './ways.js';

/** One to be let in, seven for sizes, two for page numbers, eighteen for windows, seven for the history; the rest is for attempts that are repeated. */
const MOST_CALLS_A_SOURCE = 48;
const WORST_LEAD_MS = 300_000;
const SOON_MS = 30 * 86_400_000;

interface Patient {
  readonly source: Source;
  readonly asker: Asker;
  readonly graphHost: string;
  readonly access: Access;
}

/** Looks at everything that is configured of one tenant, and makes no more calls than it says. */
export async function examine(config: Config, tenant: ConfiguredTenant, connections: Connections): Promise<Diagnosis> {
  const configured = config.sources.filter((source) => source.tenant === tenant.key);
  const mostCalls = MOST_CALLS_A_SOURCE * configured.length + (config.access.tokens === null ? 0 : 1);
  const http = watchHttp(connections.http, mostCalls);
  const [connected] = connectTenants({ tenants: [tenant], sources: configured }, { ...connections, http });
  const { credentials, tokens, sources } = connected as ConnectedTenant;
  const graphUrls = configured.map(({ baseUrl }) => graphUrlOf(baseUrl, connections));

  const patients = await Promise.all(
    sources.map(async (source, index): Promise<Patient> => {
      const asker = createAsker(source);
      const graphUrl = graphUrls[index] as URL;
      const access = await checkAccess(source, asker, { tokens, credentials, clockLeads: http.clockLeads, graphUrl, proxyOf: http.proxyOf });
      return { source, asker, graphHost: graphUrl.host, access };
    }),
  );
  const examined = await Promise.all(
    patients.map(async (patient): Promise<SourceFindings> => ({ source: patient.source.id, endpoint: patient.source.label, findings: await examineOne(patient, patients) })),
  );
  const targets = [credentials.identityUrl, ...graphUrls, ...(config.access.tokens === null ? [] : [config.access.tokens.jwksUrl])];
  const findings = [...checkProxies(targets, http), ...checkClocks(http.clockLeads), ...checkExpiry(tenant), ...(await checkIssuer(config, http)), ...(await lookAtStore(config))];
  return {
    isWell: ![...findings, ...examined.flatMap((one) => one.findings)].some(({ state }) => state === 'wrong'),
    isSimulated: connections.simulator !== null,
    identity: credentials.identityUrl.host,
    findings,
    sources: examined,
    calls: http.calls,
    mostCalls,
  };
}

async function examineOne({ source, asker, graphHost, access }: Patient, patients: readonly Patient[]): Promise<readonly Finding[]> {
  if (access.kind === 'closed') return access.findings;
  if (access.kind === 'not-found') {
    const there = patients.filter((other) => other.graphHost === graphHost);
    const notFound = there.filter((other) => other.access.kind === 'not-found').length;
    return explainNotFound({ host: graphHost, region: source.node.region, notFound, known: there.filter(isKnownThere).length });
  }
  const size = await checkPageSize(source, asker, access.page);
  const rows = size.rows.length > 0 ? size.rows : access.page.rows;
  return [
    ...checkLetIn(source, graphHost, rows.length > 0),
    await checkTimeFilter(source, asker, rows, size.size),
    ...checkLookback(source),
    size.finding,
    checkOrder(rows),
    ...(await checkPageNumbers(source, asker, size.days)),
    await checkHistory(source, asker, rows),
    ...checkCodes(rows),
  ];
}

/** Nobody else waits for the store's client to be loaded. */
async function lookAtStore(config: Config): Promise<Finding[]> {
  return config.sharedMemory === null ? [] : (await import('./store.js')).checkStore(config);
}

function isKnownThere({ access }: Patient): boolean {
  return access.kind === 'open' || (access.kind === 'closed' && access.isKnown);
}

function checkLetIn(source: Source, graphHost: string, hasJobs: boolean): Finding[] {
  const dataCentre = hasJobs
    ? finding('data centre', 'ok', `${graphHost} has jobs of this tenant.`)
    : finding('data centre', 'unknown', `${graphHost} answers, without a single job in a year. That is right for a product that has not run yet; else compare AVEPOINT_REGION (${source.node.region}) with the portal's.`);
  return [
    finding('token', 'ok', 'The identity service gave one.'),
    finding('permission', 'ok', `${source.endpoint.scope} is granted.${warnOfWriting(source.endpoint.scope)}`),
    dataCentre,
    finding('product', 'ok', 'The endpoint answers with a page of jobs.'),
  ];
}

function checkClocks(leads: ReadonlyMap<string, number>): Finding[] {
  if (leads.size === 0) return [finding('clock', 'unknown', 'Nobody answered with a date to compare with.')];
  return [...leads].map(([host, lead]) => {
    if (Math.abs(lead) <= WORST_LEAD_MS) return finding('clock', 'ok', `Agrees with ${host} within ${Math.ceil(Math.abs(lead) / 1000)} s.`);
    return finding('clock', 'wrong', `By the answers of ${host}, ${describeLead(lead)} theirs: windows such as "the last 24 hours" are off by that, and signed assertions are refused. Set the clock (NTP).`);
  });
}

function checkExpiry({ credentials }: ConfiguredTenant): Finding[] {
  if (credentials === null || !('certificate' in credentials)) return [];
  const { validTo } = credentials.certificate;
  const isSoon = validTo.getTime() - Date.now() < SOON_MS;
  return [finding('certificate', isSoon ? 'advice' : 'ok', `Valid until ${validTo.toISOString().slice(0, 10)}.${isSoon ? ' Make the next one and register it beside this one now.' : ''}`)];
}
