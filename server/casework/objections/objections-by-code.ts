import type { ObjectionByCode, ObjectionsByCode } from '#contract/objection-by-code.ts';
import * as contract from '#contract/objection-by-code.ts';
import { type PaperKind, paperTitles } from '#contract/paper-models.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { itemByNumber } from '../../intake/item-by-number.ts';
import { type OpenedByCode, openByCode } from '../../intake/open-by-code.ts';
import { findItem } from '../../item/ledger.ts';
import { scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import type { Tx } from '../../platform/database.ts';
import { type FileReply, type Route, route } from '../../platform/route.ts';
import { findRecord } from '../../record/record-store.ts';
import { getObjection } from './get-objection.ts';
import { lodgeObjection } from './lodge-objection.ts';
import { findOpenThings } from './objection-store.ts';
import { findObjectedDecisions, waysOf } from './objection-ways.ts';

/** Objections of whoever holds number and query code: against the decisions of that application alone, under the rules of a login. */
export function objectionsByCodeRoutes(services: Services): Route[] {
  return [
    route(contract.listObjectionsByCode, async ({ body, address }) => {
      const opened = await openByCode(services, body, address);
      return isRefusal(opened) ? opened : listByCode(services, opened);
    }),
    route(contract.lodgeObjectionByCode, async ({ body, address }) => {
      const opened = await openByCode(services, body, address);
      if (isRefusal(opened)) return opened;
      const key = await itemByNumber(services, opened, body.itemNumber);
      if (isRefusal(key)) return key;
      const item = await services.db.read(scopeOf(opened.actor), (tx) => findItem(tx, key.subjectKey, key.itemId));
      if (item?.state !== 'declined' && item?.state !== 'refused')
        return refuse('unmet-condition', 'no-such-decision', '这一项没有不予受理、不予修复的结果，不用提异议。');
      const { requestId, door, reasons, contact, attachmentIds } = body;
      const lodged = await lodgeObjection(services, opened.actor, key.subjectKey, {
        requestId,
        recordId: item.recordId,
        itemId: item.itemId,
        ground: item.state,
        door,
        claims: [],
        reasons,
        request: '',
        contact,
        attachmentIds,
      });
      return isRefusal(lodged) ? lodged : listByCode(services, opened);
    }),
    route(contract.downloadObjectionPaperByCode, async ({ body, address }) => {
      const opened = await openByCode(services, body, address);
      return isRefusal(opened) ? opened : readPaper(services, opened, body.paperId);
    }),
  ];
}

interface ItemRow {
  readonly item_id: string;
  readonly number: string;
  readonly record_id: string;
  readonly unit_id: string;
  readonly objections: readonly string[];
}

/** Items of the application that went against the applicant, or about which something was said, with the ids of what was said. */
function listItems(tx: Tx, { subjectKey, applicationId }: OpenedByCode): Promise<ItemRow[]> {
  return tx.query<ItemRow>(
    'objections-by-code',
    `select i.item_id, i.number, i.record_id, i.unit_id,
       array(select o.objection_id from objection o where o.subject_key = $1 and o.item_id = i.item_id
         order by o.opened_at desc, o.objection_id) as objections
     from item i where i.subject_key = $1 and i.application_id = $2
       and (i.state in ('declined', 'refused') or exists (
         select from objection o where o.subject_key = $1 and o.item_id = i.item_id))
     order by i.number`,
    [subjectKey, applicationId],
  );
}

/** What can be objected to in an opened application, and how what was said stands. */
async function listByCode(services: Services, opened: OpenedByCode): Promise<ObjectionsByCode | Refusal> {
  const { actor, subjectKey } = opened;
  const catalog = await services.catalog();
  const today = services.clock.today();
  const scope = scopeOf(actor);
  const found = await services.db.read(scope, async (tx) => {
    const items = [];
    for (const row of await listItems(tx, opened)) {
      const record = await findRecord(tx, subjectKey, row.record_id);
      const decisions = await findObjectedDecisions(tx, subjectKey, row.record_id);
      const open = await findOpenThings(tx, subjectKey, row.record_id);
      const ways = record ? waysOf({ catalog, today, row: record, open }, decisions) : [];
      items.push({ row, way: ways.find((one) => one.itemId === row.item_id) ?? null });
    }
    return items;
  });
  const items: ObjectionsByCode['items'] = [];
  for (const { row, way } of found) {
    const objections: ObjectionByCode[] = [];
    for (const objectionId of row.objections) {
      const view = await getObjection(services, actor, { subjectKey, objectionId });
      if (isRefusal(view)) return view;
      objections.push(byCode(view, catalog));
    }
    const unitName = catalog.units.get(row.unit_id)?.name ?? '';
    items.push({ itemNumber: row.number, unitName, way, objections });
  }
  return { items };
}

type View = Exclude<Awaited<ReturnType<typeof getObjection>>, Refusal>;

/** Number and code may be in other hands: whoever lodged it stands here without a name. */
function byCode(view: View, catalog: Catalog): ObjectionByCode {
  const { summary, answer } = view;
  const units = new Set([...catalog.units.values()].map((one) => one.name));
  const nameless = (type: string, by: string) =>
    ['lodged', 'withdrawn'].includes(type) && !units.has(by) ? '申请人' : by;
  return {
    number: summary.number,
    groundText: summary.groundText,
    unitName: summary.unitName,
    publicText: view.publicText,
    openedOn: summary.openedOn,
    closedOn: summary.closedOn,
    due: summary.due,
    answer: answer && {
      outcome: answer.outcome,
      on: answer.on,
      findings: answer.findings.map((one) => (one.evidence ? `${one.text}（依据：${one.evidence}）` : one.text)),
    },
    remedies: summary.closedOn && answer?.outcome !== 'upheld' ? view.remedies : [],
    papers: view.papers.map(({ paperId, title, docNumber, issuedOn, state }) => ({
      paperId,
      title,
      docNumber,
      issuedOn,
      state,
    })),
    timeline: view.timeline.map(({ type, title, text, by, day }) => ({ title, text, by: nameless(type, by), day })),
  };
}

async function readPaper(services: Services, opened: OpenedByCode, paperId: string): Promise<FileReply | Refusal> {
  const rows = await services.db.read(scopeOf(opened.actor), (tx) =>
    tx.query<{ content: Uint8Array | null; kind: PaperKind }>(
      'objection-paper-by-code',
      `select p.content, p.kind from paper p
       join objection o on o.subject_key = p.subject_key and o.objection_id = p.objection_id
       join item i on i.subject_key = o.subject_key and i.item_id = o.item_id
       where p.subject_key = $1 and i.application_id = $2 and p.paper_id = $3`,
      [opened.subjectKey, opened.applicationId, paperId],
    ),
  );
  const row = rows[0];
  if (!row) return refuse('not-found', 'paper-not-found', '这份申请的异议里没有这份文书。');
  if (!row.content) return refuse('conflict', 'paper-not-ready', '这份文书正在生成，一般几秒钟就好，请稍后再试。');
  return { file: true, type: 'application/pdf', name: `${paperTitles[row.kind] ?? '文书'}.pdf`, content: row.content };
}
