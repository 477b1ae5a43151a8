/** The fields of the joint form that a source can fill in. */
export const prefillable = [
  'subjectKind',
  'name',
  'identifier',
  'address',
  'phone',
  'registryOrgan',
  'legalRep',
] as const;
export type PrefillableField = (typeof prefillable)[number];

/** How a value came into the form where no source vouches for it: typed without a source (自填), or changed after one had filled it in (已修改). */
export type FormMark = 'typed' | 'changed';

/** The words that stand beside a marked field, on screen and on paper. */
export const markWords: Readonly<Record<FormMark, string>> = { typed: '自填', changed: '已修改' };

/** What a field is called on the form of 附件3. */
export const fieldLabels: Readonly<Record<PrefillableField | 'facts', string>> = {
  subjectKind: '主体类型',
  name: '主体名称',
  identifier: '证件号码（统一社会信用代码）',
  address: '住所（经营场所）',
  phone: '联系电话',
  registryOrgan: '登记/发证机关',
  legalRep: '法定代表人（负责人、经营者）',
  facts: '申请事实和理由',
};

type Values = Readonly<Partial<Record<PrefillableField, string>>>;

/**
 * Which filled fields no source vouches for. `known` is what the sources answered when the form was filled in or handed in; a field that
 * a silent source would have filled counts as typed. Empty fields bear no mark.
 */
export function markForm(form: Values, known: Values): Partial<Record<PrefillableField, FormMark>> {
  const marks: Partial<Record<PrefillableField, FormMark>> = {};
  for (const field of prefillable) {
    const value = form[field]?.trim();
    if (!value || value === known[field]) continue;
    marks[field] = known[field] ? 'changed' : 'typed';
  }
  return marks;
}
