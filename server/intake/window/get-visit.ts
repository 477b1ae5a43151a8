import type { ReplyOf } from '#contract/endpoint.ts';
import type { getVisit as contract, findSubmission as findContract } from '#contract/window.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { type Actor, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { findApplication, findApplicationByRequest } from '../intake-store.ts';
import { queryCode } from '../query-code.ts';
import { handOutView, listHandOuts } from './hand-out-result.ts';
import { handOverView } from './hand-over.ts';
import { listHandOversOf } from './hand-over-store.ts';
import { listOriginalsOf } from './original-store.ts';
import { originalView } from './originals.ts';
import { personView } from './visit-record.ts';

/** What the window that follows an application up knows beside its form. The query code stands on its receipt, so it is told again here. */
export async function getVisit(
  services: Services,
  actor: Actor,
  subjectKey: string,
  applicationId: string,
): Promise<ReplyOf<typeof contract> | Refusal> {
  const catalog = await services.catalog();
  const unitId = actor.kind === 'officer' ? actor.unit.unitId : '';
  const today = services.clock.today();
  return services.db.read(scopeOf(actor, ['window']), async (tx): Promise<ReplyOf<typeof contract> | Refusal> => {
    const application = await findApplication(tx, subjectKey, applicationId);
    if (!application) return refuse('not-found', 'application-not-found', '没有找到这份申请，或者它不由本窗口跟进。');
    const names = { number: application.number, subject_name: application.form.name, phone: application.form.phone };
    return {
      queryCode: queryCode(services.config.appSecret, applicationId),
      clerk: application.submitted_by.name,
      persons: (application.visit?.persons ?? []).map(personView),
      originals: (await listOriginalsOf(tx, subjectKey, applicationId)).map((one) =>
        originalView(one, names, catalog, today),
      ),
      handOvers: (await listHandOversOf(tx, subjectKey, applicationId)).map((one) =>
        handOverView(one, names, catalog, unitId),
      ),
      handOuts: (await listHandOuts(tx, subjectKey, applicationId)).map(handOutView),
    };
  });
}

/** Whether a submission arrived: asked after a line that broke, by the id it was sent under. */
export async function findSubmission(
  services: Services,
  actor: Actor,
  subjectKey: string,
  requestId: string,
): Promise<ReplyOf<typeof findContract>> {
  const row = await services.db.read(scopeOf(actor, ['window']), (tx) =>
    findApplicationByRequest(tx, subjectKey, requestId),
  );
  if (!row) return { found: null };
  const { application_id: applicationId, number } = row;
  return { found: { applicationId, number, queryCode: queryCode(services.config.appSecret, applicationId) } };
}
