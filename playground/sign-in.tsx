import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useId, useRef, type FormEvent } from 'react';
import { credentialOf } from '../examples/dashboard/credential';
import { useSession, type Session } from './session';

interface SignInProps {
  session: Session;
}

/** Asks for a key or a token when the server wants to know who asks, and goes on with what it refused. */
export function SignIn({ session }: SignInProps) {
  const { isAsked, wasRefused } = useSession(session);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const { introspect, run } = useGraphiQLActions();
  const refused = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.response?.includes('"UNAUTHENTICATED"') === true);

  useEffect(() => {
    if (isAsked) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isAsked]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const text = String(given.get('secret')).trim();
    if (text === '') return;
    form.reset();
    session.signIn(credentialOf(String(given.get('kind')), text));
    void introspect();
    if (refused) void run();
  }
  return (
    <dialog ref={dialog} className="sign-in" aria-labelledby={id} onClose={() => isAsked && session.dismiss()}>
      <form onSubmit={submit}>
        <h2 id={id}>Sign in</h2>
        <p role="alert">{wasRefused ? 'The server did not take this.' : 'The server wants to know who asks.'}</p>
        <fieldset>
          <legend>With</legend>
          <label>
            <input type="radio" name="kind" value="key" defaultChecked /> an API key
          </label>
          <label>
            <input type="radio" name="kind" value="token" /> a bearer token
          </label>
        </fieldset>
        <label>
          Key or token
          <input name="secret" type="password" autoComplete="off" spellCheck={false} required autoFocus />
        </label>
        <p className="hint">It is kept in the memory of this page only.</p>
        <div className="buttons">
          <button type="submit">Sign in</button>
          <button type="button" onClick={() => session.dismiss()}>
            Not now
          </button>
        </div>
      </form>
    </dialog>
  );
}
