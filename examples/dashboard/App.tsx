import { ApolloProvider } from '@apollo/client/react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useAddress } from './address';
import { createClient } from './client';
import type { Credential } from './credential';
import { Dashboard } from './dashboard';
import { SignIn } from './panels/sign-in';
import { readView } from './view';

interface AppProps {
  readonly endpoint: URL;
}

// Who looks at the overview needs nothing of it.
const BoardPage = lazy(async () => ({ default: (await import('./board-page')).BoardPage }));

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

function Page() {
  if (readView(useAddress()) === 'overview') return <Dashboard />;
  return (
    <Suspense>
      <BoardPage />
    </Suspense>
  );
}
