import { Counter, type Registry } from 'prom-client';

import type { Context } from '../context.js';

type Spent = Pick<Context, 'budget' | 'readings'>;

/** What operations, and the readings made for metrics themselves, ran out of and read. */
export function countSpending(registry: Registry): (spent: Spent) => void {
  const overBudget = new Counter({
    name: 'avepoint_jobs_operations_over_budget_total',
    help: 'Operations that wanted more upstream calls, or more time for them, than they have.',
    registers: [registry],
  });
  const outcomes = new Counter({
    name: 'avepoint_jobs_readings_total',
    help: 'Sources read to count their jobs, by outcome: OK, PARTIAL (not read to the end), FAILED.',
    labelNames: ['outcome'],
    registers: [registry],
  });
  for (const outcome of ['OK', 'PARTIAL', 'FAILED']) outcomes.inc({ outcome }, 0);
  return ({ budget, readings }) => {
    if (budget.isOverdrawn || readings.budget.isOverdrawn) overBudget.inc();
    for (const outcome of readings.outcomes) outcomes.inc({ outcome });
  };
}
