import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type { askRecordOrder as askContract, enterRecordOrder as contract } from '#contract/record-orders.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { parsePlainDate } from '#domain/plain-date.ts';
import { checkChanges, checkGround, checkStanding, orderDue } from '#domain/record/orders/enter-order.ts';
import type { OrderContent, OrderOrigin } from '#domain/record/orders/order-event.ts';
import { orderLaw } from '#domain/record/orders/order-law.ts';
import { type FactChange, isAskedKind, orderAnnuls, orderNames } from '#domain/record/orders/record-order.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { findSubject } from '../../access/subject-store.ts';
import { type Actor, checkSubject, ledgerActor, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import type { Tx } from '../../platform/database.ts';
import type { RecordRow } from '../record-view.ts';
import { ask, enter, type NewOrder, type OrderFrame } from './carry-out.ts';
import { findOrderOfRequest } from './order-chain.ts';
import { findOpenOrder, findOrder, lockRecord } from './order-store.ts';
import { unitOf, viewOf } from './order-view.ts';
import { changesToRow, factOf, orderedRecord } from './ordered-record.ts';

type Key = { readonly subjectKey: string; readonly recordId: string };
type Body = BodyOf<typeof contract>;
type Asked = BodyOf<typeof askContract>;
type Reply = ReplyOf<typeof contract>;

const notFound = () => refuse('not-found', 'record-not-found', '没有找到这条失信信息，或者您无权处理。');

/** A unit enters what a paper it has in hand makes of one of its records: carried out at once. */
export async function enterRecordOrder(
  services: Services,
  actor: Actor,
  key: Key,
  body: Body,
): Promise<Reply | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const today = services.clock.today();
  if (parsePlainDate(body.knownOn) === undefined || body.knownOn > today || body.knownOn < body.ground.day)
    return refuse('invalid', 'known-on-wrong', '收到文书的日期要在文书日期以后、今天以前。', {
      fields: [{ field: 'knownOn', text: '请填写文书日期以后、不晚于今天的日期。' }],
    });
  return inOrder(services, actor, key, body, async (frame, row) => {
    if (row.unit_id !== actor.unit.unitId) return notFound();
    const changes: FactChange[] = (body.changes ?? []).map(({ field, after }) => ({
      field,
      before: factOf(row, field),
      after: after.trim(),
    }));
    const wrong = body.kind === 'change' ? checkChanges(changes, today) : null;
    if (wrong) return wrong;
    const one = await prepare(frame, row, { body, changes, origin: 'unit', knownOn: body.knownOn });
    if (isRefusal(one)) return one;
    const completed = body.kind === 'completion' ? { planCompletedOn: body.ground.day } : {};
    return enter(frame, { ...one, change: { ...changesToRow(row, changes), ...completed } });
  });
}

/** An enterprise or its administrator asks, with the court's ruling: it waits for the unit, within the days of the clause. */
export async function askRecordOrder(
  services: Services,
  actor: Actor,
  key: Key,
  body: Asked,
): Promise<Reply | Refusal> {
  const stranger = checkSubject(actor, key.subjectKey);
  if (stranger) return stranger;
  return inOrder(services, actor, key, body, async (frame, row) => {
    if (row.unit_id === null)
      return refuse('unmet-condition', 'no-unit', '这一条还没有找到办理单位，请先联系认定单位。');
    const one = await prepare(frame, row, { body, changes: [], origin: body.as, knownOn: frame.today });
    if (isRefusal(one)) return one;
    const bound = await bindRuling(frame.tx, row, body.ground.attachmentId);
    return bound ?? ask(frame, one);
  });
}

/** Lock, repeat check, decision, view: what both ways of making an order share. */
async function inOrder(
  services: Services,
  actor: Actor,
  { subjectKey, recordId }: Key,
  { requestId }: { readonly requestId: string },
  make: (frame: OrderFrame, row: RecordRow) => Promise<Parameters<typeof viewOf>[2] | Refusal>,
): Promise<Reply | Refusal> {
  if (actor.kind === 'guest') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const catalog = await services.catalog();
  const today = services.clock.today();
  return services.db.transaction(scopeOf(actor, ['unit']), async (tx): Promise<Reply | Refusal> => {
    const row = await lockRecord(tx, subjectKey, recordId);
    if (!row) return notFound();
    const done = await findOrderOfRequest(tx, subjectKey, requestId);
    const before = done && (await findOrder(tx, subjectKey, done));
    if (before) return viewOf(tx, today, before, unitOf(actor));
    const frame: OrderFrame = {
      tx,
      catalog,
      today,
      now: services.clock.now(),
      actor: ledgerActor(actor, subjectKey),
      requestId,
    };
    const order = await make(frame, row);
    return isRefusal(order) ? order : viewOf(tx, today, order, unitOf(actor));
  });
}

interface Preparing {
  readonly body: Pick<Body, 'kind' | 'ground' | 'note'>;
  readonly changes: readonly FactChange[];
  readonly origin: OrderOrigin;
  readonly knownOn: string;
}

/** What an order would say today, or why it cannot be made. */
async function prepare(frame: OrderFrame, row: RecordRow, it: Preparing): Promise<NewOrder | Refusal> {
  const { tx, catalog, today } = frame;
  const { kind, ground, note } = it.body;
  const subject = await findSubject(tx, row.subject_key);
  if (!subject) return notFound();
  const record = orderedRecord(catalog, row, subject.kind);
  const refusal =
    checkStanding(record, kind, today) ?? checkGround(ground, today, orderAnnuls(kind) ? row.finding_date : undefined);
  if (refusal) return refusal;
  const open = await findOpenOrder(tx, row.subject_key, row.record_id, kind);
  if (open)
    return refuse('conflict', 'order-open', `“${orderNames[kind]}”已经在办，不用再提。`, {
      more: { orderId: open.order_id },
    });
  const { content, cites } = contentOf(catalog, record.entry, today, it);
  return { record: row, subject, content: { ...content, note: note.trim() }, cites };
}

/** The order in the words of the rule of today; its term counts from the day the paper was there. */
export function contentOf(
  catalog: Catalog,
  entry: string,
  today: string,
  it: Pick<Preparing, 'changes' | 'origin' | 'knownOn'> & { readonly body: Pick<Body, 'kind' | 'ground'> },
): { readonly content: OrderContent; readonly cites: readonly string[] } {
  const law = orderLaw(it.body.kind, entry as Parameters<typeof orderLaw>[1], today);
  return {
    cites: law?.cites ?? [],
    content: {
      kind: it.body.kind,
      origin: it.origin,
      ground: { ...it.body.ground },
      text: law?.text ?? orderNames[it.body.kind],
      note: '',
      statement: law?.statement ?? null,
      changes: it.changes,
      open: law?.open ?? [],
      knownOn: it.knownOn,
      // A request for what a unit may or must do waits at most so long; a completion is noted without a term.
      dueOn: isAskedKind(it.body.kind) || it.origin === 'unit' ? orderDue(law, it.knownOn, catalog.calendar) : null,
    },
  };
}

/** Shows the ruling to the unit and keeps it from being cleared away as an upload nobody used. */
async function bindRuling(tx: Tx, row: RecordRow, attachmentId: string | null): Promise<Refusal | null> {
  if (attachmentId === null)
    return refuse('invalid', 'ruling-missing', '请上传法院的裁定书：没有裁定书不能申请。', {
      cite: ['ndrc36:20', 'samr107:22'],
      fields: [{ field: 'ground.attachmentId', text: '请上传裁定书。' }],
    });
  const changed = await tx.change(
    'ruling-bind',
    `update attachment set unit_ids = array[$3::text] where subject_key = $1 and attachment_id = $2
       and material_key = 'court-ruling' and application_id is null`,
    [row.subject_key, attachmentId, row.unit_id],
  );
  if (changed === 1) return null;
  return refuse('invalid', 'attachment-unknown', '裁定书没有上传成功，请重新上传。', {
    fields: [{ field: 'ground.attachmentId', text: '请重新上传裁定书。' }],
  });
}
