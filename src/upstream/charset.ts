import { isAscii } from 'node:buffer';

import { SourceError } from '../errors.js';

/** Makes text of a body while it arrives; `end` gives what a cut character leaves. */
export interface BodyDecoder {
  write(chunk: Uint8Array): string;
  end(): string;
}

const LONGEST_MARK = 4;
/** The longer ones first: the mark of UTF-32 begins as that of UTF-16. */
const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** JSON begins with two characters of ASCII, so the zeros among the first bytes tell the width and the order (RFC 4627, 3). */
const ZEROS: readonly (readonly [encoding: string, zeros: RegExp])[] = [
  ['utf-32le', /^x000/],
  ['utf-32be', /^000x/],
  ['utf-16le', /^x0/],
  ['utf-16be', /^0x/],
];
/** These leave the order to the mark. */
const WITHOUT_ORDER = new Set(['utf-16', 'utf-32', 'ucs-2', 'unicode', 'csunicode', 'iso-10646-ucs-2']);

/** By the byte order mark, else the charset that the content type declares, else UTF-8, which JSON is. */
export function createBodyDecoder(contentType: string | string[] | undefined): BodyDecoder {
  const declared = declaredCharset(Array.isArray(contentType) ? contentType[0] : contentType);
  let head: Uint8Array = new Uint8Array();
  let decoder: BodyDecoder | null = null;

  function begin(): string {
    decoder = decoderOf(encodingOf(head, declared));
    return decoder.write(head);
  }

  return {
    write(chunk) {
      if (decoder !== null) return decoder.write(chunk);
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      return head.length < LONGEST_MARK ? '' : begin();
    },
    end() {
      if (decoder === null && head.length === 0) return '';
      const text = decoder === null ? begin() : '';
      return text + (decoder?.end() ?? '');
    },
  };
}

function declaredCharset(contentType = ''): string | null {
  for (const [, name = '', value = ''] of contentType.matchAll(/;\s*([^\s;="]+)\s*=\s*("[^"]*"|[^;"]*)/g)) {
    const label = value.replace(/^["'\s]+|["'\s]+$/g, '').toLowerCase();
    if (name.toLowerCase() === 'charset') return label === '' ? null : label;
  }
  return null;
}

function encodingOf(head: Uint8Array, declared: string | null): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => head[index] === byte));
  if (marked !== undefined) return marked[0];
  if (declared !== null && !WITHOUT_ORDER.has(declared)) return declared;
  const first = head.subarray(0, LONGEST_MARK);
  if (!first.includes(0)) return declared ?? 'utf-8';
  const zeros = Array.from(first, (byte) => (byte === 0 ? '0' : 'x')).join('');
  return ZEROS.find(([, pattern]) => pattern.test(zeros))?.[0] ?? declared ?? 'utf-8';
}

function decoderOf(encoding: string): BodyDecoder {
  if (/^utf-32(le|be)?$/.test(encoding)) return createUtf32Decoder(encoding === 'utf-32le');
  if (encoding === 'utf-8') return createUtf8Decoder();
  const decoder = createTextDecoder(encoding);
  if (decoder.encoding === 'utf-8') return createUtf8Decoder();
  const finish = decoder.encoding === 'windows-1252' ? correctWindows1252 : (text: string) => text;
  return { write: (chunk) => finish(decoder.decode(chunk, { stream: true })), end: () => finish(decoder.decode()) };
}

/** What is ASCII, as bodies mostly are, needs no decoder, up to the first character that is not. */
function createUtf8Decoder(): BodyDecoder {
  let decoder: ReturnType<typeof createTextDecoder> | null = null;
  let isFirst = true;
  return {
    write(chunk) {
      if (decoder === null && isAscii(chunk)) {
        isFirst &&= chunk.length === 0;
        return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1');
      }
      // A mark that something stands before is none.
      decoder ??= createTextDecoder('utf-8', { ignoreBOM: !isFirst });
      return decoder.decode(chunk, { stream: true });
    },
    end: () => decoder?.decode() ?? '',
  };
}

function createTextDecoder(encoding: string, options: { readonly ignoreBOM?: boolean } = {}) {
  try {
    return new TextDecoder(encoding, options);
  } catch (cause) {
    const label = encoding.replace(/[^\w.:+-]/g, '').slice(0, 40);
    throw new SourceError('UPSTREAM_BAD_RESPONSE', `The answer is in a charset that cannot be read here (${label}). Check proxies in between.`, { isFinal: true, cause });
  }
}

/** What windows-1252, and with it the label iso-8859-1, has where Latin-1 has control characters; Node 20 decodes Latin-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function correctWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80));
}

/** The encoding standard has dropped UTF-32, so `TextDecoder` does not know it. */
function createUtf32Decoder(isLittleEndian: boolean): BodyDecoder {
  let left: Uint8Array = new Uint8Array();
  let isFirst = true;
  return {
    write(chunk) {
      const bytes = Buffer.concat([left, chunk]);
      const whole = bytes.length - (bytes.length % 4);
      left = bytes.subarray(whole);
      const pieces: string[] = [];
      for (let at = 0; at < whole; at += 4) {
        const code = isLittleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
        const isMark = isFirst && code === 0xfeff;
        isFirst = false;
        if (!isMark) pieces.push(code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code));
      }
      return pieces.join('');
    },
    end: () => (left.length === 0 ? '' : '\ufffd'),
  };
}
