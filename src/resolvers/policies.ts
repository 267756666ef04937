import type { Context } from '../context.js';
import { BadUserInputError } from '../errors.js';
import { demandOfReading } from '../counting/demand.js';
import type { CountRequest } from '../counting/count-request.js';
import type { BackupProduct } from '../generated/types.js';
import { demandOf, ROW_WORK, type Demand } from '../listing/demand.js';
import type { ListField } from '../listing/jobs-request.js';
import { digestRequestOf } from './failure-digest.js';
import { longestRequestOf } from './longest.js';
import { requestOf } from './jobs-request.js';
import type { Selected } from './selection.js';
import { statsRequestOf } from './stats.js';
import { checkTexts } from './text-lengths.js';
import { unusualRequestOf } from './unusual.js';
import { workloadsRequestOf } from './workloads.js';

/** What a field of `Query` asks of its caller, and may ask of upstreams. Every such field needs one. */
export interface FieldPolicy {
  /** `own`: it reads `context.sources`, which are the caller's, and nothing else. `schema`: it tells of the schema alone. */
  readonly access: 'own' | 'schema';
  /** Where it reads one product alone: without a right to that it is forbidden. */
  readonly product: BackupProduct | null;
  /** Checks the arguments; throws a `BadUserInputError` before anything runs. `key`: of the field in the answer. */
  demand(args: Readonly<Record<string, unknown>>, context: Context, key: string, selected: Selected): Demand;
}

export type FieldPolicies = Readonly<Record<string, FieldPolicy | undefined>>;

const MAX_IDS = 100;

/** What the configuration says of the caller's sources; there are no more tenants than these. */
const configured: FieldPolicy = { access: 'own', product: null, demand: (_args, { sources }) => ({ calls: 0, readingCalls: 0, rows: sources.length, work: 0 }) };

export function createPolicies(listFields: readonly ListField[]): FieldPolicies {
  const lists = listFields.map((field): [string, FieldPolicy] => [field.name, list(field)]);
  const policies: Readonly<Record<string, FieldPolicy>> = {
    ...Object.fromEntries(lists),
    jobSources: configured,
    jobTenants: configured,
    jobStats: counting((args, context, key, selected) => {
      const { plans, groups, first } = statsRequestOf(args, context, key, selected);
      return { plans, first: Math.min(groups, first) };
    }),
    jobFailureDigest: counting(digestRequestOf),
    longestJobs: counting(longestRequestOf),
    unusualJobs: counting((args, context, key) => {
      const { parts, first } = unusualRequestOf(args, context, key);
      return { plans: parts.map(({ runs }) => runs.plan), first };
    }),
    jobWorkloads: counting(workloadsRequestOf),
    job: lookup('id'),
    jobsById: lookup('ids'),
    findJobs: lookup('jobId'),
    node: lookup('id'),
    nodes: lookup('ids'),
    _service: { access: 'schema', product: null, demand: () => ({ calls: 0, readingCalls: 0, rows: 0, work: 0 }) },
  };
  return {
    ...Object.fromEntries(Object.entries(policies).map(([field, policy]) => [field, withTextsChecked(policy)])),
    // A gateway sends as many as its page has jobs, and one that cannot be costs the others nothing.
    _entities: lookup('representations', Number.POSITIVE_INFINITY),
  };
}

function withTextsChecked(policy: FieldPolicy): FieldPolicy {
  return {
    ...policy,
    demand(args, context, key, selected) {
      checkTexts(args);
      return policy.demand(args, context, key, selected);
    },
  };
}

function list(field: ListField): FieldPolicy {
  return {
    access: 'own',
    product: field.product,
    demand: (args, context, key, selected) => demandOf(requestOf(field, args, context, key, selected), context),
  };
}

/** `read`: what is read for it, and how many rows it has at most. */
function counting(read: (args: Readonly<Record<string, unknown>>, context: Context, key: string, selected: Selected) => Pick<CountRequest, 'plans' | 'first'>): FieldPolicy {
  return {
    access: 'own',
    product: null,
    demand(args, context, key, selected) {
      const { plans, first } = read(args, context, key, selected);
      return demandOfReading(plans, first, context);
    },
  };
}

/** Some products can only be scanned for an id, for as long as the budget lasts. */
function lookup(argument: string, most = MAX_IDS): FieldPolicy {
  return {
    access: 'own',
    product: null,
    demand(args, { budget }) {
      const rows = checkIds(args[argument], argument, most);
      return { calls: rows === 0 ? 0 : budget.calls, readingCalls: 0, rows, work: rows * ROW_WORK };
    },
  };
}

/** How many there are; more than an operation may look up is refused. */
function checkIds(ids: unknown, argument: string, most: number): number {
  const count = Array.isArray(ids) ? ids.length : 1;
  if (count > most) throw new BadUserInputError(argument, `\`${argument}\` takes at most ${most} ids.`);
  return count;
}
