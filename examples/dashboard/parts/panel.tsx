import { useId, type ReactNode } from 'react';

interface PanelProps {
  readonly name: string;
  readonly title: string;
  /** What the figures are about: the window, the basis, the moment. */
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

export function Panel({ name, title, hint, children }: PanelProps) {
  const id = useId();
  return (
    <section className={`panel ${name}`} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {hint !== undefined && <p className="quiet">{hint}</p>}
      </header>
      {children}
    </section>
  );
}
