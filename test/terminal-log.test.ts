import { stripVTControlCharacters } from 'node:util';

import { expect, test } from 'vitest';

import { createLogger } from '../src/logger.js';
import { forTerminal } from '../src/terminal-log.js';

async function listen() {
  const texts: string[] = [];
  return { texts, logger: createLogger('info', await forTerminal({ write: (text) => void texts.push(stripVTControlCharacters(text)) })) };
}

test('a line has local time, level, message and fields, without those that say nothing', async () => {
  const { texts, logger } = await listen();
  logger.warn({ operation: 'Newest', reason: null, durationMs: 3, sources: ['a/us/x', 'b/us/x'] }, 'operation');
  expect(texts).toEqual([expect.stringMatching(/^\[\d\d:\d\d:\d\d\] WARN: operation {2}operation=Newest {2}durationMs=3 {2}sources=a\/us\/x,b\/us\/x\n$/)]);
  const [hours] = /\d\d/.exec(texts[0] ?? '') ?? [];
  expect([0, 1].map((ahead) => (new Date().getHours() + 24 - ahead) % 24)).toContain(Number(hours));
});

test('an error stands below with its stack', async () => {
  const { texts, logger } = await listen();
  logger.error({ err: new TypeError('no') }, 'internal error');
  expect(texts[0]).toMatch(/ERROR: internal error\n {4}TypeError: no\n {8}at .*terminal-log\.test\.ts/);
});

test('what a client sent drives no terminal', async () => {
  const { texts, logger } = await listen();
  logger.info({ operation: 'a\u001b[31m\n' }, 'operation');
  expect(texts[0]).toContain('operation=a\\u001b[31m\\u000a');
});
