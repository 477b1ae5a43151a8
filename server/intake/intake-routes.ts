import { listAgentActs } from '#contract/authorisations.ts';
import * as drafts from '#contract/drafts.ts';
import * as contract from '#contract/intake.ts';
import { listRecords as listRecordsContract } from '#contract/record.ts';
import { listSharedProofs as listSharedProofsContract } from '#contract/shared-data.ts';
import type { Services } from '../platform/app-context.ts';
import { type Route, route } from '../platform/route.ts';
import { openSharedData } from '../record/shared-data/ask-shared-data.ts';
import { openApplicationNumbers } from './application-numbers.ts';
import { getApplication, listApplications } from './application-view.ts';
import { attachmentRoutes } from './attachment-routes.ts';
import { byCodeRoutes } from './by-code-routes.ts';
import { deleteDraft, listDrafts, saveDraft } from './keep-draft.ts';
import { listAgentActs as agentActs } from './list-agent-acts.ts';
import { listRecords } from './list-records.ts';
import { getPrefill } from './prefill.ts';
import { questionRoutes } from './questions/question-routes.ts';
import { openRegistrations } from './read-registration.ts';
import { listSharedProofs } from './shared-proofs.ts';
import { submitApplication } from './submit-application.ts';
import { windowRoutes } from './window/window-routes.ts';
import { listWindowApplications } from './window-applications.ts';

const uuidShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The joint form from draft to receipt, at any door. */
export function intakeRoutes(services: Services): Route[] {
  const takeNumber = openApplicationNumbers(services.db);
  const registrations = openRegistrations(services);
  const sharedData = openSharedData(services);
  return [
    route(listRecordsContract, ({ actor, params, query }) => listRecords(services, actor, params.subjectKey, query.on)),
    route(contract.getPrefill, ({ actor, params }) => getPrefill(services, registrations, actor, params.subjectKey)),
    route(listSharedProofsContract, ({ actor, params, query }) =>
      listSharedProofs(
        services,
        sharedData,
        actor,
        params.subjectKey,
        [...new Set((query.records ?? '').split(',').filter((one) => uuidShape.test(one)))].slice(0, 60),
      ),
    ),
    route(drafts.saveDraft, ({ actor, params, body }) =>
      saveDraft(services, actor, params.subjectKey, params.draftId, body),
    ),
    route(drafts.listDrafts, ({ actor, params }) => listDrafts(services, actor, params.subjectKey)),
    route(drafts.deleteDraft, ({ actor, params }) => deleteDraft(services, actor, params.subjectKey, params.draftId)),
    ...attachmentRoutes(services),
    route(contract.submitApplication, async ({ actor, params, query, body }) =>
      submitApplication(services, {
        actor,
        subjectKey: params.subjectKey,
        body,
        number: await takeNumber(services.clock.today()),
        via: query.via,
      }),
    ),
    route(contract.getApplication, ({ actor, params }) =>
      getApplication(services, actor, params.subjectKey, params.applicationId),
    ),
    route(contract.listApplications, ({ actor, params }) => listApplications(services, actor, params.subjectKey)),
    route(contract.listWindowApplications, ({ actor, query }) => listWindowApplications(services, actor, query.after)),
    ...windowRoutes(services),
    ...byCodeRoutes(services),
    ...questionRoutes(services),
    route(listAgentActs, ({ actor, params }) => agentActs(services, actor, params.subjectKey)),
  ];
}
