import type { Cleaned, PictureFault } from './cleaned.ts';

const icc = Buffer.from('ICC_PROFILE\0', 'latin1');
const exif = Buffer.from('Exif\0\0', 'latin1');

/** Segments that change how the pixels look; notes of the camera, its place, previews and comments go. */
function isKept(marker: number, body: Buffer): boolean {
  if (marker === 0xe2) return body.subarray(0, icc.length).equals(icc);
  if (marker === 0xe0) return body.subarray(0, 5).toString('latin1') === 'JFIF\0';
  if (marker === 0xee) return body.subarray(0, 5).toString('latin1') === 'Adobe';
  return marker < 0xe0 || (marker > 0xef && marker !== 0xfe);
}

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * Reads a JPEG marker by marker to its end (ITU-T T.81, annex B) and writes it again without the camera's notes. The pixels are not
 * touched; the direction the picture was taken in stays, so that every viewer shows it upright.
 */
export function cleanJpeg(content: Buffer): Cleaned | PictureFault {
  const kept: Buffer[] = [content.subarray(0, 2)];
  const left: Buffer[] = [];
  let [at, width, height, scans, direction] = [2, 0, 0, 0, 1];
  for (;;) {
    if (at + 2 > content.length) return 'cut-off';
    if (content[at] !== 0xff) return 'damaged';
    const marker = content[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    if (at + 4 > content.length) return 'cut-off';
    const length = content.readUInt16BE(at + 2);
    const end = at + 2 + length;
    if (length < 2) return 'damaged';
    if (end > content.length) return 'cut-off';
    const body = content.subarray(at + 4, end);
    if (isFrame(marker)) {
      if (body.length < 6) return 'damaged';
      [height, width] = [body.readUInt16BE(1), body.readUInt16BE(3)];
    }
    if (marker === 0xe1 && body.subarray(0, 6).equals(exif)) direction = directionOf(body.subarray(6));
    if (isKept(marker, body)) kept.push(content.subarray(at, end));
    else left.push(body);
    at = end;
    if (marker !== 0xda) continue;
    scans += 1;
    const over = endOfScan(content, at);
    if (over < 0) return 'cut-off';
    kept.push(content.subarray(at, over));
    at = over;
  }
  if (scans === 0 || width === 0) return 'damaged';
  kept.push(content.subarray(at, at + 2));
  if (at + 2 < content.length) left.push(content.subarray(at + 2));
  if (direction !== 1) kept.splice(1, 0, directionSegment(direction));
  return { content: Buffer.concat(kept), left, width, height };
}

/** Where the next marker stands after the pixels; stuffed bytes and restart marks belong to them. */
function endOfScan(content: Buffer, from: number): number {
  for (let at = content.indexOf(0xff, from); at >= 0 && at + 1 < content.length; at = content.indexOf(0xff, at + 1)) {
    const next = content[at + 1]!;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return -1;
}

/** Exif tag 0x0112: 1 upright, 3 upside down, 6 and 8 on a side, the others mirrored. 1 where it is not said or not readable. */
function directionOf(tiff: Buffer): number {
  const little = tiff.subarray(0, 2).toString('latin1') === 'II';
  const read16 = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = tiff.length < 8 ? 0 : little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const count = Math.min(read16(first), 200);
  for (let index = 0; index < count; index += 1) {
    const at = first + 2 + index * 12;
    if (read16(at) !== 0x0112) continue;
    const value = read16(at + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** An Exif segment that says the direction and nothing else. */
function directionSegment(direction: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(direction, 18);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(2 + exif.length + tiff.length, 2);
  return Buffer.concat([head, exif, tiff]);
}
