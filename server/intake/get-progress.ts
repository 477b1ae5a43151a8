import type { ReplyOf } from '#contract/endpoint.ts';
import type { getProgress as contract } from '#contract/intake.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Services } from '../platform/app-context.ts';
import { applicationItems } from './application-items.ts';
import { findApplication, findNumber } from './intake-store.ts';
import { isQueryCode } from './query-code.ts';

/** Progress without a login. A wrong number and a wrong code get the same answer. */
export async function getProgress(
  services: Services,
  number: string,
  code: string,
): Promise<ReplyOf<typeof contract> | Refusal> {
  const wrong = refuse('not-found', 'progress-not-found', '申请编号或查询码不对。编号和查询码都在收件回执上。');
  const catalog = await services.catalog();
  const found = await services.db.read({ sees: 'none' }, (tx) => findNumber(tx, number.trim().toUpperCase()));
  if (!found || !isQueryCode(services.config.appSecret, found.application_id, code)) return wrong;
  return services.db.read(
    { sees: 'subject', subjects: [found.subject_key] },
    async (tx): Promise<ReplyOf<typeof contract> | Refusal> => {
      const row = await findApplication(tx, found.subject_key, found.application_id);
      if (!row) return wrong;
      return {
        number: row.number,
        submittedOn: row.submitted_on,
        items: await applicationItems(tx, catalog, services.clock.today(), row.subject_key, row.application_id),
      };
    },
  );
}
