import { useGraphiQL } from '@graphiql/react';
import { useEffect, useState } from 'react';
import { ask } from './ask';
import { sentHeaders } from './sent-headers';
import { useSession, type Session } from './session';
import { readTenants, takesTenants, withTenants } from './tenants';

interface Tenant {
  readonly key: string;
  readonly displayName: string;
}

interface TenantSelectProps {
  endpoint: URL;
  session: Session;
}

/** Puts a tenant into the variables of an operation that asks for `$tenants`. Where there is one tenant, or nothing asks, there is nothing to choose. */
export function TenantSelect({ endpoint, session }: TenantSelectProps) {
  const { credential } = useSession(session);
  const query = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.query ?? '');
  const variables = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.variables ?? '');
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const isWanted = takesTenants(query);
  const [tenants, setTenants] = useState<readonly Tenant[]>([]);

  useEffect(() => {
    if (!isWanted) return;
    const abort = new AbortController();
    ask(endpoint, { query: '{ jobTenants { key displayName } }' }, sentHeaders({}, credential), abort.signal).then(
      ({ result }) => setTenants((result.data?.['jobTenants'] ?? []) as readonly Tenant[]),
      // What the page is for says so itself.
      () => undefined,
    );
    return () => abort.abort();
  }, [endpoint, credential, isWanted]);

  const chosen = readTenants(variables);
  if (tenants.length < 2 || !isWanted || chosen === null || variableEditor === undefined) return null;
  const [one, ...others] = chosen;
  return (
    <label className="tenant-select">
      Tenant{' '}
      <select value={others.length > 0 ? ' ' : (one ?? '')} onChange={({ target }) => variableEditor.setValue(withTenants(variables, target.value === '' ? [] : [target.value]))}>
        <option value="">All</option>
        {others.length > 0 && <option value=" ">{chosen.length} tenants</option>}
        {one !== undefined && others.length === 0 && tenants.every(({ key }) => key !== one) && <option value={one}>{one}</option>}
        {tenants.map(({ key, displayName }) => (
          <option key={key} value={key}>
            {displayName}
          </option>
        ))}
      </select>
    </label>
  );
}
