import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import { copy } from './clipboard';
import { curlOf } from './curl';
import { sentHeaders } from './sent-headers';
import { useSession, type Session } from './session';

interface CopyCurlProps {
  endpoint: URL;
  session: Session;
}

const LABEL = 'Copy as cURL';

/** Copies the operation as a command, with a variable of the shell in the place of a key or token. */
export function CopyCurl({ endpoint, session }: CopyCurlProps) {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const headerEditor = useGraphiQL((state) => state.headerEditor);
  const operationName = useGraphiQL((state) => state.operationName);
  const { credential } = useSession(session);
  const [label, setLabel] = useState(LABEL);

  async function copyCommand() {
    const variables = readObject(variableEditor?.getValue() ?? '');
    const typed = readObject(headerEditor?.getValue() ?? '');
    if (variables === null || typed === null) return setLabel('Variables or headers are not JSON');
    const headers = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, String(value)]));
    const operation = { query: queryEditor?.getValue() ?? '', ...(Object.keys(variables).length > 0 && { variables }), ...(operationName && { operationName }) };
    const isCopied = await copy(curlOf({ url: endpoint.href, operation, headers: sentHeaders(headers, credential) }));
    setLabel(isCopied ? 'Command copied' : 'This page may not use the clipboard');
  }
  return (
    <ToolbarButton label={label} onClick={() => void copyCommand()}>
      <svg className="graphiql-toolbar-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
        <path d="M4 5h16v14H4zM7.5 9.5 10 12l-2.5 2.5M12.5 15h4" />
      </svg>
    </ToolbarButton>
  );
}

function readObject(text: string): Record<string, unknown> | null {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
