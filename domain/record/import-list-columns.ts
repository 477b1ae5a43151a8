import type { ColumnSpelling } from './import-column-names.ts';

/** Columns of the template for abnormal listings and lists, after the fields 信用中国 publishes for each. */
export const listColumns: readonly ColumnSpelling[] = [
  {
    column: 'matter',
    label: '事项',
    headings: '名单类型 名单名称 事项名称 列入名单 失信名单类型 修复事项 名录类型 名单类别',
  },
  {
    column: 'name',
    label: '主体名称',
    headings:
      '失信主体名称 企业名称 单位名称 纳税人名称 被执行人姓名/名称 被执行人名称 被执行人姓名 被执行人 当事人名称 当事人 社会组织名称 姓名 名称 责任主体名称',
  },
  {
    column: 'uscc',
    label: '统一社会信用代码',
    headings: '社会信用代码 主体代码 纳税人识别号 统一社会信用代码/注册号 统一社会信用代码（纳税人识别号）',
  },
  {
    column: 'docNumber',
    label: '列入决定文书号',
    headings: '决定文书号 列入文书号 列入决定书文号 决定书文号 文书号 认定文书号 案号 文号 列入决定文号',
  },
  {
    column: 'act',
    label: '列入原因',
    headings:
      '列入事由 列入理由 纳入理由 案件性质 列入经营异常名录原因 标记经营异常状态原因 列入经营异常名录原因类型名称 失信被执行人行为具体情形 行为具体情形',
  },
  { column: 'actFacts', label: '失信事实', headings: '主要违法事实 违法事实 主要失信事实 事实 失信行为 失信行为简况' },
  { column: 'basis', label: '列入依据', headings: '法律依据 依据 相关法律依据及税务处理处罚情况 认定依据' },
  { column: 'content', label: '惩戒措施', headings: '管理措施 联合惩戒措施 惩戒内容 限制措施' },
  {
    column: 'findingDate',
    label: '列入日期',
    headings: '列入决定日期 认定日期 决定日期 设立日期 标记日期 立案时间 列入时间 入库时间 作出决定日期 立案日期',
  },
  {
    column: 'publishedDate',
    label: '公示日期',
    headings: '公布日期 发布时间 发布日期 公布时间 首次公示日期 公示开始日期',
  },
  { column: 'validUntil', label: '名单有效期', headings: '有效期 列入期限 期限 公示截止日期 有效期至' },
  {
    column: 'termEnds',
    label: '限制期限截止日',
    headings: '限制期限届满日 管理措施截止日期 限制截止日期 限制期限截止日期',
  },
  {
    column: 'organName',
    label: '列入机关',
    headings:
      '列入决定机关 列入决定机关名称 认定单位 决定机关 认定机关 列入（作出）决定机关 作出决定机关 执行法院 认定部门 列入单位',
  },
  {
    column: 'organCode',
    label: '列入机关统一社会信用代码',
    headings: '列入机关代码 认定单位代码 认定单位统一社会信用代码 列入决定机关统一社会信用代码 决定机关代码',
  },
  { column: 'address', label: '注册地址', headings: '住所 地址 经营场所 住所（经营场所）' },
  { column: 'phone', label: '联系电话', headings: '电话' },
  { column: 'plateNumber', label: '车牌号', headings: '车牌号码 车辆号牌' },
  { column: 'transportPermit', label: '道路运输证号', headings: '营运证号' },
  { column: 'obligation', label: '生效法律文书确定的义务', headings: '义务 确定的义务' },
  { column: 'executionBasis', label: '执行依据文号', headings: '执行依据' },
  { column: 'performedPart', label: '已履行部分', headings: '已履行' },
  { column: 'outstandingPart', label: '未履行部分', headings: '未履行' },
];
