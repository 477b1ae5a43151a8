/** A picture without what it says about where and with what it was taken. */
export interface Cleaned {
  /** What is stored: pixels, colour profile and upright direction only. */
  readonly content: Buffer;
  /** What was left out: notes of the camera, and whatever stood behind the picture. */
  readonly left: readonly Buffer[];
  readonly width: number;
  readonly height: number;
}

/** Why a picture cannot be read: cut off, or never a picture. */
export type PictureFault = 'cut-off' | 'damaged';
