/** A picture as JPEG, already upright. */
export interface JpegPage {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const long = 841.89;
const short = 595.28;

/** Pictures as one PDF, each on a page of A4 that lies as the picture does (ISO 32000-1; the JPEG bytes go in as they are). */
export function picturesToPdf(pages: readonly JpegPage[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const places: number[] = [];
  let at = 0;
  const add = (part: string | Uint8Array) => {
    const bytes = typeof part === 'string' ? Uint8Array.from(part, (sign) => sign.charCodeAt(0)) : part;
    parts.push(bytes);
    at += bytes.length;
  };
  const object = (head: string, stream?: Uint8Array) => {
    places.push(at);
    add(`${places.length} 0 obj\n${head}\n`);
    if (stream) {
      add('stream\n');
      add(stream);
      add('\nendstream\n');
    }
    add('endobj\n');
  };
  add('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n');
  object('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, index) => `${3 + index * 3} 0 R`).join(' ');
  object(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  for (const [index, { jpeg, width, height }] of pages.entries()) {
    const [sheetWidth, sheetHeight] = width > height ? [long, short] : [short, long];
    const scale = Math.min(sheetWidth / width, sheetHeight / height);
    const [w, h] = [width * scale, height * scale];
    const place = [w, 0, 0, h, (sheetWidth - w) / 2, (sheetHeight - h) / 2].map((value) => value.toFixed(2)).join(' ');
    const draw = `q ${place} cm /P Do Q`;
    const first = 3 + index * 3;
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${sheetWidth} ${sheetHeight}] /Contents ${first + 1} 0 R /Resources << /XObject << /P ${first + 2} 0 R >> >> >>`,
    );
    object(
      `<< /Length ${draw.length} >>`,
      Uint8Array.from(draw, (sign) => sign.charCodeAt(0)),
    );
    object(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`,
      jpeg,
    );
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = places.length + 1;
  add(
    `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
  );
  const out = new Uint8Array(at);
  let to = 0;
  for (const part of parts) {
    out.set(part, to);
    to += part.length;
  }
  return out;
}
