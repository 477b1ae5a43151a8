import type { PenaltySample } from './sample-rows.ts';

/** A change to a sound row, and what the import is expected to say of it. The README's table is made from this list. */
export interface FaultyRow {
  readonly change: Partial<PenaltySample>;
  readonly organCode?: string;
  /** `accepted` rows may carry a warning. */
  readonly expected: 'accepted' | 'rejected';
  /** The heading named in the report; undefined for a row without any remark. */
  readonly field?: string;
  /** Words that the report contains. */
  readonly says?: string;
  /** What was done to the row, for the README. */
  readonly about: string;
}

/** Rows of with-errors.xlsx in order; the first stands in row 3, below title and heading. */
export const faultyRows: readonly FaultyRow[] = [
  { change: {}, expected: 'accepted', about: '正常' },
  { change: { name: '' }, expected: 'rejected', field: '行政相对人名称', says: '必填', about: '名称为空' },
  {
    change: { identifier: '91350211M0000XUF46' },
    expected: 'rejected',
    field: '行政相对人代码_1（统一社会信用代码）',
    says: '校验码',
    about: '统一社会信用代码末位校验码不符（按原码导入并写明理由时可以导入）',
  },
  {
    change: { identifier: '9136010OMAEXAMP01X' },
    expected: 'rejected',
    field: '行政相对人代码_1（统一社会信用代码）',
    says: '不用 I、O',
    about: '代码里的 0 写成字母 O',
  },
  {
    change: { identifier: '360102200012345' },
    expected: 'accepted',
    field: '行政相对人代码_1（统一社会信用代码）',
    says: '旧注册号',
    about: '15 位旧注册号',
  },
  {
    change: { category: '个体工商户' },
    expected: 'rejected',
    field: '行政相对人代码_1（统一社会信用代码）',
    says: '不正确',
    about: '类别为个体工商户而代码以 91 开头',
  },
  {
    change: { findingDate: '2026-02-30' },
    expected: 'rejected',
    field: '处罚决定日期',
    says: '不是存在的日期',
    about: '2 月 30 日',
  },
  {
    change: { findingDate: '2027-01-05' },
    expected: 'rejected',
    field: '处罚决定日期',
    says: '晚于导入当日',
    about: '决定日期在将来',
  },
  {
    change: { findingDate: '2026年3月9日', publishedDate: '2026-03-12' },
    expected: 'accepted',
    about: '日期写作 2026年3月9日',
  },
  { change: { fine: '2万元', content: '处罚款20000元。' }, expected: 'accepted', about: '金额写作“2万元”' },
  {
    change: { fine: '20000', content: '处罚款20000元。' },
    expected: 'accepted',
    field: '罚款金额（万元）',
    says: '疑似把元填进了',
    about: '把元填进了万元列',
  },
  {
    change: { fine: '贰仟元' },
    expected: 'rejected',
    field: '罚款金额（万元）',
    says: '不是金额',
    about: '金额用大写',
  },
  {
    change: { fine: '' },
    expected: 'rejected',
    field: '罚款金额（万元）',
    says: '须填罚款金额',
    about: '罚款没有金额',
  },
  {
    change: { kinds: '罚金' },
    expected: 'rejected',
    field: '处罚类别',
    says: '不在处罚类别表',
    about: '处罚类别不在表内',
  },
  {
    change: { kinds: '罚款、没收违法所得、没收非法财物', confiscation: '0.1' },
    expected: 'accepted',
    field: '处罚类别',
    says: '旧版类别',
    about: '2021 年以前的类别名称',
  },
  { change: { docNumber: '' }, expected: 'rejected', field: '行政处罚决定书文号', says: '必填', about: '文号为空' },
  {
    change: {},
    organCode: '11360000',
    expected: 'rejected',
    field: '处罚机关统一社会信用代码',
    says: '18位',
    about: '处罚机关代码不足 18 位',
  },
  {
    change: { degree: '较重' },
    expected: 'accepted',
    field: '失信程度',
    says: '旧分级',
    about: '失信程度为旧分级“较重”',
  },
  {
    change: { category: '自然人', identifier: '360100********1000' },
    expected: 'rejected',
    field: '证件号码',
    says: '遮盖',
    about: '自然人证件号码被遮盖',
  },
  {
    change: { name: '', docNumber: '', findingDate: '昨天' },
    expected: 'rejected',
    field: '处罚决定日期',
    says: '不是认得的日期写法',
    about: '一行三处错误，逐一列出',
  },
];
