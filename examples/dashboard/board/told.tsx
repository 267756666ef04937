import type { Phrase } from './phrases';

/** A phrase with the mark of its kind. */
export function Told({ phrase: { text, kind } }: { readonly phrase: Phrase }) {
  return (
    <span className={kind === 'unknown' ? 'unread' : undefined} data-kind={kind}>
      {text}
    </span>
  );
}
