import type { ReplyOf } from '#contract/endpoint.ts';
import type { ObjectionWay } from '#contract/objection-views.ts';
import type * as contract from '#contract/objections.ts';
import { checkLodging, lodgingEnds } from '#domain/casework/objections/lodge-objection.ts';
import { groundWords, objectedThing } from '#domain/casework/objections/objection.ts';
import { namedFacts } from '#domain/casework/objections/record-corrections.ts';
import { type Catalog, lawEntryOf } from '#domain/catalog/catalog.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { plainRecord } from '#domain/record/plain-record.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { type ObjectionRoad, objectionRoad, turnAways } from '#law/objection-roads.ts';
import type { ObjectionGround } from '#law/objections.ts';
import { findSubject } from '../../access/subject-store.ts';
import { type Actor, checkSubject, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { citations } from '../../platform/citations.ts';
import type { Tx } from '../../platform/database.ts';
import { findRecord } from '../../record/record-store.ts';
import type { RecordRow } from '../../record/record-view.ts';
import { correctable } from './objected-record.ts';
import { findOpenThings } from './objection-store.ts';
import { questionsView, rulesView } from './objection-view.ts';

/** A decision on an item that may be objected to. */
export interface ObjectedDecision {
  readonly item_id: string;
  readonly number: string;
  readonly state: 'declined' | 'refused';
}

/** Decisions of items of a record that went against the applicant and were not withdrawn by an objection; the newest first. */
export async function findObjectedDecisions(tx: Tx, subjectKey: string, recordId: string): Promise<ObjectedDecision[]> {
  return tx.query<ObjectedDecision>(
    'objection-decisions',
    `select i.item_id, i.number, i.state from item i
     where i.subject_key = $1 and i.record_id = $2 and i.state in ('declined', 'refused') and not exists (
       select from objection o where o.subject_key = i.subject_key and o.item_id = i.item_id and o.state = 'corrected')
     order by i.opened_at desc limit 20`,
    [subjectKey, recordId],
  );
}

export interface WaysFrame {
  readonly catalog: Catalog;
  readonly today: PlainDate;
  readonly row: RecordRow;
  readonly open: ReadonlyMap<string, { readonly objectionId: string; readonly number: string }>;
}

function wayOf(frame: WaysFrame, ground: ObjectionGround, decision: ObjectedDecision | null): ObjectionWay | null {
  const { catalog, today, row } = frame;
  const road = objectionRoad(lawEntryOf(catalog, row.matter_key), ground, today);
  if (!road) return null;
  const record = correctable(row);
  const itemId = decision?.item_id ?? null;
  const open = frame.open.get(objectedThing({ ground, itemId })) ?? null;
  const bar = checkLodging({
    road,
    record,
    today,
    calendar: catalog.calendar,
    openNumber: open?.number ?? null,
  });
  return {
    ground,
    label: decision ? `办件${decision.number}：${groundWords[ground]}` : groundWords[ground],
    itemId,
    itemNumber: decision?.number ?? null,
    doors: [...road.doors],
    rules: rulesView(road.rules),
    elsewhere: road.elsewhere && { text: road.elsewhere.text, cites: citations(road.elsewhere.cite) },
    evidence: evidenceView(road),
    until: lodgingEnds(road, record, catalog.calendar)?.day ?? null,
    whyNot: bar && bar.code !== 'objection-elsewhere' ? { text: bar.text, cites: citations(bar.cite ?? []) } : null,
    open,
    openQuestions: questionsView(road.open),
    facts: ground === 'content' || ground === 'period' ? namedFacts(record, ground) : [],
  };
}

/** Told before it is lodged: without evidence it may be turned away, by the clause that lets the unit do so. */
function evidenceView(road: ObjectionRoad): ObjectionWay['evidence'] {
  const rule = road.doors.length > 0 ? turnAways(road).find((one) => one.code === 'no-evidence') : undefined;
  return rule
    ? { text: '提出异议要有佐证材料；没有提交佐证材料的，单位可以不予受理。', cites: citations([rule.cite]) }
    : null;
}

/** What can be objected to about a record on a day: what it shows, its listing, the decisions on its items. */
export function waysOf(frame: WaysFrame, decisions: readonly ObjectedDecision[]): ObjectionWay[] {
  const aboutRecord = (['content', 'period', 'listing'] as const).map((ground) => wayOf(frame, ground, null));
  const aboutDecisions = decisions.map((one) => wayOf(frame, one.state, one));
  return [...aboutRecord, ...aboutDecisions].filter((one) => one !== null);
}

/** For the form: everything that can be objected to about a record, where to, by when. */
export async function getObjectionWays(
  services: Services,
  actor: Actor,
  key: { readonly subjectKey: string; readonly recordId: string },
): Promise<ReplyOf<typeof contract.getObjectionWays> | Refusal> {
  const stranger = checkSubject(actor, key.subjectKey);
  if (stranger) return stranger;
  const catalog = await services.catalog();
  const scope = scopeOf(actor, ['window']);
  return services.db.read(scope, async (tx) => {
    const row = await findRecord(tx, key.subjectKey, key.recordId);
    const subject = row && (await findSubject(tx, key.subjectKey));
    if (!row || !subject) return refuse('not-found', 'record-not-found', '没有找到这条失信信息，或者您无权查看它。');
    // A window sees only what it took in: of the rest the platform tells what the visitor, whose it is, may know.
    const [open, decisions] = await services.db.read(
      actor.kind === 'officer' ? { sees: 'subject', subjects: [key.subjectKey] } : scope,
      async (own) =>
        [
          await findOpenThings(own, key.subjectKey, key.recordId),
          await findObjectedDecisions(own, key.subjectKey, key.recordId),
        ] as const,
    );
    return {
      record: {
        plain: plainRecord({ recordType: row.record_type, facts: row.facts }),
        docNumber: row.doc_number,
        organName: row.organ_name,
        findingDate: row.finding_date,
        matterName: catalog.matters.find((one) => one.matterKey === row.matter_key)?.name ?? row.matter_key,
        unitName: (row.unit_id ? catalog.units.get(row.unit_id)?.name : null) ?? null,
      },
      ways: waysOf({ catalog, today: services.clock.today(), row, open }, decisions),
      contact: {
        name: actor.kind === 'applicant' ? actor.name : (subject.legal_rep ?? ''),
        phone: (actor.kind === 'applicant' ? actor.phone : subject.phone) ?? '',
      },
    };
  });
}
