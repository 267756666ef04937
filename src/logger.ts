import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';

const MAX_LENGTH = 256;
/** Control characters could forge lines or drive a terminal, bidi controls turn text around. */
const UNSAFE = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** What a log line may hold. Whatever is not named here is left out, so nothing has to be redacted. */
const FIELDS: Readonly<Record<string, (value: unknown) => unknown>> = {
  operation: plain,
  caller: plain,
  cost: plain,
  reason: plain,
  durationMs: plain,
  upstreamCalls: plain,
  readings: plain,
  errors: plain,
  traceId: plain,
  address: plain,
  playground: plain,
  dashboard: plain,
  metricsAddress: plain,
  sources: (value) => (Array.isArray(value) ? value.map(plain) : undefined),
  faults: (value) => (Array.isArray(value) ? value.map(plain) : undefined),
  failed: (value) => (Array.isArray(value) ? value.map(plain) : undefined),
  source: plain,
  state: plain,
  code: plain,
  httpStatus: plain,
  upstreamRequestId: plain,
  signal: plain,
  err: (value) => value,
};

/** Logs JSON lines of known fields; none for an empty text. */
export function createLogger(level: string, destination: DestinationStream): Logger {
  const options = {
    level,
    timestamp: stdTimeFunctions.isoTime,
    serializers: { err: describeError },
    formatters: { level: (label: string) => ({ level: label }), log: keepKnown },
    hooks: {
      logMethod(this: Logger, args: unknown[], write: (record: object, text?: string) => void) {
        const { record, text } = readArguments(args);
        if (text !== '') write.call(this, record, text);
      },
    },
  };
  return pino(options, destination);
}

/** Pino would take the message of an error for the line's own. */
function readArguments([subject, text]: unknown[]): { record: object; text?: string } {
  if (typeof subject === 'string') return { record: {}, text: String(plain(subject)) };
  const record = subject instanceof Error ? { err: subject } : Object(subject) as object;
  if (typeof text === 'string') return { record, text: String(plain(text)) };
  return 'err' in record ? { record, text: 'error' } : { record };
}

function keepKnown(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).flatMap(([name, value]) => {
    const show = FIELDS[name];
    return show === undefined ? [] : [[name, show(value)]];
  }));
}

function plain(value: unknown): unknown {
  if (typeof value !== 'string') return typeof value === 'number' || typeof value === 'boolean' || value === null ? value : undefined;
  const text = value.replace(UNSAFE, (character) => `\\u${character.codePointAt(0)?.toString(16).padStart(4, '0')}`);
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}

/** Where an error came from. A parser's message quotes what it could not read, so that one is left out. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    type: plain(error.name),
    ...('code' in error && { code: plain(error.code) }),
    ...(!(error instanceof SyntaxError) && { message: plain(error.message) }),
    stack: frames.map((frame) => plain(frame.trim())),
  };
}
