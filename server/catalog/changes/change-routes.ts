import * as contract from '#contract/catalog-changes.ts';
import * as lawRows from '#contract/law-rows.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Actor, Officer } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { type Route, route } from '../../platform/route.ts';
import { askedDay } from '../listed-matter.ts';
import { decideChange, getChange, withdrawChange } from './decide-change.ts';
import { fileChange, previewChange } from './file-change.ts';
import { listAnnouncements, listChanges, listVersions } from './list-changes.ts';
import { listPoints, listStandards } from './list-law-rows.ts';

/** Changing the catalogue by two persons, and what has become of it. */
export function changeRoutes(services: Services): Route[] {
  return [
    route(contract.previewCatalogChange, ({ actor, body }) =>
      asOfficer(actor, (officer) => previewChange(services, officer, body)),
    ),
    route(contract.fileCatalogChange, ({ actor, body }) =>
      asOfficer(actor, (officer) => fileChange(services, officer, body)),
    ),
    route(contract.listCatalogChanges, ({ actor, query }) =>
      asOfficer(actor, (officer) => listChanges(services, officer, query)),
    ),
    route(contract.getCatalogChange, ({ actor, params }) =>
      asOfficer(actor, (officer) => getChange(services, officer, params.changeId)),
    ),
    route(contract.decideCatalogChange, ({ actor, params, body }) =>
      asOfficer(actor, (officer) => decideChange(services, officer, params.changeId, body)),
    ),
    route(contract.withdrawCatalogChange, ({ actor, params, body }) =>
      asOfficer(actor, (officer) => withdrawChange(services, officer, params.changeId, body.reason)),
    ),
    route(contract.listAnnouncements, () => listAnnouncements(services)),
    route(contract.listMatterVersions, ({ params }) => listVersions(services, params.matterKey)),
    route(lawRows.listLawPoints, async ({ query }) => {
      const on = askedDay(services, query.on);
      return isRefusal(on) ? on : listPoints(await services.catalog(), on);
    }),
    route(lawRows.listClassStandards, async ({ query }) => {
      const on = askedDay(services, query.on);
      return isRefusal(on) ? on : listStandards(await services.catalog(), on);
    }),
  ];
}

function asOfficer<T>(actor: Actor, act: (officer: Officer) => Promise<T>): Promise<T | Refusal> {
  return actor.kind === 'officer'
    ? act(actor)
    : Promise.resolve(refuse('forbidden', 'role-missing', '您的身份不能进行这项操作。'));
}
