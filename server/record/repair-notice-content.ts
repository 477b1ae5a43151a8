import type { RepairNotice } from '#contract/paper-models.ts';
import { type Catalog, findMatter, type Matter } from '#domain/catalog/catalog.ts';
import { makeGuide } from '#domain/catalog/guide.ts';
import { formatChinese, type PlainDate } from '#domain/plain-date.ts';
import type { Verdict } from '#domain/record/assess-case.ts';
import { plainRecord } from '#domain/record/plain-record.ts';
import { formatCitation } from '#law/cite.ts';
import { className } from '#law/classes.ts';
import { openCiteOnce } from './notices/cite-once.ts';
import { displayOf } from './notices/notice-display.ts';
import type { NoticeGrounds } from './notices/notice-grounds.ts';
import type { RecordRow } from './record-view.ts';

/** What a notice says, without its head. */
export type NoticeContent = Omit<RepairNotice, 'head'>;

const sourceWords = {
  shared: '平台生成或者共享取得，无须提交',
  authority: '认定单位自行核查，无须提交',
  applicant: '申请人提交',
};

/** The matter's version of a day; for a record older than the catalogue, the first there is. */
export function matterOfRecord(catalog: Catalog, record: RecordRow, on: PlainDate): Matter | undefined {
  return (
    findMatter(catalog, record.matter_key, on) ?? catalog.matters.find((one) => one.matterKey === record.matter_key)
  );
}

/**
 * What 《信用修复告知书》 says of one record: class and dates as law has them today, conditions, materials, doors and rights from the
 * guide of its matter. A date that is not sure is left out; the paper then says where it is to be found.
 */
export function repairNoticeContent(grounds: NoticeGrounds): NoticeContent {
  const { catalog, matter, record, subject, verdict, unit, edition, on } = grounds;
  const guide = makeGuide(catalog, matter, on, null);
  const { publication } = verdict;
  const display = displayOf(grounds);
  const basis = basisOf(matter, verdict);
  const cite = openCiteOnce(basis);
  const isClassed = verdict.class !== 'needs-classification';
  const classText = isClassed
    ? `${className[verdict.class as keyof typeof className]}失信信息`
    : classToCome(verdict, unit.name);
  // Where two waits stand side by side, a basis is in doubt or the class is not named, the dates are one reading among others.
  const isSure = verdict.application.route !== 'needs-confirmation' && isClassed;
  const shown = record.published_date !== null && publication.from !== null;
  return {
    kind: 'repair-notice',
    subject: {
      kind: subject.kind,
      name: subject.name,
      identifier: subject.identifier,
      ...(subject.kind === 'person' ? { identifierLabel: '证件号码' } : {}),
    },
    record: {
      organName: record.organ_name,
      docNumber: record.doc_number,
      findingDate: record.finding_date,
      summary: plainRecord({ recordType: record.record_type, facts: record.facts }),
    },
    matterName: matter.name,
    ...(classText ? { classText } : {}),
    ...display.words,
    ...(shown ? { publishedFrom: record.published_date! } : {}),
    ...(publication.earliestEnd && isSure ? { earliestEnd: publication.earliestEnd } : {}),
    ...(publication.latestEnd && isSure ? { latestEnd: publication.latestEnd } : {}),
    applyText: display.applyText ?? applyText(verdict),
    mayApply: display.applyText !== undefined || mayApply(verdict),
    conditions: matter.conditions.map((one) => ({
      text: one.text.replace(/。$/, ''),
      ...(one.cites[0] ? { citeText: cite(one.cites[0]) } : {}),
    })),
    materials: matter.materials.map((one) => ({ name: one.name, source: sourceWords[one.source] })),
    doors: guide.doors.map((door) => ({ name: door.name, address: door.text })),
    applyUrl: grounds.applyUrl,
    rights: guide.remedies.map((one) => {
      const text = one.text.replace(/。$/, '');
      return one.cites[0] ? `${text}（${cite(one.cites[0])}）。` : `${text}。`;
    }),
    basis: basis.map(formatCitation),
    contact: {
      name: unit.name,
      ...(unit.phone ? { phone: unit.phone } : {}),
      ...(unit.address ? { address: unit.address } : {}),
    },
    edition: {
      number: edition.edition,
      ...(edition.from ? { from: edition.from } : {}),
      digest: edition.digest.slice(0, 12),
    },
  };
}

const classFirst = '类别由认定单位确定后计算';

/** Whether law leaves the class of the record to the unit and the unit has not named it: until then nobody can know its dates. */
export function isClassNeeded({ class: found, reasons }: Verdict): boolean {
  return found === 'needs-classification' && reasons.some((one) => one.code === 'needs-classification');
}

/** What a notice says in place of the class, by which article; undefined where no article of classes applies. */
function classToCome(verdict: Verdict, unitName: string): string | undefined {
  const why = verdict.reasons.find((one) => one.code === 'needs-classification');
  if (!why) return undefined;
  return `尚未确定，由${unitName}依照${formatCitation(why.cite)}确定；确定前没有公示期限和可以申请的日期`;
}

/** Where no application is possible (107号第七、八条: 期满自动停止公示; 不予公示) the notice must not ask for one. */
function mayApply({ application }: Verdict): boolean {
  return application.route !== 'automatic' && application.route !== 'none';
}

/** When the subject may apply, in one sentence. A date that is not sure is not named as one. */
function applyText(verdict: Verdict): string {
  const { application, publication, reasons } = verdict;
  if (application.route === 'apply' && verdict.class === 'needs-classification') return classFirst;
  switch (application.route) {
    case 'apply':
      return application.from ? `${formatChinese(application.from)}起` : '满足条件后即可提出';
    case 'automatic':
      return `不用申请：${publication.latestEnd ? `${formatChinese(publication.latestEnd)}期满后` : '公示期满后'}自动停止公示`;
    case 'judicial':
      return '由执行法院依法决定，可以通过本平台转送申请';
    case 'needs-confirmation':
      return verdict.class === 'needs-classification' ? classFirst : '等待期适用的规定尚待认定单位确认，以其答复为准';
    default:
      return `不用申请：${(reasons.at(-1)?.text ?? '这条信息不予公示').replace(/。$/, '')}`;
  }
}

/** The texts the verdict and the conditions rest on, each once. */
function basisOf(matter: Matter, verdict: Verdict): string[] {
  const ids = [...verdict.reasons.map((one) => one.cite), ...matter.conditions.flatMap((one) => one.cites)];
  return [...new Set(ids.map((id) => id.split(':')[0]!))].slice(0, 3);
}
