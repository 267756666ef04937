import type { ProductSwitches } from '../../switches.js';

/** By the code of the `jobState` filter: what the pages call a state, and what the vendor's specification does. */
const states: Readonly<Record<number, { readonly label: string; readonly name: string }>> = {
  1: { label: 'In Progress', name: 'InProgress' },
  2: { label: 'Finished', name: 'Finished' },
  3: { label: 'Failed', name: 'Failed' },
  4: { label: 'Finished with Exception', name: 'FinishedException' },
  5: { label: 'Partially Finished', name: 'PartiallyFinished' },
};

/** No page publishes these texts but `Finished`. A code without one is a state that nobody has heard of. */
export function stateText(code: number, style: ProductSwitches['stateTexts']): string {
  return style === 'code' ? String(code) : (states[code]?.[style] ?? `Suspended ${code}`);
}
