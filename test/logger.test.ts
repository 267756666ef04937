import fastify from 'fastify';
import { expect, test } from 'vitest';

import { createLogger } from '../src/logger.js';

function listen() {
  const lines: Record<string, unknown>[] = [];
  return { lines, logger: createLogger('info', { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) }) };
}

test('fields that nobody named are left out', () => {
  const { lines, logger } = listen();
  logger.info({ operation: 'Newest', durationMs: 3, token: 'secret', headers: { authorization: 'secret' } }, 'operation');
  expect(lines).toMatchObject([{ operation: 'Newest', durationMs: 3, msg: 'operation', level: 'info', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as unknown }]);
  expect(Object.keys(lines[0] ?? {}).sort()).toEqual(['durationMs', 'hostname', 'level', 'msg', 'operation', 'pid', 'time']);
});

test('control and bidi characters are written out, and long texts cut', () => {
  const { lines, logger } = listen();
  logger.info({ operation: 'a\u001b[31m\u202eb\u2066c\r\nd\u2028' }, 'one\ntwo\u0007');
  logger.info({ operation: 'x'.repeat(1000) }, 'y'.repeat(1000));
  expect(lines[0]).toMatchObject({ operation: 'a\\u001b[31m\\u202eb\\u2066c\\u000d\\u000ad\\u2028', msg: 'one\\u000atwo\\u0007' });
  expect(lines[1]).toMatchObject({ operation: `${'x'.repeat(256)}…`, msg: `${'y'.repeat(256)}…` });
});

test('an error shows its kind, its code, its message and where it came from', () => {
  const { lines, logger } = listen();
  logger.error({ err: Object.assign(new TypeError(`no${'!'.repeat(300)}\n`), { code: 'E_TEST', body: 'secret', cause: new Error('secret') }) }, 'internal error');
  logger.error(new RangeError('alone'));
  const [first, second] = lines;
  expect(first).toMatchObject({ msg: 'internal error', err: { type: 'TypeError', code: 'E_TEST', message: `no${'!'.repeat(254)}…` } });
  expect((first?.['err'] as { stack: string[] }).stack[0]).toMatch(/^at .*logger\.test\.ts/);
  expect(JSON.stringify(first)).not.toContain('secret');
  expect(second).toMatchObject({ err: { type: 'RangeError', message: 'alone' } });
});

test('what a parser could not read is not quoted', () => {
  const { lines, logger } = listen();
  const failure = ((): unknown => {
    try {
      return JSON.parse('{"token": secret}');
    } catch (error) {
      return error;
    }
  })();
  logger.error({ err: failure }, 'internal error');
  logger.error(failure);
  expect(lines).toHaveLength(2);
  expect(JSON.stringify(lines)).toContain('SyntaxError');
  expect(JSON.stringify(lines)).not.toContain('secret');
});

test("the HTTP framework's own lines hold no query and no header", async () => {
  const { lines, logger } = listen();
  const app = fastify({ loggerInstance: logger });
  app.get('/', () => {
    throw new Error('broken');
  });
  await app.inject({ url: '/?token=secret', headers: { authorization: 'Bearer secret', cookie: 'secret' } });
  await app.close();
  expect(lines.map(({ err }) => (err as { message?: string } | undefined)?.message)).toContain('broken');
  expect(JSON.stringify(lines)).not.toContain('secret');
});
