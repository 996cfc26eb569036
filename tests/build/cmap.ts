import { brotliDecompressSync } from 'node:zlib';

/** Tables that a WOFF2 directory may name by number, in the order of the standard (W3C WOFF2, §4.1); 63 is spelled out. */
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;
const SPELLED = 63;

/** The characters that a WOFF2 font draws. Throws RangeError for a file that is none, or whose cmap it cannot read. */
export const charactersOf = (font: Buffer): ReadonlySet<string> => {
  if (font.toString('latin1', 0, 4) !== 'wOF2') throw new RangeError('Expected a WOFF2 font');
  const tables = font.readUInt16BE(12);
  let at = 48;
  const packedInt = (): number => {
    let value = 0;
    for (;;) {
      const byte = font.readUInt8(at++);
      value = (value << 7) | (byte & 0x7f);
      if (byte < 0x80) return value;
    }
  };
  let offset = 0;
  let cmap: readonly [number, number] | undefined;
  for (let table = 0; table < tables; table++) {
    const flags = font.readUInt8(at++);
    const tag = flags & 0x3f;
    const name = tag === SPELLED ? font.toString('latin1', at, (at += 4)) : '';
    const original = packedInt();
    const version = flags >> 6;
    const isOutline = tag === GLYF || tag === LOCA;
    const length = (isOutline ? version !== 3 : version !== 0) ? packedInt() : original;
    if (tag === CMAP || name === 'cmap') cmap = [offset, length];
    offset += length;
  }
  if (!cmap) throw new RangeError('Expected a font with a cmap');
  const body = brotliDecompressSync(font.subarray(at, at + font.readUInt32BE(20)));
  return codesOf(body.subarray(cmap[0], cmap[0] + cmap[1]));
};

const codesOf = (cmap: Buffer): ReadonlySet<string> => {
  const found = new Set<string>();
  for (let record = 0; record < cmap.readUInt16BE(2); record++) {
    const start = cmap.readUInt32BE(4 + record * 8 + 4);
    const format = cmap.readUInt16BE(start);
    if (format === 4) {
      const segments = cmap.readUInt16BE(start + 6) / 2;
      for (let s = 0; s < segments; s++) {
        const last = cmap.readUInt16BE(start + 14 + 2 * s);
        const first = cmap.readUInt16BE(start + 16 + 2 * (segments + s));
        for (let code = first; code <= last && code < 0xffff; code++) found.add(String.fromCodePoint(code));
      }
    } else if (format === 12) {
      for (let g = 0; g < cmap.readUInt32BE(start + 12); g++) {
        const first = cmap.readUInt32BE(start + 16 + 12 * g);
        const last = cmap.readUInt32BE(start + 20 + 12 * g);
        for (let code = first; code <= last; code++) found.add(String.fromCodePoint(code));
      }
    }
  }
  return found;
};
