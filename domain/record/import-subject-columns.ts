import type { ColumnSpelling } from './import-column-names.ts';

/** Columns about the subject, the same in both templates. */
export const subjectColumns: readonly ColumnSpelling[] = [
  { column: 'category', label: '行政相对人类别', headings: 'CF_XDR_LB 相对人类别 主体类别 主体类型 当事人类别' },
  {
    column: 'regNo',
    label: '工商注册号',
    headings: 'CF_XDR_GSZC CF_XDR_GSDJ CF_XDR_ZCH 行政相对人代码_2 工商登记码 注册号 工商登记号 营业执照注册号',
  },
  { column: 'orgCode', label: '组织机构代码', headings: 'CF_XDR_ZZJG CF_XDR_ZDM 行政相对人代码_3' },
  { column: 'taxNo', label: '税务登记号', headings: 'CF_XDR_SWDJ 行政相对人代码_4 税务登记证号' },
  { column: 'institutionNo', label: '事业单位证书号', headings: 'CF_XDR_SYDW 行政相对人代码_5' },
  { column: 'associationNo', label: '社会组织登记证号', headings: 'CF_XDR_SHZZ 行政相对人代码_6' },
  {
    column: 'legalRep',
    label: '法定代表人',
    headings:
      'CF_FRDB CF_FDDB CF_FR 法定代表人姓名 法人代表 法定代表人或负责人 法定代表人（负责人） 法定代表人/负责人 主要负责人 负责人 经营者 经营者姓名',
  },
  { column: 'legalRepIdKind', label: '法定代表人证件类型', headings: 'CF_FR_ZJLX' },
  {
    column: 'legalRepIdNo',
    label: '法定代表人证件号码',
    headings: 'CF_FR_ZJHM CF_FR_SFZH 法定代表人身份证号 法定代表人证件号 法定代表人身份证号码',
  },
  { column: 'idKind', label: '证件类型', headings: 'CF_XDR_ZJLX 自然人证件类型 证件种类' },
  {
    column: 'idNo',
    label: '证件号码',
    headings: 'CF_XDR_ZJHM CF_XDR_SFZ 身份证号 身份证号码 居民身份证号 证件号 自然人证件号码 公民身份号码',
  },
  {
    column: 'registrationState',
    label: '登记状态',
    headings: '主体登记状态 企业状态 主体状态 经营状态 存续状态 企业登记状态 登记注册状态',
  },
  { column: 'deregisteredOn', label: '注销日期', headings: '注销时间 核准注销日期 企业注销日期 注销登记日期' },
  { column: 'formerNames', label: '曾用名', headings: '曾用名称 原名称 企业曾用名 主体曾用名 更名前名称 变更前名称' },
];

/** Columns both templates share beside the subject. */
export const sharedColumns: readonly ColumnSpelling[] = [
  {
    column: 'sourceOrganName',
    label: '数据来源单位',
    headings: 'CF_SJLY 数据来源 数据来源单位名称 来源单位 信息报送机关 报送单位',
  },
  {
    column: 'sourceOrganCode',
    label: '数据来源单位统一社会信用代码',
    headings: 'CF_SJLYDM 数据来源单位代码 来源单位代码',
  },
  { column: 'remark', label: '备注', headings: 'BZ 说明 CF_BZ' },
  { column: 'field', label: '领域', headings: '处罚领域 监管领域 所属领域 重点领域' },
  { column: 'class', label: '失信程度', headings: 'DISCREDIT_LEVEL 失信严重程度 CF_SXCD 失信等级 失信分类 失信类别' },
  {
    column: 'dutiesPerformed',
    label: '是否履行完毕',
    headings: '履行情况 是否履行义务 义务履行情况 是否已履行 是否履行 履行完毕 被执行人的履行情况',
  },
  { column: 'correctionDate', label: '纠正日期', headings: '纠正失信行为日期 整改完成日期 改正日期 履行完毕日期' },
];
