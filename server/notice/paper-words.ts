import type { PaperMaterial, PaperReason } from '#contract/paper-parts.ts';
import { namedField } from '#domain/casework/correctable-fields.ts';
import type { Matter } from '#domain/catalog/catalog.ts';
import { fieldLabels } from '#domain/intake/form-marks.ts';
import type { ConditionFinding } from '#domain/item/grounds.ts';
import { effectKinds } from '#domain/item/item.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { formatCitation } from '#law/cite.ts';
import type { MatterKey } from '#law/matter-keys.ts';
import { isMatterKey } from '#law/matters.ts';
import { type Remedy, remediesOf } from '#law/remedies.ts';
import { systemName } from '../casework/exchange-words.ts';

/** The law entry a matter rests on; a matter added later rests on one too, and without one the general track applies. */
function lawKeyOf(matter: Matter): MatterKey {
  return isMatterKey(matter.lawEntry) ? matter.lawEntry : 'other-penalty';
}

const withoutStop = (text: string) => text.trim().replace(/。$/, '');

/** 救济途径, from the law of the matter's track, in the order a person would use them; a paragraph for each. */
export function remedyText(matter: Matter): string {
  const ways = remediesOf(lawKeyOf(matter)).map(
    (one, index) => `${index + 1}. ${one.name}：${withoutStop(one.text)}（${formatCitation(one.cite)}）。`,
  );
  return ['不服本决定的，可以选择下列途径：', ...ways].join('\n');
}

/** The one remedy that a short message names: 行政复议, or what the court or customs have first. */
export function firstRemedy(matter: Matter): Remedy {
  const remedies = remediesOf(lawKeyOf(matter));
  return remedies.find((one) => one.key === 'reconsideration') ?? remedies[0]!;
}

/** Conditions as found when deciding, each with the clause it comes from. */
export function findingLines(matter: Matter, findings: readonly ConditionFinding[]): PaperReason[] {
  return findings.map((finding) => {
    const condition = matter.conditions.find((one) => one.key === finding.key);
    const text = withoutStop(finding.text.trim() === '' ? (condition?.text ?? '') : finding.text);
    return {
      text,
      met: finding.met,
      ...evidenceOf(finding),
      ...(condition?.cites[0] ? { citeText: formatCitation(condition.cites[0]) } : {}),
    };
  });
}

/** What it rests on, in the officer's words and by the papers they named: `已核对缴款记录；依据材料：《缴纳凭证》`. */
function evidenceOf({ evidence, papers = [] }: ConditionFinding): { evidence?: string } {
  const names = [...new Set(papers.map((one) => `《${one.name}》`))];
  const said = [withoutStop(evidence), names.length > 0 ? `依据材料：${names.join('、')}` : ''].filter(Boolean);
  return said.length > 0 ? { evidence: said.join('；') } : {};
}

/**
 * What was really received for an item: files of the applicant, and the commitment that was signed online. What authorities fetch
 * themselves is not listed, since nobody handed it in.
 */
export function receivedMaterials(
  matter: Matter,
  handedIn: readonly { readonly key: string; readonly attachmentIds: readonly string[] }[],
  corrected: readonly string[] = [],
): PaperMaterial[] {
  const keys = [
    ...handedIn.filter((one) => one.attachmentIds.length > 0).map((one) => one.key),
    ...corrected.filter((key) => !handedIn.some((one) => one.key === key && one.attachmentIds.length > 0)),
  ];
  const named = keys.map((key) => ({
    name: nameOfHandedIn(matter, key),
    source: corrected.includes(key) ? '申请人补正' : '申请人提交',
  }));
  return [{ name: '联办申请表、信用承诺书', source: '在线填写并签署' }, ...named];
}

/** A material by its name; a corrected field of the form by what it is called there. */
function nameOfHandedIn(matter: Matter, key: string): string {
  const field = namedField(key);
  if (field?.part === 'form') return fieldLabels[field.field];
  if (field) return matter.extraFields.find((one) => one.key === field.field)?.label ?? '补充内容';
  return matter.materials.find((one) => one.key === key)?.name ?? '补充材料';
}

/** 36号第三条: what a grant leads to, with the systems that are asked for it (publication's task start-effects). */
export function effectLines(matter: Matter, dueOn: PlainDate | undefined): { text: string; by?: PlainDate }[] {
  const by = dueOn === undefined ? {} : { by: dueOn };
  // 54号 art 23 ends publication and speaks of no removal; the state of the tax grade is another matter.
  const list =
    (matter.recordType === 'serious-list' || matter.recordType === 'abnormal') && matter.lawEntry !== 'tax-serious';
  const texts = {
    'end-publication': `${list ? '将当事人移出名单，' : ''}终止公示：在${systemName('credit-china')}、${systemName('gsxt')}停止公示该失信信息`,
    'end-sharing': `停止共享和使用：${systemName('province')}停止共享该失信信息，各单位不再使用`,
    'lift-measures': `解除失信惩戒措施：由${systemName('province')}通知有关单位解除以该失信信息为依据的失信惩戒措施`,
  };
  return effectKinds.map((kind) => ({ text: texts[kind], ...by }));
}
