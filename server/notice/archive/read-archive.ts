import { checkArchivable } from '#domain/casework/archivable.ts';
import type { Item } from '#domain/item/item.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { noteOfSubject } from '../../access/reading-log.ts';
import { type ApplicationRow, findApplication } from '../../intake/intake-store.ts';
import { type Actor, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import * as store from './archive-store.ts';

export interface ArchiveKey {
  readonly subjectKey: string;
  readonly applicationId: string;
}

/** What goes into a package, without the bytes of its files. */
export interface Archive {
  readonly application: ApplicationRow;
  readonly items: readonly Item[];
  readonly papers: readonly store.ArchivedPaper[];
  readonly files: readonly store.ArchivedFile[];
  readonly entries: readonly store.ArchivedEntry[];
  readonly exchanges: readonly store.ArchivedExchange[];
  /** Last day on which something happened to its items. */
  readonly closedOn: string;
}

/**
 * Reads what an application leaves behind: for an officer what his unit dealt with, for an operator, who must have said why, all of it.
 * Refused while an item is open or a paper is not sealed yet: a package that grows afterwards is no archive.
 */
export async function readArchive(services: Services, actor: Actor, key: ArchiveKey): Promise<Archive | Refusal> {
  const scope = scopeOf(actor, ['unit']);
  const { subjectKey, applicationId } = key;
  return services.db.transaction(scope, async (tx): Promise<Archive | Refusal> => {
    const application = await findApplication(tx, subjectKey, applicationId);
    const items = application ? await store.listArchivedItems(tx, [subjectKey, applicationId]) : [];
    if (!application || items.length === 0)
      return refuse('not-found', 'application-not-found', '没有找到这份申请，或者它不由本单位办理。');
    const papers = await store.listArchivedPapers(tx, [subjectKey, applicationId]);
    const early = checkArchivable(items, papers);
    if (early) return early;
    const unsaid = await noteOfSubject(tx, services, actor, scope, {
      act: 'download-archive',
      subjectKey,
      detail: { applicationId },
    });
    if (unsaid) return unsaid;
    const itemIds = items.map(({ itemId }) => itemId);
    const unit = scope.sees === 'unit' ? scope.unit : null;
    const files = await store.listArchivedFiles(tx, [subjectKey, applicationId], unit);
    const entries = await store.listArchivedEntries(tx, subjectKey, itemIds);
    return {
      application,
      items,
      papers,
      files: files.filter(({ scan }) => scan !== 'infected'),
      entries,
      exchanges: await store.listArchivedExchanges(tx, subjectKey, itemIds),
      closedOn: entries.map(({ day }) => String(day)).reduce((a, b) => (a > b ? a : b)),
    };
  });
}
