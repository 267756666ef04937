import type { z } from 'zod';

import type { Limits } from '../limits/limits.js';
import { wholeNumber } from './values.js';

export const LimitSettings = {
  LIMIT_TOKENS: wholeNumber(1, 100_000).default(1000),
  LIMIT_BODY_KB: wholeNumber(1, 10_240).default(100),
  LIMIT_DEPTH: wholeNumber(1, 100).default(10),
  LIMIT_ALIASES: wholeNumber(0, 10_000).default(50),
  LIMIT_SELECTIONS: wholeNumber(1, 1_000_000).default(1000),
  LIMIT_COST: wholeNumber(1, 1_000_000).optional(),
  LIMIT_ROWS: wholeNumber(1, 1_000_000).default(4000),
  LIMIT_COST_PER_MINUTE: wholeNumber(1, 10_000_000).default(3000),
  LIMIT_OPERATIONS: wholeNumber(1, 10_000).default(100),
  LIMIT_REQUEST_SECONDS: wholeNumber(1, 300).default(15),
  LIMIT_SEND_SECONDS: wholeNumber(1, 300).default(30),
};

type Settings = z.infer<z.ZodObject<typeof LimitSettings>>;

/** Whatever an operation may call has to fit, with some values beside. */
const LEAST_COST = 1000;
const VALUES_BESIDE = 600;

/** `budgets`: upstream calls that one operation may make, counting included. */
export function limitsOf(settings: Settings, budgets: number): Limits {
  return {
    tokens: settings.LIMIT_TOKENS,
    bodyBytes: settings.LIMIT_BODY_KB * 1024,
    depth: settings.LIMIT_DEPTH,
    aliases: settings.LIMIT_ALIASES,
    selections: settings.LIMIT_SELECTIONS,
    cost: settings.LIMIT_COST ?? Math.max(LEAST_COST, budgets + VALUES_BESIDE),
    rows: settings.LIMIT_ROWS,
    costPerMinute: settings.LIMIT_COST_PER_MINUTE,
    operations: settings.LIMIT_OPERATIONS,
    requestMs: settings.LIMIT_REQUEST_SECONDS * 1000,
    sendMs: settings.LIMIT_SEND_SECONDS * 1000,
  };
}
