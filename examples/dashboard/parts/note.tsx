import type { ReactNode } from 'react';

interface NoteProps {
  readonly kind: 'failure' | 'missing' | 'plain';
  readonly action?: { readonly name: string; run(): void };
  readonly children: ReactNode;
}

export function Note({ kind, action, children }: NoteProps) {
  return (
    <div className="note" data-kind={kind} role={kind === 'failure' ? 'alert' : undefined}>
      <p>{children}</p>
      {action !== undefined && (
        <button type="button" onClick={() => action.run()}>
          {action.name}
        </button>
      )}
    </div>
  );
}
