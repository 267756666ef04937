import type { ReactNode } from 'react';
import { formatClock } from './formats';
import { Views } from './parts/views';
import { TenantPicker } from './tenants/tenant-picker';

interface Props {
  readonly title: string;
  /** What the page says in one sentence. */
  readonly children: ReactNode;
  /** When it was read; null before. */
  readonly readAt: string | null;
  readonly isAsking: boolean;
  readonly onRefresh: () => void;
}

/** What every page begins with. */
export function Masthead({ title, children, readAt, isAsking, onRefresh }: Props) {
  return (
    <header className="masthead">
      <div>
        <Views />
        <h1>{title}</h1>
        {children}
      </div>
      <div className="actions">
        {readAt !== null && <span className="quiet">As of {formatClock(readAt)}</span>}
        <TenantPicker />
        <button type="button" onClick={onRefresh} aria-busy={isAsking}>
          Refresh
        </button>
        <a href="../">Playground</a>
      </div>
    </header>
  );
}
