import { type PaperKind, paperTitles } from '#contract/paper-models.ts';
import * as contract from '#contract/progress.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { FileReply } from '../platform/route.ts';
import { type Route, route } from '../platform/route.ts';
import { downloadAll } from './download-all.ts';
import { getProgress } from './get-progress.ts';
import { itemByNumber } from './item-by-number.ts';
import { type OpenedByCode, openByCode, type TypedCode } from './open-by-code.ts';
import { askQuestion } from './questions/ask-question.ts';
import { uploadByCodeRoutes } from './upload-by-code.ts';

/** What the holder of number and query code asks without an account: state, papers, everything at once, an upload, a question. */
export function byCodeRoutes(services: Services): Route[] {
  const open = (body: TypedCode, address: string) => openByCode(services, body, address);
  return [
    route(contract.getProgress, async ({ body, address }) => {
      const opened = await open(body, address);
      return isRefusal(opened) ? opened : getProgress(services, opened);
    }),
    route(contract.downloadPaperByCode, async ({ body, address }) => {
      const opened = await open(body, address);
      return isRefusal(opened) ? opened : readPaper(services, opened, body.paperId);
    }),
    route(contract.downloadAllByCode, async ({ body, address }) => {
      const opened = await open(body, address);
      return isRefusal(opened) ? opened : downloadAll(services, opened.actor, opened);
    }),
    ...uploadByCodeRoutes(services),
    route(contract.askByCode, async ({ body, address }) => {
      const opened = await open(body, address);
      if (isRefusal(opened)) return opened;
      const key = await itemByNumber(services, opened, body.itemNumber);
      if (isRefusal(key)) return key;
      const asked = await askQuestion(services, opened.actor, key, body);
      return isRefusal(asked) ? asked : getProgress(services, opened);
    }),
    route(contract.downloadEverything, ({ actor, params }) => downloadAll(services, actor, params)),
  ];
}

async function readPaper(services: Services, opened: OpenedByCode, paperId: string): Promise<FileReply | Refusal> {
  const rows = await services.db.read(scopeOf(opened.actor), (tx) =>
    tx.query<{ content: Uint8Array | null; kind: PaperKind }>(
      'paper-by-code',
      'select content, kind from paper where subject_key = $1 and application_id = $2 and paper_id = $3',
      [opened.subjectKey, opened.applicationId, paperId],
    ),
  );
  const row = rows[0];
  if (!row) return refuse('not-found', 'paper-not-found', '这份申请里没有这份文书。');
  if (!row.content) return refuse('conflict', 'paper-not-ready', '这份文书正在生成，一般几秒钟就好，请稍后再试。');
  return { file: true, type: 'application/pdf', name: `${paperTitles[row.kind] ?? '文书'}.pdf`, content: row.content };
}
