import type { Context } from '../context.js';
import { BadUserInputError } from '../errors.js';
import { demandOfJobs, ROW_WORK } from './demand.js';
import { EVERY_PRODUCT } from './every-product.js';
import type { Selected } from './selection.js';
import { checkTexts } from './text-lengths.js';

/** What a field of `Query` asks of its caller, and may ask of upstreams. Every such field needs one. */
export interface FieldPolicy {
  /**
   * `own`: it reads `context.sources`, which are the caller's, and nothing else. `product`: so too, and without a right to its product
   * it is forbidden. `schema`: it tells of the schema alone.
   */
  readonly access: 'own' | 'product' | 'schema';
  /** Checks the arguments; throws a `BadUserInputError` before anything runs. */
  demand(args: Readonly<Record<string, unknown>>, context: Context, selected: Selected): Demand;
}

/** An upper bound of what one field takes. */
export interface Demand {
  /** Upstream calls, retries included. */
  readonly calls: number;
  /** Items in each list right below the field. */
  readonly rows: number;
  /** What this server does itself whether or not an upstream is called, in points of about a millisecond. */
  readonly work: number;
}

export type FieldPolicies = Readonly<Record<string, FieldPolicy | undefined>>;

const MAX_IDS = 100;

/** `connectionFields`: the fields that list jobs. */
export function createPolicies(connectionFields: readonly string[]): FieldPolicies {
  const lists = connectionFields.map((field): [string, FieldPolicy] => [field, { access: field === EVERY_PRODUCT ? 'own' : 'product', demand: demandOfJobs }]);
  const policies: Readonly<Record<string, FieldPolicy>> = {
    ...Object.fromEntries(lists),
    jobSources: { access: 'own', demand: (_args, { sources }) => ({ calls: 0, rows: sources.length, work: 0 }) },
    job: lookup('id'),
    jobsById: lookup('ids'),
    findJobs: lookup('jobId'),
    node: lookup('id'),
    nodes: lookup('ids'),
    _service: { access: 'schema', demand: () => ({ calls: 0, rows: 0, work: 0 }) },
  };
  return {
    ...Object.fromEntries(Object.entries(policies).map(([field, policy]) => [field, withTextsChecked(policy)])),
    // A gateway sends as many as its page has jobs, and one that cannot be costs the others nothing.
    _entities: lookup('representations', Number.POSITIVE_INFINITY),
  };
}

function withTextsChecked({ access, demand }: FieldPolicy): FieldPolicy {
  return {
    access,
    demand(args, context, selected) {
      checkTexts(args);
      return demand(args, context, selected);
    },
  };
}

/** Some products can only be scanned for an id, for as long as the budget lasts. */
function lookup(argument: string, most = MAX_IDS): FieldPolicy {
  return {
    access: 'own',
    demand(args, { budget }) {
      const rows = checkIds(args[argument], argument, most);
      return { calls: rows === 0 ? 0 : budget.calls, rows, work: rows * ROW_WORK };
    },
  };
}

/** How many there are; more than an operation may look up is refused. */
function checkIds(ids: unknown, argument: string, most: number): number {
  const count = Array.isArray(ids) ? ids.length : 1;
  if (count > most) throw new BadUserInputError(argument, `\`${argument}\` takes at most ${most} ids.`);
  return count;
}
