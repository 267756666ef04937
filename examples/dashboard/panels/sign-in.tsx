import type { FormEvent } from 'react';
import { credentialOf, type Credential } from '../credential';

interface SignInProps {
  /** What the server did not take. */
  readonly refused: Credential | null;
  onCredential(credential: Credential): void;
}

export function SignIn({ refused, onCredential }: SignInProps) {
  const isToken = refused?.[0] === 'authorization';
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [kind, secret] = [given.get('kind'), given.get('secret')];
    if (typeof kind === 'string' && typeof secret === 'string' && secret.trim() !== '') onCredential(credentialOf(kind, secret.trim()));
  }
  return (
    <main className="sign-in">
      <form onSubmit={submit}>
        <h1>Sign in</h1>
        <p role="alert">{refused !== null ? 'The server did not take this.' : 'The server wants to know who asks.'}</p>
        <fieldset>
          <legend>With</legend>
          <label>
            <input type="radio" name="kind" value="key" defaultChecked={!isToken} /> an API key
          </label>
          <label>
            <input type="radio" name="kind" value="token" defaultChecked={isToken} /> a bearer token
          </label>
        </fieldset>
        <label>
          Key or token
          <input name="secret" type="password" autoComplete="off" spellCheck={false} required autoFocus />
        </label>
        <button type="submit">Sign in</button>
        <p className="quiet">It is kept in the memory of this page only.</p>
      </form>
    </main>
  );
}
