/** SM3 of a file's bytes, hex (GB/T 32905); browsers have none of their own. */
export function sm3(content: Uint8Array): string {
  const length = Math.ceil((content.length + 9) / 64) * 64;
  const padded = new Uint8Array(length);
  padded.set(content);
  padded[content.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 8, Math.floor(content.length / 2 ** 29));
  view.setUint32(length - 4, content.length << 3);
  const state = Int32Array.from(initial);
  const words = new Int32Array(68);
  for (let at = 0; at < length; at += 64) {
    expand(words, view, at);
    compress(state, words);
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

const initial = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];

const turn = (value: number, by: number) => (value << by) | (value >>> (32 - by));

function expand(words: Int32Array, view: DataView, at: number): void {
  for (let index = 0; index < 16; index += 1) words[index] = view.getInt32(at + index * 4);
  for (let index = 16; index < 68; index += 1) {
    const mixed = words[index - 16]! ^ words[index - 9]! ^ turn(words[index - 3]!, 15);
    words[index] = mixed ^ turn(mixed, 15) ^ turn(mixed, 23) ^ turn(words[index - 13]!, 7) ^ words[index - 6]!;
  }
}

function compress(state: Int32Array, words: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let index = 0; index < 64; index += 1) {
    const early = index < 16;
    const a12 = turn(a, 12);
    const first = turn((a12 + e + turn(early ? 0x79cc4519 : 0x7a879d8a, index % 32)) | 0, 7);
    const second = first ^ a12;
    const left =
      ((early ? a ^ b ^ c : (a & b) | (a & c) | (b & c)) + d + second + (words[index]! ^ words[index + 4]!)) | 0;
    const right = ((early ? e ^ f ^ g : (e & f) | (~e & g)) + h + first + words[index]!) | 0;
    [d, c, b, a] = [c, turn(b, 9), a, left];
    [h, g, f, e] = [g, turn(f, 19), e, right ^ turn(right, 9) ^ turn(right, 17)];
  }
  [a, b, c, d, e, f, g, h].forEach((value, index) => {
    state[index] = state[index]! ^ value;
  });
}
