import { paperTitles } from '#contract/paper-models.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { mayOpenPaper } from '../intake/within-mandate.ts';
import { type Actor, checkSubject, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Scope } from '../platform/database.ts';
import { orderJobs } from '../platform/outbox.ts';
import type { FileReply } from '../platform/route.ts';
import { findPaper, findPaperFile, type PaperRow, reopenPaper } from './paper-store.ts';

interface PaperKey {
  readonly subjectKey: string;
  readonly paperId: string;
}

const notFound = () => refuse('not-found', 'paper-not-found', '没有找到这份文书，或者您无权查看它。');

/** The views under which somebody may hold a paper, one after the other: an officer may also stand at a window. */
function viewsOf(actor: Actor): Scope[] {
  if (actor.kind !== 'officer') return [scopeOf(actor)];
  const views = (['unit', 'window'] as const).map((one) => scopeOf(actor, [one])).filter((one) => one.sees !== 'none');
  return views.filter((one, index) => views.findIndex((other) => other.sees === one.sees) === index);
}

async function findInViews<T>(actor: Actor, find: (scope: Scope) => Promise<T | undefined>): Promise<T | undefined> {
  for (const scope of viewsOf(actor)) {
    const found = await find(scope);
    if (found !== undefined) return found;
  }
  return undefined;
}

const titleOf = (paper: PaperRow) => paper.model.head.title ?? paperTitles[paper.kind];

/** A printed paper as PDF, shown in the browser. One that is not printed yet says so. */
export async function downloadPaper(services: Services, actor: Actor, key: PaperKey): Promise<FileReply | Refusal> {
  const stranger = checkSubject(actor, key.subjectKey);
  if (stranger) return stranger;
  const found = await findInViews(actor, (scope) =>
    services.db.read(scope, async (tx) => {
      if (!(await mayOpenPaper(tx, actor, key.subjectKey, key.paperId))) return undefined;
      const paper = await findPaper(tx, key.subjectKey, key.paperId);
      return paper && { paper, content: await findPaperFile(tx, key.subjectKey, key.paperId) };
    }),
  );
  if (!found) return notFound();
  const { paper, content } = found;
  if (paper.state !== 'printed' || !content)
    return refuse(
      'conflict',
      'paper-not-ready',
      paper.state === 'failed'
        ? '这份文书没有生成成功，工作人员会重新生成。办理不受影响，请稍后再来下载。'
        : paper.failure
          ? '这份文书正在等待加盖电子签章，盖好后就可以下载，会自动重试。办理不受影响。'
          : '这份文书正在生成，一般几秒钟就好，请稍后再试。',
      { more: { state: paper.state } },
    );
  const name = `${titleOf(paper)}${paper.doc_number ? ` ${paper.doc_number}` : ''}.pdf`;
  return { file: true, type: 'application/pdf', name, content, inline: true };
}

/** Orders a failed paper to be printed again, from the same model. Twice at once orders it once. */
export async function reprintPaper(
  services: Services,
  actor: Actor,
  key: PaperKey,
): Promise<{ state: string } | Refusal> {
  const now = services.clock.now();
  const found = await findInViews(actor, (scope) =>
    services.db.transaction(scope, async (tx): Promise<{ state: string } | Refusal | undefined> => {
      const paper = await findPaper(tx, key.subjectKey, key.paperId);
      if (!paper) return undefined;
      if (paper.state === 'printed')
        return refuse('conflict', 'already-printed', '这份文书已经生成，可以直接打开，不用重新生成。');
      if (await reopenPaper(tx, key.subjectKey, key.paperId))
        await orderJobs(tx, key.subjectKey, [{ task: 'print-paper', payload: { paperId: key.paperId } }], now);
      return { state: 'ordered' };
    }),
  );
  return found ?? notFound();
}
