/** What has to hold. */
export interface Target {
  readonly what: string;
  readonly measured: number;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Says of each whether it holds; on a machine with other work none of it means much. */
export function printTargets(targets: readonly Target[]): void {
  console.log('\nWhat has to hold');
  console.table(
    Object.fromEntries(
      targets.map(({ what, measured, atLeast, atMost }) => {
        const holds = measured >= (atLeast ?? Number.NEGATIVE_INFINITY) && measured <= (atMost ?? Number.POSITIVE_INFINITY);
        return [what, { measured: round(measured), target: atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`, holds: holds ? 'ok' : 'not' }];
      }),
    ),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
