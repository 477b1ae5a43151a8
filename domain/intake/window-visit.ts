import { checkCitizenId, citizenIdFaultText } from '../citizen-id.ts';
import { addMonths, type PlainDate, parsePlainDate } from '../plain-date.ts';
import { type FieldFault, type Refusal, refuse } from '../refusal.ts';

/** As whom somebody stands at the counter. */
export const visitorRelations = {
  self: '本人（经营者）',
  'legal-rep': '法定代表人（负责人）',
  agent: '经办人（受委托）',
} as const;
export type VisitorRelation = keyof typeof visitorRelations;

/** Documents by which a person is known. */
export const documentKinds = {
  'id-card': '居民身份证',
  'hk-macao': '港澳居民来往内地通行证',
  taiwan: '台湾居民来往大陆通行证',
  'residence-permit': '外国人永久居留身份证',
  passport: '护照',
} as const;
export type DocumentKind = keyof typeof documentKinds;

/** How the clerk made sure that the person is who the document says. */
export const identityWays = { reader: '人证核验', original: '查看原件', licence: '电子证照' } as const;
export type IdentityWay = keyof typeof identityWays;

/** What shows that an agent may act. `none` is written down with how it was settled; no text makes it a reason to turn anybody away. */
export const authorisationWays = {
  paper: '授权委托书（已扫描）',
  online: '平台上的授权',
  none: '没有书面授权',
} as const;
export type AuthorisationWay = keyof typeof authorisationWays;

export interface PersonChecked {
  readonly relation: VisitorRelation;
  readonly name: string;
  readonly document: DocumentKind;
  readonly documentNumber: string;
  readonly way: IdentityWay;
  readonly authorisation?: {
    readonly way: AuthorisationWay;
    readonly attachmentIds: readonly string[];
    readonly note: string;
  };
}

/** A paper whose original the window keeps for now. */
export interface OriginalKept {
  readonly name: string;
  readonly pages: number;
  readonly place: string;
  /** Absent: the window's usual day (window-originals.ts). */
  readonly returnBy?: PlainDate;
}

/** Who was at the counter, and what was left there. */
export interface WindowVisit {
  readonly persons: readonly PersonChecked[];
  readonly originals: readonly OriginalKept[];
}

/** What a visit is checked against. */
export interface VisitCheck {
  readonly subjectKind: 'organisation' | 'sole-trader' | 'person';
  /** The agent named in the joint form. */
  readonly agentName: string | null;
  readonly signature: { readonly way: string; readonly scans: number; readonly drawn: boolean };
  readonly today: PlainDate;
}

/** Where what a clerk noted of a visit is incomplete: faults of the note, never of the visitor. Fields as in the submission. */
export function visitFaults(visit: WindowVisit, it: VisitCheck): FieldFault[] {
  const faults = visit.persons.flatMap((person, at) => personFaults(person, `visit.persons.${at}`, it.subjectKind));
  if (visit.persons.length === 0) faults.push({ field: 'visit.persons', text: '登记来访人并核对身份。' });
  return [...faults, ...agentFaults(visit, it), ...signatureFaults(it), ...originalFaults(visit, it.today)];
}

function personFaults(person: PersonChecked, at: string, subjectKind: VisitCheck['subjectKind']): FieldFault[] {
  const faults: FieldFault[] = [];
  const add = (field: string, text: string) => faults.push({ field: `${at}.${field}`, text });
  if (!person.name.trim()) add('name', '填写来访人姓名。');
  const number = person.documentNumber.trim();
  if (person.document === 'id-card') {
    const checked = checkCitizenId(number);
    if (!checked.ok) add('documentNumber', `${citizenIdFaultText(checked.fault)}，请核对。`);
  } else if (number.length < 5) add('documentNumber', '填写证件号码。');
  if (person.relation === 'self' && subjectKind === 'organisation')
    add('relation', '企业和组织由法定代表人（负责人）或者经办人来办。');
  if (person.relation === 'legal-rep' && subjectKind === 'person') add('relation', '自然人由本人或者经办人来办。');
  if (person.relation !== 'agent') return faults;
  const { authorisation } = person;
  if (!authorisation) add('authorisation', '写明经办人凭什么代办。');
  else if (authorisation.way === 'paper' && authorisation.attachmentIds.length === 0)
    add('authorisation', '扫描授权委托书。');
  else if (authorisation.way === 'none' && !authorisation.note.trim())
    add('authorisation', '没有书面授权的，写明怎样核实了委托。');
  return faults;
}

function agentFaults(visit: WindowVisit, it: VisitCheck): FieldFault[] {
  const agents = visit.persons.filter((one) => one.relation === 'agent').map((one) => one.name.trim());
  if (it.agentName === null)
    return agents.length > 0 ? [{ field: 'form.agent', text: '来访人是经办人，申请表里要写经办人。' }] : [];
  return agents.includes(it.agentName.trim())
    ? []
    : [{ field: 'visit.persons', text: `申请表里的经办人“${it.agentName.trim()}”没有核对身份。` }];
}

/** A name that the clerk types is nobody's signature. */
function signatureFaults({ signature }: VisitCheck): FieldFault[] {
  const field = 'commitment.signature';
  if (signature.way === 'typed') return [{ field, text: '请来访人在屏幕上手写签名，或者在纸上签名后扫描。' }];
  if (signature.way === 'paper' && signature.scans === 0) return [{ field, text: '扫描签好名的纸质申请表。' }];
  if (signature.way === 'drawn' && !signature.drawn) return [{ field, text: '请来访人在屏幕上签名。' }];
  return [];
}

function originalFaults(visit: WindowVisit, today: PlainDate): FieldFault[] {
  return visit.originals.flatMap((one, at) => {
    const field = `visit.originals.${at}`;
    if (!one.name.trim() || !one.place.trim() || one.pages < 1)
      return [{ field, text: '写明留下哪份原件、几页、放在哪里；没有留下的，去掉这一行。' }];
    const fault = one.returnBy === undefined ? null : returnDayFault(one.returnBy, today);
    return fault ? [{ field, text: `${one.name.trim()}：${fault}` }] : [];
  });
}

/** A promise for yesterday, or for a year that was mistyped, is no promise. */
function returnDayFault(returnBy: PlainDate, today: PlainDate): string | null {
  if (!parsePlainDate(returnBy)) return '归还日期没有写对。';
  if (returnBy < today) return '归还日期不能早于今天。';
  return returnBy > addMonths(today, 12) ? '归还日期在一年以后，请核对年份。' : null;
}

/** The faults as one refusal; null where there are none. */
export function refuseVisit(visit: WindowVisit | undefined, it: VisitCheck): Refusal | null {
  if (!visit)
    return refuse('invalid', 'visit-missing', '窗口代收要登记来访人：是谁、凭什么证件、怎样核对。', {
      fields: [{ field: 'visit', text: '登记来访人并核对身份。' }],
    });
  const fields = visitFaults(visit, it);
  if (fields.length === 0) return null;
  return refuse('invalid', 'visit-incomplete', `来访登记还有 ${fields.length} 处没有完成。`, { fields });
}
