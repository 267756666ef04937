import { useEffect, useRef, type FormEvent } from 'react';

interface SearchProps {
  readonly label: string;
  readonly value: string;
}

/** A text that is searched for when its form is sent, and not with every key. */
export function Search({ label, value }: SearchProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current !== null) input.current.value = value;
  }, [value]);
  return (
    <label>
      {label}
      <input ref={input} name="search" type="search" spellCheck={false} enterKeyHint="search" />
    </label>
  );
}

/** What was typed, from the form as it is sent. */
export function searchedIn(event: FormEvent<HTMLFormElement>): string {
  event.preventDefault();
  const text = new FormData(event.currentTarget).get('search');
  return typeof text === 'string' ? text.trim() : '';
}
