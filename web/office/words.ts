/** Chinese words for codes of the wire. An unknown code shows nothing rather than itself. */
const verdictWords: Readonly<Record<string, { text: string; tone: Tone; rank: number }>> = {
  'repairable-now': { text: '现在可以修复', tone: 'good', rank: 0 },
  'needs-confirmation': { text: '需认定单位确认', tone: 'attention', rank: 1 },
  'needs-classification': { text: '待认定单位划分类别', tone: 'attention', rank: 2 },
  'duties-outstanding': { text: '义务尚未履行', tone: 'attention', rank: 3 },
  'not-yet': { text: '还没到可以申请的日子', tone: 'plain', rank: 4 },
  'ends-automatically': { text: '到期自动停止公示', tone: 'plain', rank: 5 },
  'not-published': { text: '没有公示，不用修复', tone: 'plain', rank: 6 },
  'no-route': { text: '没有申请修复的途径', tone: 'plain', rank: 7 },
  barred: { text: '不得修复', tone: 'bad', rank: 8 },
};
export type Tone = 'good' | 'attention' | 'bad' | 'plain';

export function verdictWord(verdict: string): { text: string; tone: Tone; rank: number } {
  return verdictWords[verdict] ?? { text: '情况待确认', tone: 'plain', rank: 9 };
}

const classWords: Readonly<Record<string, string>> = {
  minor: '轻微失信',
  general: '一般失信',
  serious: '严重失信',
  'needs-classification': '类别待认定单位划分',
};
export const classWord = (code: string): string => classWords[code] ?? '类别待确认';

const kindWords: Readonly<Record<string, string>> = {
  organisation: '法人及非法人组织',
  'sole-trader': '个体工商户',
  person: '自然人',
};
export const subjectKindWord = (code: string): string => kindWords[code] ?? '信用主体';

const recordTypeWords: Readonly<Record<string, string>> = {
  penalty: '行政处罚',
  abnormal: '经营异常名录',
  'serious-list': '严重失信主体名单',
  judgment: '失信被执行人名单',
};
export const recordTypeWord = (code: string): string => recordTypeWords[code] ?? '失信信息';

const sourceWords: Readonly<Record<string, string>> = {
  shared: '平台从共享数据核对',
  authority: '由办理单位自行核对',
  applicant: '由申请人提交',
};
export const sourceWord = (code: string): string => sourceWords[code] ?? '';

const roleWords: Readonly<Record<string, string>> = {
  officer: '经办人员',
  'window-clerk': '窗口人员',
  supervisor: '督办人员',
  reviewer: '审核人',
  head: '单位负责人',
  'catalog-keeper': '目录管理员',
  operator: '运维人员',
};
export const roleWord = (code: string): string => roleWords[code] ?? '工作人员';

const serviceWords: Readonly<Record<string, string>> = {
  direct: '直接送达',
  left: '留置送达',
  mail: '邮寄送达',
  electronic: '电子送达',
  entrusted: '委托送达',
  public: '公告送达',
};
export const serviceWays = Object.entries(serviceWords).map(([value, label]) => ({ value, label }));

const methodWords: Readonly<Record<string, string>> = {
  'shared-data': '共享数据核对',
  online: '网上核实',
  written: '书面核实',
  'on-site': '实地核实',
};
export const verifyMethods = Object.entries(methodWords).map(([value, label]) => ({ value, label }));

const outcomeWords: Readonly<Record<string, string>> = {
  accepted: '已入库',
  updated: '已更新',
  duplicate: '与已有信息相同',
  rejected: '没有入库',
};
export const importOutcomeWord = (code: string): string => outcomeWords[code] ?? '';
export const importOutcomes = Object.entries(outcomeWords).map(([value, label]) => ({ value, label }));

const paperStates: Readonly<Record<string, string>> = {
  ordered: '正在生成',
  printed: '可以打开',
  failed: '生成失败',
};
export const paperStateWord = (code: string): string => paperStates[code] ?? '正在生成';
export const paperIsReady = (code: string): boolean => code === 'printed';
