import { changeRegistration, type SubjectRow } from '../access/subject-store.ts';
import { openProvinceClient } from '../gateways/province/province-client.ts';
import type { RegistrationPort } from '../gateways/province/province-port.ts';
import type { Services } from '../platform/app-context.ts';

/** What the registers hold is called this on the form. */
export const registryTitle = '市场主体登记信息';

/** Nobody waits longer than this for a form to open. */
const patienceMs = 2_500;

/** The registers as the form asks them. */
export function openRegistrations({ config }: Services): RegistrationPort {
  return openProvinceClient({
    system: 'province',
    title: '省公共信用信息平台',
    url: config.provincePlatformUrl,
    key: config.gatewayKey,
    requesterId: 'jx-xyxf',
    timeoutMs: Math.min(patienceMs, config.gatewayTimeoutMs),
  });
}

/**
 * The subject as the registers have it today, kept with the subject so that a submission compares with what the form showed. `down` where
 * they do not answer: the form is then filled in with what was kept, and by hand.
 */
export async function readRegistration(
  services: Services,
  registrations: RegistrationPort,
  subject: SubjectRow,
): Promise<{ readonly subject: SubjectRow; readonly down: boolean }> {
  if (subject.kind === 'person') return { subject, down: false };
  const reply = await registrations.readRegistration(subject.identifier);
  if (!reply.ok) return { subject, down: true };
  if (!reply.registration) return { subject, down: false };
  const { address, legalRep, registryOrgan } = reply.registration;
  const now: SubjectRow = {
    ...subject,
    address: address ?? subject.address,
    legal_rep: legalRep ?? subject.legal_rep,
    registry_organ: registryOrgan ?? subject.registry_organ,
  };
  const same = (['address', 'legal_rep', 'registry_organ'] as const).every((key) => now[key] === subject[key]);
  if (!same) await services.db.transaction({ sees: 'all' }, (tx) => changeRegistration(tx, now, services.clock.now()));
  return { subject: now, down: false };
}
