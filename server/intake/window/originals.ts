import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type {
  listOriginals as listContract,
  OriginalView,
  returnOriginals as returnContract,
} from '#contract/window.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { originalStanding } from '#domain/intake/window-originals.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { type Actor, ledgerActor, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { decodeCursor, encodeCursor, pageSize } from '../../platform/paging.ts';
import { type ApplicationNames, namesOf } from './hand-over-store.ts';
import { countOriginals, listOriginalRows, type OriginalRow, recordReturn } from './original-store.ts';
import { documentText } from './visit-record.ts';

export function originalView(
  row: OriginalRow,
  names: ApplicationNames | undefined,
  catalog: Catalog,
  today: PlainDate,
): OriginalView {
  const { returned } = row;
  return {
    originalId: row.original_id,
    subjectKey: row.subject_key,
    applicationId: row.application_id,
    applicationNumber: names?.number ?? '',
    subjectName: names?.subject_name ?? '',
    phone: names?.phone ?? '',
    name: row.name,
    pages: row.pages,
    place: row.place,
    windowUnitName: catalog.units.get(row.window_unit_id)?.name ?? '',
    keptOn: row.kept_on,
    keptBy: row.kept_by.name,
    returnBy: row.return_by,
    standing: originalStanding({ returnBy: row.return_by, returned: returned !== null }, today),
    returned:
      returned && row.returned_at
        ? { at: row.returned_at, to: returned.to, document: returned.document, by: returned.by.name }
        : null,
  };
}

/** Originals at this window: those not yet given back, the most urgent first; or those given back. */
export async function listOriginals(
  services: Services,
  actor: Actor,
  query: { readonly list?: 'kept' | 'returned' | undefined; readonly after?: string | undefined },
): Promise<ReplyOf<typeof listContract>> {
  const unit = actor.kind === 'officer' ? actor.unit.unitId : '';
  const list = query.list ?? 'kept';
  const [day, id] = decodeCursor(query.after, 2) ?? [null, null];
  const catalog = await services.catalog();
  const rows = await services.db.read(scopeOf(actor, ['window']), (tx) =>
    listOriginalRows(tx, unit, list, [day ?? null, id ?? null], pageSize + 1),
  );
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const key = last && (list === 'kept' ? last.return_by : last.returned_at!);
  // An application may have gone to another window while its originals are still here.
  const originals = await services.db.read({ sees: 'all' }, async (tx) => {
    const views: OriginalView[] = [];
    for (const row of page) {
      const names = await namesOf(tx, row.subject_key, row.application_id);
      views.push(originalView(row, names, catalog, services.clock.today()));
    }
    return views;
  });
  return {
    originals,
    next: rows.length > pageSize && last && key ? encodeCursor([key, last.original_id]) : null,
  };
}

/** Notes that originals went back to the visitor. What was given back before stays as it was noted then. */
export async function returnOriginals(
  services: Services,
  actor: Actor,
  subjectKey: string,
  body: BodyOf<typeof returnContract>,
): Promise<ReplyOf<typeof returnContract> | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  if (!body.signature)
    return refuse('invalid', 'signature-missing', '归还原件要签收。', {
      fields: [{ field: 'signature', text: '请领取人签收。' }],
    });
  const { unitId } = actor.unit;
  const ids = [...new Set(body.originalIds)];
  return services.db.transaction(scopeOf(actor, ['window']), async (tx) => {
    if ((await countOriginals(tx, subjectKey, unitId, ids)) !== ids.length)
      return refuse('not-found', 'original-not-found', '有一份原件不在本窗口的登记里，请刷新后再试。');
    const returned = await recordReturn(tx, {
      subjectKey,
      ids,
      windowUnitId: unitId,
      returned: {
        to: body.receivedBy.trim(),
        document: documentText(body.document, body.documentNumber),
        checked: body.checked ?? null,
        signature: body.signature,
        by: ledgerActor(actor),
      },
      at: services.clock.now(),
    });
    return { returned };
  });
}
