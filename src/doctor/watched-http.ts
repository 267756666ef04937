import { BudgetSpentError } from '../errors.js';
import { clockLead } from '../upstream/clock.js';
import type { Http } from '../upstream/http.js';

/** Calls that are counted, bounded, and looked at for the clock of who answers. */
export interface WatchedHttp extends Http {
  readonly calls: number;
  /** How far this machine's clock is ahead of each host's that sent a date, milliseconds. */
  readonly clockLeads: ReadonlyMap<string, number>;
}

export function watchHttp(http: Http, mostCalls: number): WatchedHttp {
  const clockLeads = new Map<string, number>();
  let calls = 0;
  return {
    get calls() {
      return calls;
    },
    clockLeads,
    proxyOf: http.proxyOf,
    async send(request) {
      if (calls >= mostCalls) throw new BudgetSpentError();
      calls += 1;
      const answer = await http.send(request);
      const lead = clockLead(answer.headers['date'], Date.now());
      if (lead !== null) clockLeads.set(request.url.host, lead);
      return answer;
    },
    close: () => http.close(),
  };
}
