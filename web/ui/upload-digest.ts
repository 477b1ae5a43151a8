/** SHA-256 of a file, hex. Browsers keep theirs to https pages; on the plain http of a hall's own network it is counted here. */
export async function digestOf(file: Blob): Promise<string> {
  const content = await file.arrayBuffer();
  const subtle = globalThis.crypto?.subtle;
  return hexOf(subtle ? new Uint8Array(await subtle.digest('SHA-256', content)) : sha256(new Uint8Array(content)));
}

const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The first 64 primes: where the constants of SHA-256 come from (FIPS 180-4, 4.2.2 and 5.3.3). */
const primes = Array.from({ length: 312 }, (_, index) => index).filter(
  (one) => one > 1 && Array.from({ length: one - 2 }, (_, index) => index + 2).every((other) => one % other !== 0),
);
const fraction = (value: number) => ((value - Math.floor(value)) * 2 ** 32) | 0;
const constants = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));

/** SHA-256 without the browser's help (FIPS 180-4). */
export function sha256(content: Uint8Array): Uint8Array {
  const length = Math.ceil((content.length + 9) / 64) * 64;
  const padded = new Uint8Array(length);
  padded.set(content);
  padded[content.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 8, Math.floor(content.length / 2 ** 29));
  view.setUint32(length - 4, content.length << 3);
  const state = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
  const words = new Int32Array(64);
  const turn = (value: number, by: number) => (value >>> by) | (value << (32 - by));
  for (let at = 0; at < length; at += 64) {
    for (let index = 0; index < 16; index += 1) words[index] = view.getInt32(at + index * 4);
    for (let index = 16; index < 64; index += 1) {
      const [old, late] = [words[index - 15]!, words[index - 2]!];
      const [one, two] = [turn(old, 7) ^ turn(old, 18) ^ (old >>> 3), turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)];
      words[index] = (words[index - 16]! + one + words[index - 7]! + two) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
    for (let index = 0; index < 64; index += 1) {
      const mixed = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
      const first = (h + mixed + ((e & f) ^ (~e & g)) + constants[index]! + words[index]!) | 0;
      const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((value, index) => {
      state[index] = state[index]! + value;
    });
  }
  const out = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => {
    out.setInt32(index * 4, word);
  });
  return new Uint8Array(out.buffer);
}
