/** How a body is written: an encoding, whether a byte order mark leads it, and what the content type calls it. */
export interface Charset {
  readonly as: 'utf-8' | 'latin1' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';
  readonly marked?: boolean;
  /** What stands behind `charset=`, quotes included; nothing where it is left out. */
  readonly declared?: string;
}

export function encode(text: string, { as, marked = false }: Charset): Buffer {
  const content = marked ? `\ufeff${text}` : text;
  switch (as) {
    case 'utf-8':
      return Buffer.from(content);
    case 'latin1':
      return Buffer.from(content, 'latin1');
    case 'utf-16le':
      return Buffer.from(content, 'utf16le');
    case 'utf-16be':
      return Buffer.from(content, 'utf16le').swap16();
    case 'utf-32le':
    case 'utf-32be':
      return toUtf32(content, as === 'utf-32le');
  }
}

function toUtf32(content: string, isLittleEndian: boolean): Buffer {
  const codes = Array.from(content, (character) => character.codePointAt(0) ?? 0);
  const bytes = Buffer.alloc(codes.length * 4);
  codes.forEach((code, index) => (isLittleEndian ? bytes.writeUInt32LE(code, index * 4) : bytes.writeUInt32BE(code, index * 4)));
  return bytes;
}
