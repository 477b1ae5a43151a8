import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type { deregisterSubject as contract } from '#contract/record-orders.ts';
import { type Catalog, lawEntryOf } from '#domain/catalog/catalog.ts';
import { parsePlainDate } from '#domain/plain-date.ts';
import { checkGround, checkStanding } from '#domain/record/orders/enter-order.ts';
import { orderLaw } from '#domain/record/orders/order-law.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { normaliseCode } from '#domain/uscc.ts';
import { findSubject, findSubjectKey, type SubjectRow } from '../../access/subject-store.ts';
import { type Actor, ledgerActor } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { citations } from '../../platform/citations.ts';
import type { Tx } from '../../platform/database.ts';
import { settled } from '../../platform/task.ts';
import { logAccess } from '../log-access.ts';
import { type RecordRow, recordColumns } from '../record-view.ts';
import { enter, type OrderFrame } from './carry-out.ts';
import { findOrderOfRequest } from './order-chain.ts';
import { orderedRecord } from './ordered-record.ts';

type Body = BodyOf<typeof contract>;
type Reply = ReplyOf<typeof contract>;

/** What was told, by hand or in a file. */
type Said = Pick<Body, 'deregisteredOn' | 'ground'> & { readonly requestId: string | null };

/**
 * 注销, entered by market supervision (登记地部门): it ends display of every market record of the subject, its own and others' (107号
 * art 20), and nothing else; for everything else no clause does.
 */
export async function deregisterSubject(services: Services, actor: Actor, body: Body): Promise<Reply | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  if (actor.unit.sector !== 'market')
    return refuse('forbidden', 'not-the-registrar', '注销由登记地市场监督管理部门登记。', { cite: ['samr107:20'] });
  const today = services.clock.today();
  const refusal = checkDay(body.deregisteredOn, today) ?? checkGround(body.ground, today);
  if (refusal) return refusal;
  const catalog = await services.catalog();
  return services.db.transaction({ sees: 'all' }, async (tx): Promise<Reply | Refusal> => {
    const now = services.clock.now();
    const key = await findSubjectKey(tx, normaliseCode(body.code));
    const subject = key && (await findSubject(tx, key));
    if (!subject || subject.kind === 'person')
      return refuse('not-found', 'subject-not-found', '没有找到这个代码的企业或者个体工商户。', {
        fields: [{ field: 'code', text: '没有找到这个代码。' }],
      });
    await logAccess(tx, actor, 'look-up-subject', subject.subject_key, { purpose: 'deregistration' }, now);
    const frame = { tx, catalog, today, now, actor: ledgerActor(actor), requestId: null };
    return deregister(frame, subject, body);
  });
}

/** What a file or a system of the registrar said (task `deregister-subject`): the same act, in the unit's name. Twice ends nothing twice. */
export async function deregisterImported(
  services: Services,
  subjectKey: string,
  said: { readonly deregisteredOn: string; readonly unitId: string; readonly importId: string | null },
): Promise<void> {
  const catalog = await services.catalog();
  const today = services.clock.today();
  const unit = catalog.units.get(said.unitId);
  if (!unit) throw new Error(`unit ${said.unitId} is not in the catalogue`);
  const actor = {
    kind: 'platform',
    id: 'import',
    name: '导入的登记信息',
    unitId: unit.unitId,
    unitName: unit.name,
  } as const;
  const ground = {
    title: '主体登记信息',
    number: said.importId === null ? '业务系统报送' : `导入批次${said.importId.slice(-8)}`,
    office: unit.name,
    day: said.deregisteredOn,
    attachmentId: null,
  };
  settled(
    await services.db.transaction({ sees: 'all' }, async (tx) => {
      const subject = await findSubject(tx, subjectKey);
      if (!subject || subject.kind === 'person') return;
      const frame = { tx, catalog, today, now: services.clock.now(), actor, requestId: null };
      await deregister(frame, subject, { requestId: null, deregisteredOn: said.deregisteredOn, ground });
    }),
  );
}

/** The day stands with the subject, the first that was told; display ends record by record. */
async function deregister(frame: OrderFrame, subject: SubjectRow, said: Said): Promise<Reply> {
  await frame.tx.change(
    'subject-deregistered',
    'update subject set deregistered_on = coalesce(deregistered_on, $2), updated_at = $3 where subject_key = $1',
    [subject.subject_key, said.deregisteredOn, frame.now],
  );
  return endAll(frame, subject, said);
}

function checkDay(day: string, today: string): Refusal | null {
  if (parsePlainDate(day) !== undefined && day <= today) return null;
  return refuse('invalid', 'day-wrong', '注销日期要是不晚于今天的日期。', {
    fields: [{ field: 'deregisteredOn', text: '请填写不晚于今天的日期。' }],
  });
}

async function endAll(frame: OrderFrame, subject: SubjectRow, body: Said): Promise<Reply> {
  const { tx, catalog, today } = frame;
  let ended = 0;
  const stays: { text: string; cites: readonly string[] }[] = [];
  for (const [index, row] of (await lockRecordsOf(tx, subject.subject_key)).entries()) {
    const entry = lawEntryOf(catalog, row.matter_key);
    const law = orderLaw('deregistration', entry, today);
    if (!law?.sure) {
      stays.push(...(law?.open ?? []));
      continue;
    }
    if (checkStanding(orderedRecord(catalog, row, subject.kind), 'deregistration', today) || row.repaired_on !== null)
      continue;
    // The first order bears the request, so that a repetition finds it.
    const requestId =
      index === 0 && body.requestId && !(await findOrderOfRequest(tx, subject.subject_key, body.requestId))
        ? body.requestId
        : null;
    await enter(
      { ...frame, requestId },
      { record: row, subject, cites: law.cites, content: contentOf(body, today, law) },
    );
    ended += 1;
  }
  return { name: subject.name, ended, stays: onceEach(catalog, stays) };
}

function contentOf(body: Said, today: string, law: NonNullable<ReturnType<typeof orderLaw>>) {
  return {
    kind: 'deregistration' as const,
    origin: 'unit' as const,
    ground: { ...body.ground },
    text: law.text,
    note: '',
    statement: null,
    changes: [],
    open: law.open,
    knownOn: today,
    dueOn: null,
  };
}

function onceEach(_: Catalog, all: readonly { text: string; cites: readonly string[] }[]): Reply['stays'] {
  return [...new Map(all.map((one) => [one.text, one])).values()].map(({ text, cites }) => ({
    text,
    cites: citations(cites),
  }));
}

async function lockRecordsOf(tx: Tx, subjectKey: string): Promise<RecordRow[]> {
  return tx.query<RecordRow>(
    'order-records-lock',
    `select ${recordColumns} from record r where r.subject_key = $1 order by r.record_id limit 500 for no key update of r`,
    [subjectKey],
  );
}
