import { useId, type FormEvent } from 'react';

interface SignInProps {
  readonly wasGiven: boolean;
  onToken(token: string): void;
}

/** The token stays in memory: it is gone with the page. */
export function SignIn({ wasGiven, onToken }: SignInProps) {
  const id = useId();
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const token = new FormData(event.currentTarget).get('token');
    if (typeof token === 'string' && token.trim() !== '') onToken(token.trim());
  }
  return (
    <main className="sign-in">
      <form onSubmit={submit}>
        <h1>Sign in</h1>
        <p role="alert">{wasGiven ? 'The server did not take this token.' : 'The server wants to know who asks.'}</p>
        <label htmlFor={id}>Paste a bearer token</label>
        <input id={id} name="token" type="password" autoComplete="off" spellCheck={false} required autoFocus />
        <button type="submit">Sign in</button>
        <p className="quiet">It is kept in the memory of this page only.</p>
      </form>
    </main>
  );
}
