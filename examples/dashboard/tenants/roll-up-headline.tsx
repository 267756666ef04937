import { plural } from '../formats';
import type { TenantLine, TenantState } from './roll-up';

const bad: readonly TenantState[] = ['FAILING', 'STALE', 'LATE', 'PARTIAL'];

/** All tenants in one sentence. */
export function RollUpHeadline({ lines }: { readonly lines: readonly TenantLine[] }) {
  const troubled = lines.filter(({ state }) => bad.includes(state)).length;
  const unknown = lines.filter(({ state, missing }) => state === 'SILENT' || state === 'UNKNOWN' || missing.length > 0).length;
  return (
    <p className="headline">
      <strong data-status={troubled > 0 ? 'FAILED' : undefined}>{troubled === 0 ? 'None' : troubled}</strong> of {lines.length} {plural(lines.length, 'tenant')} {troubled > 1 ? 'are' : 'is'} known to need a look.{' '}
      {unknown > 0 && <strong>Not all is known of {unknown}.</strong>}
    </p>
  );
}
