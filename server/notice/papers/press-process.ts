// The press: a process of its own that compiles one paper at a time. Started by render-paper.ts, with the
// folder of templates and the office's folders of fonts as arguments. It holds the compiler's memory and dies alone when the compiler does (a Rust panic ends the process).
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { readCoverage } from './font-coverage.ts';
import { fontFiles, fontFolders } from './paper-fonts.ts';
import { typesettableModel } from './typesettable.ts';

/** One paper to compile: the template below documents/, its data, and a picture of a signature if there is one. */
export interface PressOrder {
  readonly order: number;
  readonly template: string;
  readonly model: unknown;
  readonly picture?: Uint8Array;
  /** Pictures of codes, put into the data after its text was made safe: [path, svg]. */
  readonly codes: readonly (readonly [readonly string[], string])[];
  /** Seconds since 1970 that the file bears as its date: equal data gives equal bytes. */
  readonly timestamp: number;
}

/** The answer: the file and its pages, or why there is none. */
export type PressAnswer =
  | { readonly order: number; readonly pdf: Uint8Array; readonly pages: number }
  | { readonly order: number; readonly failure: string };

const [workspace, ...officeFonts] = process.argv.slice(2) as [string, ...string[]];
const picturePath = `${workspace}/signature.png`;
const folders = fontFolders(officeFonts);
const covers = readCoverage(fontFiles(folders));
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: folders }] });

process.on('message', (order: PressOrder) => {
  process.send?.(answer(order));
});
process.on('disconnect', () => process.exit(0));

function answer(order: PressOrder): PressAnswer {
  const model = typesettableModel(order.model, covers) as Record<string, unknown>;
  for (const [path, svg] of order.codes) put(model, path, svg);
  try {
    if (order.picture === undefined) return print(order, model);
    compiler.mapShadow(picturePath, Buffer.from(order.picture));
    try {
      return print(order, model);
    } catch {
      // A broken picture must not cost the applicant the paper: it is printed with a pointer to the file.
      return print(order, { ...model, signature: { kind: 'unprintable' } });
    } finally {
      compiler.unmapShadow(picturePath);
    }
  } catch (error) {
    return { order: order.order, failure: error instanceof Error ? error.message : String(error) };
  } finally {
    // Without this the compiler keeps every paper: 731 MB after 500; with it the memory stays flat.
    compiler.evictCache(2);
  }
}

/** Closer settings of the text (documents/lib/prose.typ), tried where they may save a page. */
const closerDensities = [1, 2, 3];
/** Longer papers are set as the standard says. */
const longestFitted = 4;

function print(order: PressOrder, model: unknown): PressAnswer {
  const data = JSON.stringify(model);
  let chosen = compile(order.template, data, 0);
  if (chosen.numOfPages > 1 && chosen.numOfPages <= longestFitted) {
    for (const density of closerDensities) {
      const closer = compile(order.template, data, density);
      if (closer.numOfPages >= chosen.numOfPages) continue;
      chosen = closer;
      break;
    }
  }
  const pdf = compiler.pdf(chosen, { pdfStandard: 'a-2b', creationTimestamp: order.timestamp });
  return { order: order.order, pdf: new Uint8Array(pdf), pages: chosen.numOfPages };
}

function compile(template: string, data: string, density: number): NodeTypstDocument {
  const compiled = compiler.compile({
    mainFilePath: `${workspace}/${template}`,
    inputs: { d: data, density: String(density) },
  });
  if (compiled.result !== null) return compiled.result;
  const said = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
  throw new Error(
    said.map((entry: { message?: string; path?: string }) => `${entry.path}: ${entry.message}`).join('; '),
  );
}

function put(target: Record<string, unknown>, path: readonly string[], value: string): void {
  const inner = path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, target);
  inner[path.at(-1)!] = value;
}
