import type { PaperKind, PaperModel, PaperOf } from '#contract/paper-models.ts';
import type { PaperSignature } from '#contract/paper-parts.ts';
import { openPaperPress, type PaperPress, type Printed } from './paper-press.ts';
import { qrPicture } from './qr-picture.ts';

const largestPicture = 300_000;
const mostPoints = 20_000;

let shared: PaperPress | undefined;

/** The press of a process that opened none of its own: shipped faces only. */
function sharedPress(): PaperPress {
  shared ??= openPaperPress();
  return shared;
}

/**
 * Prints a paper as PDF/A-2b with its fonts embedded. Equal models give equal bytes.
 * Throws PaperFailure (`./paper-press.ts`) when the template fails, takes over 20 s or ends the press.
 * `press` is the one the process opened with its own fonts; without it the shipped faces are used.
 */
export async function renderPaper<K extends PaperKind>(
  kind: K,
  model: PaperOf<K>,
  press: PaperPress = sharedPress(),
): Promise<Uint8Array> {
  return (await printPaper(kind, model, press)).pdf;
}

/** As renderPaper, with the number of pages. */
export function printPaper<K extends PaperKind>(kind: K, model: PaperOf<K>, press: PaperPress): Promise<Printed> {
  const paper: PaperModel = model;
  const picture = 'signature' in paper ? signaturePicture(paper.signature) : undefined;
  const codes: [string[], string][] = [[['head', 'verification', 'qr'], qrPicture(paper.head.verification.url)]];
  if (paper.kind === 'repair-notice') codes.push([['applyQr'], qrPicture(paper.applyUrl)]);
  return press.print({
    template: `papers/${kind}.typ`,
    model: withSignature(paper, picture),
    picture,
    codes,
    // Noon UTC of the paper's day: the same day in Asia/Shanghai.
    timestamp: Date.parse(`${paper.head.issuedOn}T12:00:00Z`) / 1000,
  });
}

/** The bytes of a PNG signature, or none when it is no PNG or too large. */
function signaturePicture(signature: PaperSignature | undefined): Uint8Array | undefined {
  if (signature?.kind !== 'png' || signature.base64.length > largestPicture * 1.4) return undefined;
  const bytes = Buffer.from(signature.base64, 'base64');
  const isPng = bytes.length > 24 && bytes.readUInt32BE(0) === 0x89504e47 && bytes.readUInt32BE(12) === 0x49484452;
  if (!isPng || bytes.length > largestPicture) return undefined;
  return bytes.readUInt32BE(16) <= 4000 && bytes.readUInt32BE(20) <= 4000 ? bytes : undefined;
}

/** The picture travels beside the data; a signature that cannot be printed leaves a pointer to the electronic file. */
function withSignature(paper: PaperModel, picture: Uint8Array | undefined): unknown {
  if (!('signature' in paper) || paper.signature === undefined) return paper;
  if (paper.signature.kind === 'png') return { ...paper, signature: { kind: picture ? 'png' : 'unprintable' } };
  if (paper.signature.kind === 'strokes' && !isDrawable(paper.signature)) {
    return { ...paper, signature: { kind: 'unprintable' } };
  }
  return paper;
}

function isDrawable(signature: PaperSignature & { kind: 'strokes' }): boolean {
  const points = signature.strokes.flat();
  const numbers = [signature.width, signature.height, ...points.flat()];
  return (
    signature.width > 0 &&
    signature.height > 0 &&
    points.length <= mostPoints &&
    numbers.every((n) => Number.isFinite(n))
  );
}
