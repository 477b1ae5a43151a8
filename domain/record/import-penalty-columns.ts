import type { ColumnSpelling } from './import-column-names.ts';

/** Columns of the 双公示 penalty template: `CF_*` codes of both generations, the standard Chinese headings, spellings met. */
export const penaltyColumns: readonly ColumnSpelling[] = [
  {
    column: 'name',
    label: '行政相对人名称',
    headings:
      'CF_XDR_MC CF_XDR 相对人名称 姓名 行政相对人姓名 当事人名称 当事人 被处罚人 被处罚单位名称 被处罚人名称 主体名称 行政相对人',
  },
  {
    column: 'uscc',
    label: '行政相对人代码_1(统一社会信用代码)',
    headings:
      'CF_XDR_SHXYM 行政相对人代码_1 统一社会信用代码 社会信用代码 相对人代码_1 行政相对人统一社会信用代码 主体代码',
  },
  {
    column: 'docNumber',
    label: '行政处罚决定书文号',
    headings: 'CF_WSH 处罚决定书文号 决定书文号 文书号 处罚文号 行政处罚文书号 行政处罚决定文书号 处罚决定文书号',
  },
  { column: 'act', label: '违法行为类型', headings: 'CF_WFXW 违法行为 处罚事由类型 违法行为种类' },
  { column: 'actFacts', label: '违法事实', headings: 'CF_SY 处罚事由 主要违法事实 违法事由' },
  { column: 'basis', label: '处罚依据', headings: 'CF_YJ 行政处罚依据 法律依据' },
  {
    column: 'penaltyKinds',
    label: '处罚类别',
    headings: 'CF_CFLB CF_CFLB1 处罚类别1 行政处罚类别 处罚种类 行政处罚种类',
  },
  { column: 'penaltyKinds2', label: '处罚类别2', headings: 'CF_CFLB2' },
  { column: 'penaltyName', label: '处罚名称', headings: 'CF_CFMC 行政处罚名称 案件名称 项目名称' },
  { column: 'content', label: '处罚内容', headings: 'CF_NR CF_JG 处罚结果 行政处罚内容 行政处罚结果 处罚决定内容' },
  { column: 'fine', label: '罚款金额(万元)', headings: 'CF_NR_FK 罚款金额 罚款 罚款数额 处罚金额' },
  {
    column: 'confiscation',
    label: '没收违法所得、没收非法财物的金额(万元)',
    headings:
      'CF_NR_WFFF 没收违法所得、没收非法财物的金额 没收违法所得没收非法财物的金额 没收金额 没收违法所得、没收非法财物金额 没收违法所得金额',
  },
  {
    column: 'licence',
    label: '暂扣或吊销证照名称及编号',
    headings: 'CF_NR_ZKDX 暂扣或吊销证照 暂扣或者吊销证照名称及编号',
  },
  {
    column: 'findingDate',
    label: '处罚决定日期',
    headings: 'CF_JDRQ 决定日期 处罚日期 行政处罚决定日期 作出处罚决定日期 作出行政处罚决定日期',
  },
  { column: 'validUntil', label: '处罚有效期', headings: 'CF_YXQ CF_QX 处罚期限 有效期' },
  { column: 'publicUntil', label: '公示截止期', headings: 'CF_GSJZQ 公示期限 公示截止日期' },
  {
    column: 'organName',
    label: '处罚机关',
    headings: 'CF_CFJG CF_XZJG 行政处罚机关 处罚机关名称 处罚单位 作出处罚决定机关 做出处罚决定机关 行政机关',
  },
  {
    column: 'organCode',
    label: '处罚机关统一社会信用代码',
    headings: 'CF_CFJGDM 处罚机关代码 行政处罚机关统一社会信用代码 处罚单位代码',
  },
  {
    column: 'publishedDate',
    label: '公示日期',
    headings: 'CF_GSRQ 公布日期 发布日期 首次公示日期 公示开始日期 公示起始日期',
  },
  { column: 'procedure', label: '处罚程序', headings: '行政处罚程序 适用程序 程序' },
  { column: 'bracket', label: '裁量档次', headings: '裁量等级 裁量幅度 裁量阶次 裁量' },
  { column: 'termEnds', label: '限制期限截止日', headings: '限制期限届满日 限制截止日期 限制期限截止日期' },
];
