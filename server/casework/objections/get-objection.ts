import type { ObjectionView } from '#contract/objection-views.ts';
import { type PaperKind, paperTitles } from '#contract/paper-models.ts';
import {
  allObjectionActs,
  checkObjectionAct,
  type ObjectionPerson,
} from '#domain/casework/objections/act-on-objection.ts';
import { type Objection, objectionStates } from '#domain/casework/objections/objection.ts';
import { factLabel, namedFacts } from '#domain/casework/objections/record-corrections.ts';
import { type Catalog, lawEntryOf } from '#domain/catalog/catalog.ts';
import { isStep, isStepShown } from '#domain/item/check-step.ts';
import type { Refusal } from '#domain/refusal.ts';
import { formatCitation } from '#law/cite.ts';
import { objectionRoad, turnAways } from '#law/objection-roads.ts';
import { remediesOf } from '#law/remedies.ts';
import { noteOfSubject } from '../../access/reading-log.ts';
import { type PersonKept, personView } from '../../intake/window/visit-record.ts';
import { type Actor, checkSubject, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { citations } from '../../platform/citations.ts';
import type { Tx } from '../../platform/database.ts';
import { findRecord } from '../../record/record-store.ts';
import type { RecordRow } from '../../record/record-view.ts';
import { headsForReview } from '../assignment/acting-officer.ts';
import { systemName } from '../exchange-words.ts';
import { objectionNotFound } from './act-on-objection.ts';
import { correctable } from './objected-record.ts';
import { readObjectionChain } from './objection-chain-view.ts';
import {
  listObjectionExchanges,
  type ObjectionExchangeRow,
  objectionExchangeWords,
} from './objection-exchange-store.ts';
import { listObjectionEvents, type ObjectionEventRow } from './objection-store.ts';
import { timelineOf } from './objection-timeline.ts';
import {
  type ObjectionSummaryRow,
  objectionSummaryColumns,
  objectionSummaryFrom,
  questionsView,
  rulesView,
  toDeskObjection,
  toObjectionSummary,
} from './objection-view.ts';

interface Key {
  readonly subjectKey: string;
  readonly objectionId: string;
}

/** One objection with everything its reader may see. */
export async function getObjection(services: Services, actor: Actor, key: Key): Promise<ObjectionView | Refusal> {
  const stranger = checkSubject(actor, key.subjectKey);
  if (stranger) return stranger;
  const catalog = await services.catalog();
  for (const prefer of ['unit', 'window', 'region'] as const) {
    const scope = scopeOf(actor, [prefer]);
    if (scope.sees === 'none') continue;
    const inside = actor.kind === 'officer' && prefer !== 'window';
    const view = await services.db.read(scope, async (tx) => {
      const found = await readObjection(tx, services, catalog, { actor, inside }, key);
      const what = { act: 'read-objection', subjectKey: key.subjectKey } as const;
      return (found && (await noteOfSubject(tx, services, actor, scope, what))) ?? found;
    });
    if (view) return view;
    if (actor.kind !== 'officer') break;
  }
  return objectionNotFound();
}

/** The row of a list, for one objection. */
async function findSummary(tx: Tx, { subjectKey, objectionId }: Key): Promise<ObjectionSummaryRow | undefined> {
  const rows = await tx.query<ObjectionSummaryRow>(
    'objection-summary',
    `select ${objectionSummaryColumns} from ${objectionSummaryFrom} where o.subject_key = $1 and o.objection_id = $2`,
    [subjectKey, objectionId],
  );
  return rows[0];
}

/** Who reads, and whether as the unit or those who supervise it. */
interface Reader {
  readonly actor: Actor;
  readonly inside: boolean;
}

async function readObjection(
  tx: Tx,
  services: Services,
  catalog: Catalog,
  { actor, inside }: Reader,
  key: Key,
): Promise<ObjectionView | null> {
  const row = await findSummary(tx, key);
  const record = row && (await findRecord(tx, key.subjectKey, row.fold.recordId));
  if (!row || !record) return null;
  const it = row.fold;
  const today = services.clock.today();
  const entry = lawEntryOf(catalog, it.matterKey);
  const road = objectionRoad(entry, it.ground, it.openedOn);
  const office = actor.kind === 'officer';
  const events = await listObjectionEvents(tx, key.subjectKey, key.objectionId);
  return {
    summary: (inside ? toDeskObjection : toObjectionSummary)(row, catalog, today),
    door: it.door,
    publicText: objectionStates[it.state].public,
    claims: it.claims.map((claim) => ({ ...claim, label: factLabel(claim.field) })),
    reasons: it.reasons,
    request: it.request,
    contact: it.contact,
    against: it.itemId === null ? null : await againstOf(tx, key.subjectKey, it.itemId),
    attachments: await attachmentsOf(tx, key),
    papers: await papersOf(tx, key),
    answer: it.answer && {
      outcome: it.answer.outcome,
      on: it.answer.on,
      findings: it.answer.findings.map((one) => ({ ...one })),
      changes: it.answer.changes.map((one) => ({ ...one })),
    },
    exchanges: (await listObjectionExchanges(tx, key.subjectKey, key.objectionId)).map(exchangeView),
    rules: rulesView(road?.rules ?? []),
    openQuestions: questionsView(it.limits.open),
    remedies: remediesOf(entry)
      .filter((one) => one.key !== 'objection')
      .map((one) => ({ text: `${one.name}：${one.text}`, cites: citations([one.cite]) })),
    timeline: timelineOf(events, { office, inside }, catalog),
    visit: office ? visitOf(events, it, catalog) : null,
    chain: inside ? await readObjectionChain(tx, it, correctable(record), { catalog, today }) : null,
    ...deskPart(await objectionPerson(tx, actor, it, today), it, record, today, road ? turnAways(road) : []),
  };
}

/** Who came to the window that took it in. */
function visitOf(events: readonly ObjectionEventRow[], it: Objection, catalog: Catalog): ObjectionView['visit'] {
  const lodged = events[0];
  if (!lodged || it.windowUnitId === null) return null;
  const visit = lodged.payload.visit as { persons?: readonly PersonKept[] } | undefined;
  return {
    windowName: catalog.units.get(it.windowUnitId)?.name ?? '',
    clerk: lodged.actor.name,
    persons: (visit?.persons ?? []).map(personView),
  };
}

/** What the reader may do, and what a unit needs for it. */
function deskPart(
  who: ObjectionPerson,
  objection: Objection,
  record: RecordRow,
  today: string,
  allowed: ReturnType<typeof turnAways>,
): Pick<ObjectionView, 'facts' | 'turnAways' | 'acts'> {
  const own = who.kind === 'officer' && who.unitId === objection.unitId;
  const aboutRecord = objection.ground === 'content' || objection.ground === 'period';
  return {
    facts: own && aboutRecord ? namedFacts(correctable(record), 'content') : [],
    turnAways: own ? allowed.map(({ code, text, cite }) => ({ code, text, citeText: formatCitation(cite) })) : [],
    acts: allObjectionActs.flatMap((act) => {
      const bar = checkObjectionAct({ objection, who, today }, act);
      if (isStep(act) ? !isStepShown(objection.proposal, act, who) : bar?.kind === 'forbidden') return [];
      return [{ act, whyNot: bar?.text ?? null }];
    }),
  };
}

/** The reader as the rules of objections know them. */
export async function objectionPerson(
  tx: Tx,
  actor: Actor,
  it: Pick<Objection, 'unitId' | 'proposal'>,
  today: string,
): Promise<ObjectionPerson> {
  if (actor.kind !== 'officer') return { kind: 'applicant' };
  const { unit, roles, officerId, name } = actor;
  const heads = unit.unitId === it.unitId ? await headsForReview(tx, it, today) : {};
  return { kind: 'officer', unitId: unit.unitId, roles, officerId, name, ...heads };
}

async function againstOf(tx: Tx, subjectKey: string, itemId: string): Promise<ObjectionView['against']> {
  const rows = await tx.query<{ number: string; decision: string | null }>(
    'objection-against',
    `select number, fold ->> 'decisionNumber' as decision from item where subject_key = $1 and item_id = $2`,
    [subjectKey, itemId],
  );
  return rows[0] ? { itemNumber: rows[0].number, decisionNumber: rows[0].decision } : null;
}

async function attachmentsOf(tx: Tx, { subjectKey, objectionId }: Key): Promise<ObjectionView['attachments']> {
  return tx.query<ObjectionView['attachments'][number]>(
    'objection-attachments',
    `select attachment_id as "attachmentId", file_name as "fileName", bytes, scan from attachment
     where subject_key = $1 and objection_id = $2 order by uploaded_at, attachment_id`,
    [subjectKey, objectionId],
  );
}

async function papersOf(tx: Tx, { subjectKey, objectionId }: Key): Promise<ObjectionView['papers']> {
  const rows = await tx.query<{
    paper_id: string;
    kind: PaperKind;
    doc_number: string | null;
    issued_on: string;
    state: string;
    title: string | null;
  }>(
    'objection-papers',
    `select paper_id, kind, doc_number, issued_on, state, model -> 'head' ->> 'title' as title from paper
     where subject_key = $1 and objection_id = $2 order by ordered_at, paper_id`,
    [subjectKey, objectionId],
  );
  return rows.map((row) => ({
    paperId: row.paper_id,
    kind: row.kind,
    title: row.title ?? paperTitles[row.kind] ?? '文书',
    docNumber: row.doc_number,
    issuedOn: row.issued_on,
    state: row.state,
  }));
}

function exchangeView(row: ObjectionExchangeRow): ObjectionView['exchanges'][number] {
  return {
    exchangeId: row.exchange_id,
    system: systemName(row.system),
    what: objectionExchangeWords[row.kind],
    state: row.state,
    receiptNo: row.receipt?.receiptNo ?? null,
    lastError: row.last_error,
    confirmedAt: row.confirmed_at,
  };
}
