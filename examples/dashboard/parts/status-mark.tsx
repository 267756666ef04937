import type { JobStatus } from '../generated/graphql';
import { statusNames } from '../words';

interface StatusMarkProps {
  readonly status: JobStatus;
  /** The code as the upstream sent it, where ours says nothing. */
  readonly upstream?: { readonly code: string; readonly label: string | null };
}

/** Colour and word: never colour alone. */
export function StatusMark({ status, upstream }: StatusMarkProps) {
  const isUnknown = status === 'UNKNOWN' && upstream !== undefined;
  return (
    <span className="status" data-status={status}>
      {statusNames[status]}
      {isUnknown && (
        <>
          {' '}
          (<bdi>{upstream.label ?? upstream.code}</bdi>)
        </>
      )}
    </span>
  );
}
