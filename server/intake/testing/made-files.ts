import { crc32, deflateSync } from 'node:zlib';

/** A PDF of so many pages with its table of contents; `more` goes into the trailer. */
export function madePdf({ pages = 1, more = '', table = true } = {}): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} /MediaBox [0 0 595 842] >>`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R >>'),
  ];
  const parts = ['%PDF-1.4\n'];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  for (const [index, object] of objects.entries()) {
    const part = `${index + 1} 0 obj\n${object}\nendobj\n`;
    offsets.push(at);
    parts.push(part);
    at += part.length;
  }
  if (!table) return Buffer.from(`${parts.join('')}startxref\n999999999\n%%EOF\n`, 'latin1');
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${more} >>\nstartxref\n${at}\n%%EOF\n`,
  );
  return Buffer.from(parts.join(''), 'latin1');
}

/** A PDF whose objects and table are packed in streams, as programs write them since 2003. */
export function packedPdf(pages: number): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 4} 0 R`).join(' ');
  const inside = [
    `<< /Type /Catalog /Pages 3 0 R >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 3 0 R /MediaBox [0 0 595 842] /Rotate 90 >>'),
  ];
  let offset = 0;
  const head = inside.map((object, index) => {
    const pair = `${index + 2} ${offset}`;
    offset += object.length + 1;
    return pair;
  });
  const first = `${head.join(' ')} `;
  const packed = deflateSync(Buffer.from(first + inside.join(' '), 'latin1'));
  const table = pages + 4;
  const begin = Buffer.from('%PDF-1.5\n');
  const holder = Buffer.concat([
    Buffer.from(
      `1 0 obj\n<< /Type /ObjStm /N ${inside.length} /First ${first.length} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
  const at = begin.length + holder.length;
  const rows = [[0, 0, 0], [1, begin.length, 0], ...inside.map((_, index) => [2, 1, index]), [1, at, 0]].map(
    ([kind, place, rest]) => Buffer.from([2, kind!, place! >> 8, place! & 255, rest! & 255]),
  );
  // Each row is told as the difference to the row above (PNG filter “up”), as most programs do.
  const rowsUp = rows.map((row, index) =>
    row.map((byte, column) => (column === 0 || index === 0 ? byte : (byte - rows[index - 1]![column]!) & 255)),
  );
  const packedTable = deflateSync(Buffer.concat(rowsUp));
  return Buffer.concat([
    begin,
    holder,
    Buffer.from(
      `${table} 0 obj\n<< /Type /XRef /Size ${table + 1} /W [1 2 1] /Index [0 ${rows.length}] /Root 2 0 R /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >> /Length ${packedTable.length} >>\nstream\n`,
    ),
    packedTable,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`),
  ]);
}

const segment = (marker: number, body: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** A grey JPEG of a multiple of 8 points each way. `notes` are segments of the camera. */
export function madeJpeg({ width = 64, height = 48, notes = [] as Buffer[] } = {}): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  const table = (kind: number) =>
    segment(0xc4, Buffer.concat([Buffer.from([kind, 1]), Buffer.alloc(15), Buffer.from([0])]));
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  // Two noughts a block: no change of brightness, nothing else.
  const pixels = Buffer.alloc(Math.ceil((blocks * 2) / 8));
  const rest = (blocks * 2) % 8;
  if (rest > 0) pixels[pixels.length - 1] = 0xff >> rest;
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('4a46494600010100000100010000', 'hex')),
    ...notes,
    segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)])),
    segment(0xc0, frame),
    table(0x00),
    table(0x10),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    pixels,
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** What a phone writes into a picture: its make, the direction it was held, and where it was (南昌, 28°41′N 115°51′E). */
export function phoneNotes(direction: number): Buffer {
  const tiff = Buffer.alloc(200);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  };
  tiff.writeUInt16LE(3, 8);
  entry(10, 0x010f, 2, 12, 140);
  entry(22, 0x0112, 3, 1, direction);
  entry(34, 0x8825, 4, 1, 50);
  tiff.write('ExamplePhone', 140, 'latin1');
  tiff.writeUInt16LE(2, 50);
  entry(52, 0x0001, 2, 2, 'N'.charCodeAt(0));
  entry(64, 0x0002, 5, 3, 160);
  [28, 1, 41, 1, 1234, 100].forEach((part, index) => {
    tiff.writeUInt32LE(part, 160 + index * 4);
  });
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
}

/** A comment in a JPEG. */
export const jpegComment = (text: string) => segment(0xfe, Buffer.from(text, 'latin1'));

/** A grey PNG; `chunks` go before its pixels. */
export function madePng(
  it: { width?: number; height?: number; chunks?: [string, Buffer][]; rows?: number } = {},
): Buffer {
  const { width = 60, height = 40, chunks = [] } = it;
  const rows = it.rows ?? height;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(rows * (width + 1)));
  const all: [string, Buffer][] = [['IHDR', head], ...chunks, ['IDAT', pixels], ['IEND', Buffer.alloc(0)]];
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...all.map(([kind, body]) => {
      const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
      const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
      length.writeUInt32BE(body.length);
      sum.writeUInt32BE(crc32(named));
      return Buffer.concat([length, named, sum]);
    }),
  ]);
}

/** A zip that stores these files; `claims` is the size each states to unpack to. */
export function madeZip(names: readonly string[], claims?: number): Buffer {
  const content = Buffer.from('x');
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const name of names) {
    const letters = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.write('PK\x03\x04', 0, 'latin1');
    local.writeUInt32LE(content.length, 18);
    local.writeUInt32LE(claims ?? content.length, 22);
    local.writeUInt16LE(letters.length, 26);
    const central = Buffer.alloc(46);
    central.write('PK\x01\x02', 0, 'latin1');
    central.writeUInt32LE(content.length, 20);
    central.writeUInt32LE(claims ?? content.length, 24);
    central.writeUInt16LE(letters.length, 28);
    central.writeUInt32LE(at, 42);
    parts.push(local, letters, content);
    directory.push(central, letters);
    at += 30 + letters.length + content.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listed, end]);
}
