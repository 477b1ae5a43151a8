import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type { renameSubject as contract } from '#contract/record-orders.ts';
import { parsePlainDate } from '#domain/plain-date.ts';
import { normaliseName } from '#domain/record/import-doc-number.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { normaliseCode } from '#domain/uscc.ts';
import { findSubject, findSubjectKey } from '../../access/subject-store.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { logAccess } from '../log-access.ts';
import { renameRow } from '../subject-names.ts';

type Reply = ReplyOf<typeof contract>;

/** 更名: the name before becomes a former one (曾用名), by which everything is still found. */
export async function renameSubject(
  services: Services,
  actor: Actor,
  body: BodyOf<typeof contract>,
): Promise<Reply | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const name = normaliseName(body.name);
  const today = services.clock.today();
  if (parsePlainDate(body.changedOn) === undefined || body.changedOn > today)
    return refuse('invalid', 'day-wrong', '更名日期要是不晚于今天的日期。', {
      fields: [{ field: 'changedOn', text: '请填写不晚于今天的日期。' }],
    });
  return services.db.transaction({ sees: 'all' }, async (tx): Promise<Reply | Refusal> => {
    const now = services.clock.now();
    const key = await findSubjectKey(tx, normaliseCode(body.code));
    const subject = key && (await findSubject(tx, key));
    if (!subject || subject.kind === 'person')
      return refuse('not-found', 'subject-not-found', '没有找到这个代码的企业或者个体工商户。', {
        fields: [{ field: 'code', text: '没有找到这个代码。' }],
      });
    if (subject.name === name) return { name, formerNames: subject.former_names };
    await logAccess(
      tx,
      actor,
      'look-up-subject',
      subject.subject_key,
      { purpose: 'renaming', changedOn: body.changedOn },
      now,
    );
    const formerNames = await renameRow(
      tx,
      subject.subject_key,
      { name, before: subject.name, former: subject.former_names },
      now,
    );
    return { name, formerNames };
  });
}
