import { setImmediate as nextTurn } from 'node:timers/promises';

interface Answer {
  readonly errors?: unknown;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly extensions?: unknown;
}

/** Written between two turns of the event loop; a megabyte takes some 10 ms. */
const TURN_CHARACTERS = 500_000;

/** The answer as `JSON.stringify` would write it, field by field: the answer to many lists is long, and others wait meanwhile. */
export async function writeAnswer({ errors, data, extensions }: Answer): Promise<string> {
  const members = [
    ...(errors === undefined ? [] : [`"errors":${JSON.stringify(errors)}`]),
    ...(data === undefined ? [] : [`"data":${data === null ? 'null' : await writeFields(data)}`]),
    ...(extensions === undefined ? [] : [`"extensions":${JSON.stringify(extensions)}`]),
  ];
  return members.reduce((text, member, index) => text + (index === 0 ? '' : ',') + member, '{') + '}\n';
}

async function writeFields(data: Readonly<Record<string, unknown>>): Promise<string> {
  let text = '';
  let written = 0;
  for (const [name, value] of Object.entries(data)) {
    if (written > TURN_CHARACTERS) {
      await nextTurn();
      written = 0;
    }
    const field = JSON.stringify(value);
    written += field.length;
    // Long texts are put together by `+`, which copies none of them.
    text += (text === '' ? '{' : ',') + JSON.stringify(name) + ':' + field;
  }
  return text === '' ? '{}' : text + '}';
}
