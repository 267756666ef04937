import { ApolloProvider } from '@apollo/client/react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useAddress } from './address';
import { createClient } from './client';
import type { Credential } from './credential';
import { Dashboard } from './dashboard';
import { SignIn } from './panels/sign-in';
import { keyOfChoice, readChoice } from './tenant-choice';
import { readView } from './view';

interface AppProps {
  readonly endpoint: URL;
}

// Who looks at the overview needs nothing of them.
const BoardPage = lazy(async () => ({ default: (await import('./board-page')).BoardPage }));
const TenantsPage = lazy(async () => ({ default: (await import('./tenants-page')).TenantsPage }));

export function App({ endpoint }: AppProps) {
  const [credential, setCredential] = useState<Credential | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  const client = useMemo(() => createClient({ endpoint, credential, onRefused: () => setIsRefused(true) }), [endpoint, credential]);

  function signIn(given: Credential) {
    setCredential(given);
    setIsRefused(false);
  }
  if (isRefused) return <SignIn refused={credential} onCredential={signIn} />;
  return (
    <ApolloProvider client={client}>
      <Page />
    </ApolloProvider>
  );
}

/** Nothing that was read of some tenants holds for others: they have a page of their own. */
function Page() {
  const address = useAddress();
  const view = readView(address);
  const key = keyOfChoice(readChoice(address));
  if (view === 'overview') return <Dashboard key={key} />;
  return <Suspense>{view === 'board' ? <BoardPage key={key} /> : <TenantsPage key={key} />}</Suspense>;
}
