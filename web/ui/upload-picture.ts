import { type Paper, type PictureFinding, pictureFindings } from '#domain/intake/files/picture-findings.ts';
import type { JpegPage } from './upload-pdf.ts';

/** A photo that will be a page: upright as the camera meant it, turned further by hand. */
export interface Shot {
  readonly id: string;
  readonly file: File;
  /** Degrees clockwise. */
  readonly turn: 0 | 90 | 180 | 270;
  readonly findings: readonly PictureFinding[];
  /** A small copy to look at, not turned. */
  readonly small: string;
}

const findingWords: Readonly<Record<PictureFinding, string>> = {
  'too-small': '照片太小，放大后字看不清。请靠近一点、让纸占满画面重拍。',
  'too-dark': '太暗了。请到亮的地方，或打开灯重拍。',
  'washed-out': '太亮了，或者是一张白纸，看不到字。请避开反光重拍。',
  blurred: '有点模糊。请拿稳手机，点一下屏幕对准字再拍。',
  cut: '纸的边好像没有拍全。请把四个角都拍进去。',
  sideways: '好像横着。可以点“转一下”转正。',
  'is-card': '看起来是一张证件，而这里要的是整页的材料。选对了吗？',
  'is-page': '看起来是一整页纸，而这里要的是证件。选对了吗？',
};

/** What to tell the person of a photo, each a sentence that says what to do. */
export function findingTexts(shot: Shot): string[] {
  return shot.findings
    .filter((finding) => finding !== 'sideways' || shot.turn % 180 === 0)
    .map((finding) => findingWords[finding]);
}

const lookedAt = 1_024;
const smallSide = 480;
const sentSide = 2_200;
const quality = 0.85;

/** Opens a photo and looks at it; null where this browser cannot open it. */
export async function readShot(file: File, expected: Paper): Promise<Shot | null> {
  const image = await openImage(file);
  if (!image) return null;
  try {
    const original = { width: image.naturalWidth, height: image.naturalHeight };
    const canvas = drawn(image, lookedAt, 0);
    const { width, height } = canvas;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
    const grey = new Uint8Array(width * height);
    for (let at = 0; at < grey.length; at += 1)
      grey[at] = data[at * 4]! * 0.299 + data[at * 4 + 1]! * 0.587 + data[at * 4 + 2]! * 0.114;
    const findings = pictureFindings({ width, height, grey }, original, expected);
    const small = drawn(image, smallSide, 0).toDataURL('image/jpeg', 0.7);
    return { id: `${Date.now()}-${Math.random()}`, file, turn: 0, findings, small };
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** The photo as a page: upright, turned as asked, without what the camera noted (the pixels are drawn anew). */
export async function shotToPage(shot: Shot): Promise<JpegPage> {
  const image = await openImage(shot.file);
  if (!image) throw new Error('picture cannot be opened any more');
  try {
    const canvas = drawn(image, sentSide, shot.turn);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
    if (!blob) throw new Error('picture cannot be written');
    return { jpeg: new Uint8Array(await blob.arrayBuffer()), width: canvas.width, height: canvas.height };
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** The browser applies the direction that the camera noted. */
async function openImage(file: File): Promise<HTMLImageElement | null> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    if (image.naturalWidth > 0 && image.naturalHeight > 0) return image;
  } catch {
    // Said by the null below: this browser does not know the kind, or the file is broken.
  }
  URL.revokeObjectURL(image.src);
  return null;
}

function drawn(image: HTMLImageElement, longest: number, turn: Shot['turn']): HTMLCanvasElement {
  const scale = Math.min(1, longest / Math.max(image.naturalWidth, image.naturalHeight));
  const width = Math.max(1, Math.round(image.naturalWidth * scale));
  const height = Math.max(1, Math.round(image.naturalHeight * scale));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = turn % 180 === 0 ? [width, height] : [height, width];
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  // What is see-through in a drawing is paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turn * Math.PI) / 180);
  context.drawImage(image, -width / 2, -height / 2, width, height);
  return canvas;
}
