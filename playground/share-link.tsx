import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import { copy } from './clipboard';

/** Puts the operation and its variables, never its headers, into the address of the page, and copies that. */
export function ShareLink() {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const [isCopied, setIsCopied] = useState(false);

  async function share() {
    const link = new URL(location.href);
    link.search = linkTo(queryEditor?.getValue() ?? '', variableEditor?.getValue() ?? '').toString();
    history.replaceState(null, '', link);
    // Where the clipboard is not lent, the address is there to be copied all the same.
    setIsCopied(await copy(link.href));
  }
  return (
    <ToolbarButton label={isCopied ? 'Link copied' : 'Link to this operation'} onClick={() => void share()}>
      <svg className="graphiql-toolbar-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" aria-hidden="true">
        <path d="M10 14a4.5 4.5 0 0 0 6.4 0l3-3a4.5 4.5 0 0 0-6.4-6.4l-1 1M14 10a4.5 4.5 0 0 0-6.4 0l-3 3A4.5 4.5 0 0 0 11 19.4l1-1" />
      </svg>
    </ToolbarButton>
  );
}

function linkTo(query: string, variables: string): URLSearchParams {
  return new URLSearchParams({ query, ...(variables.trim() !== '' && { variables }) });
}
