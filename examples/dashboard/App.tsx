import { ApolloProvider } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { createClient } from './client';
import { Dashboard } from './dashboard';
import { SignIn } from './panels/sign-in';

interface AppProps {
  readonly endpoint: URL;
}

export function App({ endpoint }: AppProps) {
  const [token, setToken] = useState<string | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  const client = useMemo(() => createClient({ endpoint, token, onRefused: () => setIsRefused(true) }), [endpoint, token]);

  function signIn(given: string) {
    setToken(given);
    setIsRefused(false);
  }
  if (isRefused) return <SignIn wasGiven={token !== null} onToken={signIn} />;
  return (
    <ApolloProvider client={client}>
      <Dashboard />
    </ApolloProvider>
  );
}
