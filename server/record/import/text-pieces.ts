/** Encodings of text files in use; the names are those of TextDecoder. */
export type TextEncodingName = 'utf-8' | 'gb18030' | 'utf-16le';

/** How many of the first bytes are whole characters of UTF-8: all but a last one that was cut. */
export function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Turns pieces of a file into text; a mark of byte order at its beginning is left out. */
export interface TextPieces {
  decode(bytes: Buffer): string;
  /** What was held back of the last piece. */
  end(): string;
}

/** Decodes a file in pieces. UTF-8 is cut at whole characters here: whole texts decode several times as fast as a stream does. */
export function openTextPieces(encoding: TextEncodingName): TextPieces {
  const decoder = new TextDecoder(encoding, { ignoreBOM: encoding === 'utf-8' });
  if (encoding !== 'utf-8')
    return { decode: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
  let held: Buffer = Buffer.alloc(0);
  let first = true;
  return {
    decode(bytes) {
      const all = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
      const whole = wholeCharacters(all);
      held = Buffer.from(all.subarray(whole));
      const text = decoder.decode(all.subarray(0, whole));
      if (text === '' || !first) return text;
      first = false;
      return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    },
    end: () => decoder.decode(held),
  };
}
