import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import type { ApplicationView } from '#contract/intake.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { type Actor, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { FileReply } from '../platform/route.ts';
import { mostZipBytes, type ZipEntry, zipName, zipOf } from '../platform/zip.ts';
import { getApplication } from './application-view.ts';

/** A file that goes into the archive, by where its bytes lie. */
interface Part {
  readonly name: string;
  readonly what: string;
  readonly number: string;
  readonly day: string;
  readonly from: { readonly table: 'paper' | 'attachment'; readonly id: string };
}

type Key = { readonly subjectKey: string; readonly applicationId: string };

/**
 * One archive of everything an application holds for its applicant: form, commitment, receipt, notices, decisions, the own uploads and a
 * list with a digest of each. What is not printed yet stands in the list as missing. Files are read one after the other while they are
 * sent. Agents get what they may see.
 */
export async function downloadAll(services: Services, actor: Actor, key: Key): Promise<FileReply | Refusal> {
  const view = await getApplication(services, actor, key.subjectKey, key.applicationId);
  if (isRefusal(view)) return view;
  const uploaded = view.attachments.reduce((sum, one) => sum + one.bytes, 0);
  if (uploaded > mostZipBytes / 2)
    return refuse('unmet-condition', 'too-large', '材料太多，一个压缩包装不下，请在页面上分份下载。');
  const parts = partsOf(view);
  return {
    file: true,
    type: 'application/zip',
    name: `信用修复 ${view.number}.zip`,
    content: Readable.from(zipOf(entriesOf(services, actor, key, view, parts))),
  };
}

const two = (index: number) => String(index + 1).padStart(2, '0');

function partsOf(view: ApplicationView): Part[] {
  const numberOf = new Map(view.items.map((item) => [item.itemId, item.number]));
  const papers = view.papers
    .filter((one) => one.state === 'printed')
    .map((one, index): Part => {
      const about = (one.itemId && numberOf.get(one.itemId)) ?? view.number;
      const words = [one.title, one.docNumber ?? about].join(' ');
      return {
        name: `文书/${two(index)} ${zipName(`${words}.pdf`)}`,
        what: one.title,
        number: one.docNumber ?? about,
        day: one.issuedOn,
        from: { table: 'paper', id: one.paperId },
      };
    });
  // What a scanner found something in is not handed out again.
  const own = view.attachments
    .filter((one) => (one as { scan?: string }).scan !== 'infected')
    .map(
      (one, index): Part => ({
        name: `我交的材料/${two(index)} ${zipName(one.fileName)}`,
        what: '申请人提交的材料',
        number: '',
        day: view.submittedOn,
        from: { table: 'attachment', id: one.attachmentId },
      }),
    );
  return [...papers, ...own];
}

async function* entriesOf(
  services: Services,
  actor: Actor,
  key: Key,
  view: ApplicationView,
  parts: readonly Part[],
): AsyncGenerator<ZipEntry> {
  const at = services.clock.now();
  const rows: string[][] = [];
  for (const part of parts) {
    const content = await readPart(services, actor, key.subjectKey, part);
    const digest = content ? createHash('sha256').update(content).digest('hex') : '';
    rows.push([part.name, part.what, part.number, part.day, content ? String(content.byteLength) : '没有读到', digest]);
    if (content) yield { name: part.name, at, content: () => content };
  }
  for (const one of view.papers.filter((paper) => paper.state !== 'printed'))
    rows.push(['', one.title, one.docNumber ?? '', one.issuedOn, '正在生成，请稍后再下载', '']);
  yield { name: '清单.csv', at, content: () => Buffer.from(listOf(view, rows)) };
}

/** The list as a table that spreadsheets open; a cell that begins like a formula stays text. */
function listOf(view: ApplicationView, rows: readonly string[][]): string {
  const head = ['文件', '内容', '文号或编号', '日期', '字节', 'SHA-256'];
  return stringify([[`申请 ${view.number}`], head, ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

async function readPart(
  services: Services,
  actor: Actor,
  subjectKey: string,
  { from }: Part,
): Promise<Uint8Array | undefined> {
  const rows = await services.db.read(scopeOf(actor, ['window']), (tx) =>
    tx.query<{ content: Uint8Array | null }>(
      `archive-${from.table}`,
      `select content from ${from.table} where subject_key = $1 and ${from.table}_id = $2`,
      [subjectKey, from.id],
    ),
  );
  return rows[0]?.content ?? undefined;
}
