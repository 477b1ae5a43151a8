import { checkCitizenId, citizenIdFaultText } from '../citizen-id.ts';
import { addDays, formatChinese, type PlainDate } from '../plain-date.ts';
import { type FieldFault, type Refusal, refuse } from '../refusal.ts';

/** How surely the identity service knows who somebody is: 实名等级. */
export type Assurance = 'basic' | 'high';

/** What an agent may do for an enterprise: in which matters (null: all) and until which day, that day included. */
export interface Mandate {
  readonly authorisationId: string;
  readonly matters: readonly string[] | null;
  readonly until: PlainDate;
}

/** On what ground somebody acts for a subject. */
export interface Standing {
  /** `identity`: the identity service vouches for it (本人、法定代表人、企业账号…); `authorisation`: the enterprise authorised it here (受托). */
  readonly ground: 'identity' | 'authorisation';
  /** 本人, 本单位, 法定代表人, 经办人, 受托. */
  readonly as: string;
  /** The authorisation in force: the ground itself, or what lets a person known to the basic degree sign. */
  readonly mandate: Mandate | null;
}

/** An authorisation lasts at most so many days. A rule of the platform's own, so that none is forgotten; no legal limit. */
export const longestMandateDays = 731;

/** Who may authorise agents and take that back: the enterprise's own account or its legal representative, known to the high degree. */
export function checkGrantor(
  subject: { readonly kind: 'organisation' | 'sole-trader' | 'person' },
  standing: Standing,
  assurance: Assurance,
): Refusal | null {
  if (subject.kind === 'person')
    return refuse('unmet-condition', 'no-agent-for-person', '授权经办人只用于企业、其他组织和个体工商户。');
  if (standing.ground !== 'identity' || !['本单位', '法定代表人'].includes(standing.as))
    return refuse(
      'forbidden',
      'not-the-grantor',
      '授权经办人只能由企业账号或法定代表人（负责人、经营者）本人办理，受托人不能转委托。',
    );
  return assurance === 'high' ? null : assuranceTooLow('授权经办人');
}

/** What the enterprise fills in. */
export interface MandateForm {
  readonly name: string;
  readonly identifier: string;
  readonly matters: readonly string[] | null;
  readonly until: PlainDate;
}

/** The form as it is kept: spaces gone, the ID number in its one spelling. */
export interface CheckedMandate extends MandateForm {
  readonly from: PlainDate;
}

/** Checks what the enterprise filled in; every fault names its field. `known`: keys of the matters there are. */
export function checkMandate(
  form: MandateForm,
  known: ReadonlySet<string>,
  today: PlainDate,
): CheckedMandate | Refusal {
  const faults: FieldFault[] = [];
  const name = sameName(form.name);
  if (!/^[\p{Script=Han}·]{2,30}$/u.test(name) && !/^[A-Za-z][A-Za-z .'-]{1,59}$/.test(name))
    faults.push({ field: 'name', text: '请填写经办人身份证上的姓名。' });
  const id = checkCitizenId(form.identifier);
  if (!id.ok) faults.push({ field: 'identifier', text: `${citizenIdFaultText(id.fault)}，请核对。` });
  if (form.matters !== null && (form.matters.length === 0 || form.matters.some((key) => !known.has(key))))
    faults.push({ field: 'matters', text: '请至少选一个事项，或选“全部事项”。' });
  const last = addDays(today, longestMandateDays);
  if (form.until < today || form.until > last)
    faults.push({ field: 'until', text: `请选今天到${formatChinese(last)}之间的一天。` });
  if (faults.length > 0) return refuse('invalid', 'mandate-incomplete', '授权还没有填好。', { fields: faults });
  return {
    name,
    identifier: id.id,
    matters: form.matters === null ? null : [...new Set(form.matters)],
    from: today,
    until: form.until,
  };
}

/** A name as it is compared: without spaces around it, with one kind of middle dot. */
export function sameName(name: string): string {
  return name
    .trim()
    .replace(/[•‧・．]/g, '·')
    .replace(/\s+/g, ' ');
}

/** Whether a mandate reaches a matter on a day. */
export function reaches(mandate: Mandate, matterKey: string, today: PlainDate): boolean {
  return mandate.until >= today && (mandate.matters === null || mandate.matters.includes(matterKey));
}

/**
 * Whether somebody may sign a form over these matters: known to the high degree, or under an authorisation that reaches every one of them.
 * Somebody who acts on an authorisation alone stays within it, however surely he is known.
 */
export function checkSigning(
  standing: Standing,
  assurance: Assurance,
  matterKeys: readonly string[],
  today: PlainDate,
): Refusal | null {
  const { mandate } = standing;
  const within = mandate !== null && matterKeys.every((key) => reaches(mandate, key, today));
  if (within) return null;
  if (standing.ground === 'authorisation')
    return refuse(
      'forbidden',
      'beyond-authorisation',
      '授权不包括这次申请的全部事项，或已经到期。请委托单位重新授权，或去掉授权以外的事项。',
    );
  return assurance === 'high' ? null : assuranceTooLow('提交申请和签署承诺书');
}

function assuranceTooLow(what: string): Refusal {
  return refuse(
    'forbidden',
    'assurance-low',
    `${what}需要高级实名认证，或者有企业在本平台的授权。请现在去完成高级实名认证，认证后回到这里接着办，已填写的内容都在。`,
    { more: { stepUp: true } },
  );
}
