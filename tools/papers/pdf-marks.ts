import { type PdfFont, readFont } from './pdf-font.ts';
import { type PdfDict, type PdfFile, type PdfName, type PdfOperator, type PdfPage, pdfTokens } from './read-pdf.ts';

// What a page of a printed paper is made of: every letter and every line, with its place in points from the page's upper left corner.

/** a b c d e f of the format. */
export type Matrix = readonly [number, number, number, number, number, number];
export type Point = readonly [number, number];

export interface Ink {
  /** Red, green, blue from 0 to 1. */
  readonly colour: readonly number[];
  readonly alpha: number;
}

/** A letter. `matrix` leads from 1000 units of its type (y upwards) to the page; x and y are its origin on the base line. */
export interface Letter extends Ink {
  readonly text: string;
  readonly glyph: number;
  readonly font: PdfFont;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly matrix: Matrix;
}

/** A filled or stroked path, flattened to points. */
export interface Shape extends Ink {
  readonly lines: readonly (readonly Point[])[];
  /** Breadth of the stroke; absent where it is filled. */
  readonly stroke?: number;
}

export interface PageMarks {
  readonly width: number;
  readonly height: number;
  readonly letters: readonly Letter[];
  readonly shapes: readonly Shape[];
  /** Both in the order they are painted. */
  readonly painted: readonly (Letter | Shape)[];
}

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
];
export const applied = (m: Matrix, [x, y]: Point): Point => [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
/** How much longer a length becomes. */
export const growth = (m: Matrix) => Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));

interface State {
  matrix: Matrix;
  fill: readonly number[];
  stroke: readonly number[];
  fillAlpha: number;
  strokeAlpha: number;
  breadth: number;
  font: PdfFont | undefined;
  size: number;
}

/** The marks of each page. */
export function marksOf(file: PdfFile): PageMarks[] {
  const fonts = new Map<string, PdfFont>();
  return file.pages.map((page) => new PageReader(file, page, fonts).marks());
}

class PageReader {
  readonly #file: PdfFile;
  readonly #page: PdfPage;
  readonly #fonts: Map<string, PdfFont>;
  readonly #painted: (Letter | Shape)[] = [];

  constructor(file: PdfFile, page: PdfPage, fonts: Map<string, PdfFont>) {
    this.#file = file;
    this.#page = page;
    this.#fonts = fonts;
  }

  marks(): PageMarks {
    const { width, height, dict, content } = this.#page;
    const start: State = {
      matrix: [1, 0, 0, -1, 0, height],
      fill: [0],
      stroke: [0],
      fillAlpha: 1,
      strokeAlpha: 1,
      breadth: 1,
      font: undefined,
      size: 0,
    };
    this.#run(content, this.#file.dict(dict.Resources), start);
    const painted = this.#painted;
    const letters = painted.filter((one): one is Letter => 'glyph' in one);
    return { width, height, painted, letters, shapes: painted.filter((one): one is Shape => 'lines' in one) };
  }

  #run(content: string, resources: PdfDict, begin: State): void {
    let state = { ...begin };
    const kept: State[] = [];
    let path: Point[][] = [];
    let text: Matrix = [1, 0, 0, 1, 0, 0];
    let given: unknown[] = [];
    const numbers = () => given.filter((one): one is number => typeof one === 'number');
    const nameAt = (i: number) => (given[i] as PdfName).name.slice(1);
    const paint = (filled: boolean, stroked: boolean) => {
      const lines = path.filter((line) => line.length > 1).map((line) => line.map((p) => applied(state.matrix, p)));
      if (filled) this.#painted.push({ lines, colour: rgb(state.fill), alpha: state.fillAlpha });
      const stroke = state.breadth * growth(state.matrix);
      if (stroked) this.#painted.push({ lines, stroke, colour: rgb(state.stroke), alpha: state.strokeAlpha });
      path = [];
    };
    const close = () => {
      const line = path.at(-1);
      if (line?.[0]) line.push(line[0]);
    };
    const operators: Readonly<Record<string, () => void>> = {
      q: () => kept.push({ ...state }),
      Q: () => {
        state = kept.pop() ?? state;
      },
      cm: () => {
        state.matrix = times(numbers() as unknown as Matrix, state.matrix);
      },
      w: () => {
        state.breadth = numbers()[0]!;
      },
      scn: () => {
        state.fill = numbers();
      },
      SCN: () => {
        state.stroke = numbers();
      },
      gs: () => {
        const set = this.#file.dict(this.#file.dict(resources.ExtGState)[nameAt(0)]);
        state.fillAlpha = Number(set.ca ?? 1);
        state.strokeAlpha = Number(set.CA ?? 1);
      },
      m: () => path.push([numbers() as unknown as Point]),
      l: () => path.at(-1)!.push(numbers() as unknown as Point),
      c: () => path.at(-1)!.push(...curve(path.at(-1)!.at(-1)!, numbers())),
      re: () => {
        const [x, y, w, h] = numbers() as [number, number, number, number];
        path.push([
          [x, y],
          [x + w, y],
          [x + w, y + h],
          [x, y + h],
          [x, y],
        ]);
      },
      h: close,
      f: () => paint(true, false),
      'f*': () => paint(true, false),
      S: () => paint(false, true),
      s: () => {
        close();
        paint(false, true);
      },
      B: () => paint(true, true),
      n: () => {
        path = [];
      },
      Tf: () => {
        state.font = this.#font(resources, nameAt(0));
        state.size = numbers()[0]!;
      },
      Tm: () => {
        text = numbers() as unknown as Matrix;
      },
      TJ: () => {
        text = this.#show(state, text, given[0] as (string | number)[]);
      },
      Tj: () => {
        text = this.#show(state, text, [given[0] as string]);
      },
      Do: () => {
        const ref = this.#file.dict(resources.XObject)[nameAt(0)];
        const form = this.#file.dict(ref);
        if ((form.Subtype as PdfName).name !== '/Form') return;
        const matrix = times((this.#file.follow(form.Matrix) as unknown as Matrix) ?? [1, 0, 0, 1, 0, 0], state.matrix);
        this.#run(this.#file.stream(ref).toString('latin1'), this.#file.dict(form.Resources), { ...state, matrix });
      },
    };
    for (const token of pdfTokens(content)) {
      if (typeof token !== 'object' || token === null || !('operator' in token)) {
        given.push(token);
        continue;
      }
      operators[(token as PdfOperator).operator]?.();
      given = [];
    }
  }

  /** Letters two bytes each, gaps in thousandths of the size. */
  #show(state: State, from: Matrix, parts: readonly (string | number)[]): Matrix {
    const { font, size } = state;
    if (!font) throw new Error('text without a font');
    let text = from;
    for (const part of parts) {
      if (typeof part === 'number') {
        text = times([1, 0, 0, 1, (-part / 1000) * size, 0], text);
        continue;
      }
      for (let i = 0; i < part.length; i += 2) {
        const glyph = part.charCodeAt(i) * 256 + part.charCodeAt(i + 1);
        const place = times(text, state.matrix);
        const matrix = times([size / 1000, 0, 0, size / 1000, 0, 0], place);
        const advance = (font.widthOf(glyph) / 1000) * size;
        this.#painted.push({
          ...{ text: font.textOf(glyph), glyph, font, matrix, colour: rgb(state.fill), alpha: state.fillAlpha },
          ...{ size: size * growth(place), x: place[4], y: place[5], width: advance * growth(place) },
        });
        text = times([1, 0, 0, 1, advance, 0], text);
      }
    }
    return text;
  }

  #font(resources: PdfDict, name: string): PdfFont {
    const dict = this.#file.dict(this.#file.dict(resources.Font)[name]);
    const key = (dict.BaseFont as PdfName).name.slice(1);
    const known = this.#fonts.get(key);
    if (known) return known;
    const font = readFont(this.#file, dict, key);
    this.#fonts.set(key, font);
    return font;
  }
}

const rgb = (values: readonly number[]) => (values.length === 1 ? [values[0]!, values[0]!, values[0]!] : values);

/** A cubic curve in eight straight parts, its start left out. */
function curve([x0, y0]: Point, [x1, y1, x2, y2, x3, y3]: readonly number[]): Point[] {
  return Array.from({ length: 8 }, (_, i) => {
    const t = (i + 1) / 8;
    const s = 1 - t;
    const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
    return [a * x0 + b * x1! + c * x2! + d * x3!, a * y0 + b * y1! + c * y2! + d * y3!];
  });
}
