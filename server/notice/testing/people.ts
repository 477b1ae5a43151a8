import type { Unit } from '#domain/catalog/catalog.ts';
import type { Applicant, Officer } from '../../platform/actor.ts';

/** An applicant who acts for one subject. */
export const applicantOf = (subjectKey: string): Applicant => ({
  kind: 'applicant',
  sub: 'demo',
  name: '某某某',
  phone: null,
  assurance: 'high',
  subjects: [
    { subjectKey, name: '示例（南昌）烟花有限公司', kind: 'organisation', maskedIdentifier: '', as: '法定代表人' },
  ],
  actingFor: subjectKey,
  idToken: null,
});

/** An officer of a unit in some roles. */
export const officerAt = (unit: Unit, roles: Officer['roles']): Officer => ({
  kind: 'officer',
  officerId: `${unit.unitId}-1`,
  name: '某某',
  unit,
  roles,
});
