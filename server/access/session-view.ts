import type { SessionView } from '#contract/access.ts';
import { regionPrefix } from '#domain/catalog/catalog.ts';
import type { Actor, OwnSubject } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { maskPhone } from './mask.ts';

const nobody = {
  kind: 'guest' as const,
  name: null,
  subjects: [],
  actingFor: null,
  phone: null,
  assurance: null,
  officerId: null,
  unit: null,
  roles: [],
  regionPrefix: null,
};

function subjectView({ subjectKey, name, kind, maskedIdentifier, as, ground, mandate }: OwnSubject) {
  return {
    subjectKey,
    name,
    kind,
    maskedIdentifier,
    as,
    mandate: mandate
      ? {
          authorisationId: mandate.authorisationId,
          matters: mandate.matters ? [...mandate.matters] : null,
          until: mandate.until,
          only: ground === 'authorisation',
        }
      : null,
  };
}

/** The session as the browser sees it. */
export function sessionView(actor: Actor, services: Services): SessionView {
  const around = { today: services.clock.today(), demo: services.config.demo };
  if (actor.kind === 'guest') return { ...nobody, ...around };
  if (actor.kind === 'applicant')
    return {
      ...nobody,
      ...around,
      kind: 'applicant',
      name: actor.name,
      subjects: actor.subjects.map(subjectView),
      actingFor: actor.actingFor,
      phone: maskPhone(actor.phone),
      assurance: actor.assurance,
    };
  const { unitId, name, regionCode, kind, sector } = actor.unit;
  return {
    ...nobody,
    ...around,
    kind: 'officer',
    name: actor.name,
    officerId: actor.officerId,
    unit: { unitId, name, regionCode, kind, sector },
    roles: [...actor.roles],
    regionPrefix: regionPrefix(regionCode),
  };
}
