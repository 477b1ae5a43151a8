import type { Entry } from 'yauzl';
import { scanPart, type WorkbookArchive } from './workbook-archive.ts';
import { attribute } from './xml-scanner.ts';

/** What the cells of all sheets refer to. */
export interface WorkbookParts {
  readonly sheets: readonly { readonly name: string; readonly entry: Entry }[];
  readonly sharedStrings: readonly string[];
  /** For each cell style, whether it shows a number as a day. */
  readonly dayStyles: readonly boolean[];
  readonly date1904: boolean;
}

/** Resolves a relationship target against `xl/`. */
function partName(target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** Relationship id → part. External targets (links to other files, web addresses) are left out and never opened. */
async function readRelationships(archive: WorkbookArchive): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const entry = archive.entries.get('xl/_rels/workbook.xml.rels');
  if (!entry) return targets;
  await scanPart(archive, entry, {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const [id, target] = [attribute(attributes, 'Id'), attribute(attributes, 'Target')];
      if (id !== undefined && target !== undefined) targets.set(id, partName(target));
    },
    text: () => undefined,
    close: () => undefined,
  });
  return targets;
}

/** Built-in number formats that show days: 14–22 everywhere, 27–36 and 50–58 in Chinese editions; 45–47 are times. */
function isDayFormat(id: number, custom: ReadonlyMap<number, string>): boolean {
  const code = custom.get(id);
  if (code === undefined)
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[yd年]/i.test(bare) && !/general/i.test(bare);
}

async function readDayStyles(archive: WorkbookArchive): Promise<boolean[]> {
  const entry = archive.entries.get('xl/styles.xml');
  const custom = new Map<number, string>();
  const formats: number[] = [];
  let inCellFormats = false;
  if (!entry) return [];
  await scanPart(archive, entry, {
    open(name, attributes) {
      if (name === 'numFmt')
        custom.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) formats.push(Number(attribute(attributes, 'numFmtId') ?? 0));
    },
    text: () => undefined,
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return formats.map((id) => isDayFormat(id, custom));
}

/** Texts shared between cells. Pieces of formatted text are joined, the reading aids of East Asian text left out. */
async function readSharedStrings(archive: WorkbookArchive, entry: Entry | undefined): Promise<string[]> {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let inReadingAid = false;
  if (!entry) return strings;
  await scanPart(archive, entry, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 't') inText = !inReadingAid;
      else if (name === 'rPh') inReadingAid = true;
    },
    text(text) {
      if (inText) current += text;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inReadingAid = false;
      else if (name === 'si') strings.push(current);
    },
  });
  return strings;
}

/** The entries that will be read: sheets that hold cells (no chart sheets), and the shared strings. */
export interface WorkbookOutline {
  readonly sheets: readonly { readonly name: string; readonly entry: Entry }[];
  readonly sharedStrings: Entry | undefined;
  readonly date1904: boolean;
}

/** Reads which sheets there are, in the order of their tabs, hidden ones included (a warning would help nobody). */
export async function readOutline(archive: WorkbookArchive): Promise<WorkbookOutline> {
  const targets = await readRelationships(archive);
  const sheets: { name: string; entry: Entry }[] = [];
  let date1904 = false;
  const workbook = archive.entries.get('xl/workbook.xml');
  if (workbook)
    await scanPart(archive, workbook, {
      open(name, attributes) {
        if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
        if (name !== 'sheet') return;
        const target = targets.get(attribute(attributes, 'id') ?? '') ?? '';
        const entry = archive.entries.get(target);
        if (entry && /worksheets\//.test(target)) sheets.push({ name: attribute(attributes, 'name') ?? target, entry });
      },
      text: () => undefined,
      close: () => undefined,
    });
  const shared = [...targets.values()].find((target) => /sharedStrings[^/]*\.xml$/i.test(target));
  return { sheets, sharedStrings: archive.entries.get(shared ?? 'xl/sharedStrings.xml'), date1904 };
}

/** Loads what cells refer to. Call after the parts were verified. */
export async function loadParts(archive: WorkbookArchive, outline: WorkbookOutline): Promise<WorkbookParts> {
  return {
    sheets: outline.sheets,
    sharedStrings: await readSharedStrings(archive, outline.sharedStrings),
    dayStyles: await readDayStyles(archive),
    date1904: outline.date1904,
  };
}
