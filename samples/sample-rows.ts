/** A row of the penalty samples by the field it fills; keys are the 双公示 codes, and Chinese names for the added columns. */
export interface PenaltySample {
  readonly name: string;
  readonly category: '法人及非法人组织' | '个体工商户' | '自然人';
  readonly identifier: string;
  readonly legalRep?: string;
  readonly docNumber: string;
  readonly act: string;
  readonly actFacts: string;
  readonly basis: string;
  readonly kinds: string;
  readonly content: string;
  /** 万元, as the template asks. */
  readonly fine?: string;
  readonly confiscation?: string;
  readonly licence?: string;
  readonly findingDate: string;
  readonly organ: string;
  readonly publishedDate?: string;
  readonly procedure?: string;
  readonly bracket?: string;
  readonly field?: string;
  readonly degree?: string;
  readonly termEnds?: string;
  readonly performed?: string;
  readonly correctionDate?: string;
}

/** A row of the list samples. `matter` is the name in 附件3. */
export interface ListSample {
  readonly matter: string;
  readonly name: string;
  readonly category: string;
  readonly identifier: string;
  readonly legalRep?: string;
  readonly docNumber?: string;
  readonly act: string;
  readonly basis: string;
  readonly findingDate: string;
  readonly publishedDate?: string;
  readonly organ: string;
  readonly performed?: string;
  readonly correctionDate?: string;
  readonly extra?: Readonly<Record<string, string>>;
}

/** Columns of the penalty template: code, Chinese heading with its marks, and the value of a sample. */
export const penaltySheet: readonly (readonly [string, string, (row: PenaltySample, code: string) => string])[] = [
  ['CF_XDR_MC', '行政相对人名称*', (row) => row.name],
  ['CF_XDR_LB', '行政相对人类别*', (row) => row.category],
  [
    'CF_XDR_SHXYM',
    '行政相对人代码_1\n（统一社会信用代码）*',
    (row) => (row.category === '自然人' ? '' : row.identifier),
  ],
  ['CF_XDR_GSZC', '行政相对人代码_2（工商注册号）', () => ''],
  ['CF_XDR_ZZJG', '行政相对人代码_3（组织机构代码）', () => ''],
  ['CF_XDR_SWDJ', '行政相对人代码_4（税务登记号）', () => ''],
  ['CF_XDR_SYDW', '行政相对人代码_5（事业单位证书号）', () => ''],
  ['CF_XDR_SHZZ', '行政相对人代码_6（社会组织登记证号）', () => ''],
  ['CF_FRDB', '法定代表人', (row) => row.legalRep ?? ''],
  ['CF_FR_ZJLX', '法定代表人证件类型', () => ''],
  ['CF_FR_ZJHM', '法定代表人证件号码', () => ''],
  ['CF_XDR_ZJLX', '证件类型', (row) => (row.category === '自然人' ? '身份证' : '')],
  ['CF_XDR_ZJHM', '证件号码', (row) => (row.category === '自然人' ? row.identifier : '')],
  ['CF_WSH', '行政处罚决定书文号*', (row) => row.docNumber],
  ['CF_WFXW', '违法行为类型*', (row) => row.act],
  ['CF_SY', '违法事实*', (row) => row.actFacts],
  ['CF_YJ', '处罚依据*', (row) => row.basis],
  ['CF_CFLB', '处罚类别*', (row) => row.kinds],
  ['CF_NR', '处罚内容*', (row) => row.content],
  ['CF_NR_FK', '罚款金额（万元）', (row) => row.fine ?? ''],
  ['CF_NR_WFFF', '没收违法所得、没收非法财物的金额（万元）', (row) => row.confiscation ?? ''],
  ['CF_NR_ZKDX', '暂扣或吊销证照名称及编号', (row) => row.licence ?? ''],
  ['CF_JDRQ', '处罚决定日期*', (row) => row.findingDate],
  ['CF_YXQ', '处罚有效期*', () => '2099/12/31'],
  ['CF_GSJZQ', '公示截止期', () => ''],
  ['CF_CFJG', '处罚机关*', (row) => row.organ],
  ['CF_CFJGDM', '处罚机关统一社会信用代码*', (_, code) => code],
  ['CF_SJLY', '数据来源单位*', (row) => row.organ],
  ['CF_SJLYDM', '数据来源单位统一社会信用代码*', (_, code) => code],
  ['BZ', '备注', () => ''],
];

/** Columns that law needs and the national template lacks; units add them behind it. */
export const addedColumns: readonly (readonly [string, (row: PenaltySample) => string])[] = [
  ['公示日期', (row) => row.publishedDate ?? ''],
  ['处罚程序', (row) => row.procedure ?? ''],
  ['裁量档次', (row) => row.bracket ?? ''],
  ['领域', (row) => row.field ?? ''],
  ['失信程度', (row) => row.degree ?? ''],
  ['限制期限截止日', (row) => row.termEnds ?? ''],
  ['是否履行完毕', (row) => row.performed ?? ''],
  ['纠正日期', (row) => row.correctionDate ?? ''],
];
