import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useMemo, useState, type ReactNode } from 'react';
import { AnswerTable } from './answer-table';
import type { AnswerFacts, Answers } from './answers';
import { useSession, type Session } from './session';
import { tablesOf } from './tables';

interface AnswerBarProps {
  answers: Answers;
  session: Session;
  /** What else stands in the bar. */
  children: ReactNode;
}

/** Below the answer: what it took, and the same as a table. */
export function AnswerBar({ answers, session, children }: AnswerBarProps) {
  const response = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.response ?? '');
  const { introspect } = useGraphiQLActions();
  const { credential } = useSession(session);
  const [isTable, setIsTable] = useState(false);
  const tables = useMemo(() => tablesOf(parse(response)), [response]);
  const facts = answers.factsOf(response);

  function signOut() {
    session.signOut();
    void introspect();
  }
  return (
    <>
      {isTable && tables.length > 0 && <AnswerTable key={response} tables={tables} />}
      <div className="answer-bar">
        <span role="status" className="answer-facts">
          {facts !== null && describe(facts)}
        </span>
        {children}
        {tables.length > 0 && (
          <button type="button" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
            As a table
          </button>
        )}
        {credential !== null && (
          <button type="button" onClick={signOut}>
            Sign out
          </button>
        )}
      </div>
    </>
  );
}

const number = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

/** `200 · 340 ms · 12.4 kB · cost 30 of 1,000 · 5 upstream calls`. */
function describe({ status, durationMs, bytes, cost }: AnswerFacts): string {
  const size = bytes < 1000 ? `${bytes} bytes` : `${number.format(bytes / 1000)} kB`;
  const parts = [`${status}`, `${number.format(Math.round(durationMs))} ms`, size];
  if (cost !== null) {
    if (cost.requested !== null) parts.push(`cost ${number.format(cost.requested)} of ${number.format(cost.limit)}`);
    parts.push(`${number.format(cost.upstreamCalls)} upstream ${cost.upstreamCalls === 1 ? 'call' : 'calls'}`);
    if (cost.left !== undefined) parts.push(`${number.format(Math.floor(cost.left))} left this minute`);
  }
  return parts.join(' · ');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
