import type { JobSource } from '../generated/types.js';
import { readNextLink, type LinkTarget } from '../paging/next-link.js';
import type { Page } from '../paging/page.js';
import type { JobRow, Warning } from '../planning/match.js';
import { readDetail, readEnvelope, type EnvelopeFailure, type EnvelopeReading } from './envelope.js';
import { createReader, pageFacts, type RecordReader } from './reader.js';

/** What is known of a page beside its body. */
export interface DecodeContext {
  readonly source: JobSource;
  readonly link: LinkTarget;
  readonly parameters: Readonly<Record<string, string>>;
  readonly observedAt: Date;
}

export interface JobPage extends Page<JobRow> {
  /** What is odd about the page as a whole. */
  readonly warnings: readonly Warning[];
}

export type PageReading =
  | { readonly kind: 'page'; readonly page: JobPage }
  | { readonly kind: 'failure'; readonly failure: EnvelopeFailure }
  | { readonly kind: 'unreadable' };

const WITHOUT_ID: Warning = { code: 'RECORD_WITHOUT_ID', message: 'A record without an id was left out.' };

/** Gives null for a record without an id. */
type DecodeJob = (reader: RecordReader, context: DecodeContext) => JobRow | null;

export function decodePage(body: unknown, context: DecodeContext, decodeJob: DecodeJob): PageReading {
  return decodeEnvelope(readEnvelope(body), context, decodeJob);
}

/** A page of the one job that was asked for. */
export function decodeDetail(body: unknown, context: DecodeContext, decodeJob: DecodeJob): PageReading {
  return decodeEnvelope(readDetail(body), context, decodeJob);
}

function decodeEnvelope(reading: EnvelopeReading, context: DecodeContext, decodeJob: DecodeJob): PageReading {
  if (reading.kind !== 'page') return reading;
  const { records, total, nextLink } = reading.envelope;
  const rows: JobRow[] = [];
  const warnings: Warning[] = [];
  const facts = pageFacts(context.observedAt);
  for (const record of records) {
    const row = decodeJob(createReader(record, facts), context);
    if (row === null) warnings.push(WITHOUT_ID);
    else rows.push(row);
  }
  return { kind: 'page', page: { rows, received: records.length, total, next: readNextLink(nextLink, context.link), warnings } };
}
