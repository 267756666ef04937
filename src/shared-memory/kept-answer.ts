import type { Order } from '../paging/moments.js';
import type { Vault } from './vault.js';

/** An answer as it came; decoding stays in each process. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface KeptAnswer {
  readonly answer: Answer;
  /** By the wall clock of whoever read it. */
  readonly observedAt: Date;
  readonly order: Order;
}

const NEW_LINE = 0x0a;
const SPACE = 0x20;

export function sealAnswer(vault: Vault, name: string, { answer, observedAt, order }: KeptAnswer): Buffer {
  const { status, headers, text } = answer;
  const facts = [order.asked, observedAt.getTime(), status, String(headers['content-type'] ?? '')];
  return vault.seal(name, Buffer.from(`${JSON.stringify(facts)}\n${text}`));
}

/** `kept`: its number and what was sealed. Null for anything else. */
export function openAnswer(vault: Vault, name: string, kept: Uint8Array): KeptAnswer | null {
  const space = kept.indexOf(SPACE);
  const answered = space < 1 ? Number.NaN : Number(Buffer.from(kept.subarray(0, space)).toString('latin1'));
  const opened = vault.open(name, kept.subarray(space + 1));
  if (opened === null || !Number.isSafeInteger(answered)) return null;
  const line = opened.indexOf(NEW_LINE);
  const [asked, observedAt, status, contentType] = JSON.parse(opened.toString('utf8', 0, line)) as [number, number, number, string];
  if (asked >= answered) return null;
  const headers = contentType === '' ? {} : { 'content-type': contentType };
  return { answer: { status, headers, text: opened.toString('utf8', line + 1) }, observedAt: new Date(observedAt), order: { asked, answered } };
}
