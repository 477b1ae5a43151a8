import type { PaperHead, PaperItem, PaperReason, PaperRecord, PaperSubject } from '#contract/paper-parts.ts';

// What the sample papers share: plainly invented parties.

export const organName = '示例市市场监督管理局';

export const head = (docNumber: string, code: string): PaperHead => ({
  organName,
  docNumber,
  issuedOn: '2026-04-20',
  verification: { code, url: `https://xyxf.example.cn/verify/${code}` },
  sealNote: '示范用章',
});

export const subject: PaperSubject = {
  kind: 'organisation',
  name: '示例（南昌）食品有限公司',
  identifier: '91360100MA0000000X',
  address: '江西省南昌市示例区某某大道100号示例产业园3栋',
  phone: '0791-00000000',
  legalRep: '某某某',
  registryOrgan: '示例区市场监督管理局',
};

export const record: PaperRecord = {
  organName,
  docNumber: '示市监处罚〔2026〕12号',
  findingDate: '2026-01-08',
  summary: '因食品标签不符合规定，被处以警告并罚款人民币5000元。',
};

export const item: PaperItem = { number: 'JXXF20260408000012-1', matterName: '行政处罚信息修复（市场监管领域）' };

export const onItem = {
  subject,
  item,
  record,
  appliedOn: '2026-04-08',
  contact: { name: '信用监督管理科', phone: '0791-00000001' },
} as const;

export const materials = [
  { name: '信用修复承诺书', source: '申请人在线签署' },
  { name: '罚款缴纳凭证', source: '数据共享（非税收入系统）' },
];

export const conditions: PaperReason[] = [
  {
    text: '处罚决定明确的责任义务已经履行',
    met: true,
    evidence: '非税收入缴款记录',
    citeText: '《市场监督管理信用修复管理办法》第九条',
  },
  { text: '违法行为已经纠正', met: true, evidence: '2026年4月14日现场核查记录' },
  { text: '已达到最短公示期限', met: true, evidence: '自2026年1月8日起公示，至2026年4月8日届满' },
  { text: '已公开作出信用承诺', met: true, evidence: '信用修复承诺书' },
];

export const remedies =
  '如不服本决定，可以自收到本决定书之日起六十日内依法申请行政复议，也可以自收到本决定书之日起六个月内依法向人民法院提起行政诉讼。';
