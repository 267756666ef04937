import type { LineOutput } from './standard-output.js';

type Line = Readonly<Record<string, unknown>>;

/** What stands at the beginning of a line, or is the same on all. */
const ASIDE: ReadonlySet<string> = new Set(['level', 'time', 'pid', 'hostname', 'msg', 'err']);

/** Lines of the log for people: local time, level, message and fields, in colours where the terminal has them. */
export async function forTerminal(output: LineOutput): Promise<LineOutput> {
  // Loaded where there is a terminal only.
  const { isColorSupported, prettyFactory } = await import('pino-pretty');
  const pretty = prettyFactory({
    colorize: isColorSupported,
    translateTime: 'SYS:HH:MM:ss',
    ignore: 'pid,hostname',
    hideObject: true,
    messageFormat: (line) => textOf(line),
  });
  return { write: (line) => output.write(pretty(line)) };
}

function textOf(line: Line): string {
  const fields = Object.entries(line).flatMap(([name, value]) => (ASIDE.has(name) || value === null ? [] : [`${name}=${showValue(value)}`]));
  return [[line['msg'], ...fields].join('  '), ...linesOfError(line['err'])].join('\n    ');
}

function showValue(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** As `src/logger.ts` describes it. */
function linesOfError(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { type, message = '', stack } = error as Line;
  return [[type, message].join(': '), ...(Array.isArray(stack) ? stack.map((frame) => `    ${String(frame)}`) : [])];
}
