import { ApolloProvider } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { createClient } from './client';
import type { Credential } from './credential';
import { Dashboard } from './dashboard';
import { SignIn } from './panels/sign-in';

interface AppProps {
  readonly endpoint: URL;
}

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
      <Dashboard />
    </ApolloProvider>
  );
}
