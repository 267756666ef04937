import { explorerPlugin } from '@graphiql/plugin-explorer';
import type { Storage } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useState } from 'react';
import { AnswerBar } from './answer-bar';
import { createAnswers } from './answers';
import { CopyCurl } from './copy-curl';
import { exampleTabs, tabOf, type Tab } from './examples';
import { createFetcher } from './fetcher';
import { createSession } from './session';
import { ShareLink } from './share-link';
import { SignIn } from './sign-in';
import { SimulatedNotice } from './simulated-notice';
import { areHeadersKept } from './storage';
import { SystemTheme } from './system-theme';
import { TenantSelect } from './tenant-select';

const PLUGINS = [HISTORY_PLUGIN, explorerPlugin()];

interface AppProps {
  endpoint: URL;
  /** The page's own parameters: `?query=` and `?variables=` open a tab of their own. */
  link: URLSearchParams;
  storage: Storage;
}

export function App({ endpoint, link, storage }: AppProps) {
  const [session] = useState(createSession);
  const [answers] = useState(createAnswers);
  const [fetcher] = useState(() => createFetcher({ endpoint, session, answers }));
  const [linked] = useState(() => linkedTab(link));
  const [keepsHeaders] = useState(() => areHeadersKept(storage));
  return (
    <>
      <SimulatedNotice endpoint={endpoint} session={session} />
      <main>
        <GraphiQL
          fetcher={fetcher}
          storage={storage}
          defaultTabs={linked ? [linked, ...exampleTabs] : exampleTabs}
          {...(linked && { initialQuery: linked.query, initialVariables: linked.variables })}
          defaultEditorToolsVisibility={linked !== null && linked.variables !== ''}
          plugins={PLUGINS}
          // GraphiQL reads its own setting only where this is true already.
          shouldPersistHeaders={keepsHeaders}
          showPersistHeadersSettings
          schemaDescription
        >
          <GraphiQL.Logo>
            AvePoint backup jobs <a href="./dashboard/">Dashboard</a>
          </GraphiQL.Logo>
          <GraphiQL.Toolbar>
            {({ prettify, merge, copy }) => (
              <>
                {prettify}
                {merge}
                {copy}
                <CopyCurl endpoint={endpoint} session={session} />
                <ShareLink />
              </>
            )}
          </GraphiQL.Toolbar>
          <GraphiQL.Footer>
            <AnswerBar answers={answers} session={session}>
              <TenantSelect endpoint={endpoint} session={session} />
            </AnswerBar>
          </GraphiQL.Footer>
          <SignIn session={session} />
          <SystemTheme />
        </GraphiQL>
      </main>
    </>
  );
}

function linkedTab(link: URLSearchParams): Tab | null {
  const query = link.get('query');
  return query ? tabOf(query, link.get('variables') ?? '') : null;
}
