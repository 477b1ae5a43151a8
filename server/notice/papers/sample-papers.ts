import type {
  PaperHead,
  PaperItem,
  PaperKind,
  PaperOf,
  PaperReason,
  PaperRecord,
  PaperSubject,
} from '#contract/paper-models.ts';

// One realistic model for each paper, with plainly invented parties: for tests and for looking at the pages.

const organName = '示例市市场监督管理局';

const head = (docNumber: string, code: string): PaperHead => ({
  organName,
  docNumber,
  issuedOn: '2026-04-20',
  verification: { code, url: `https://xyxf.example.cn/verify/${code}` },
  sealNote: '示范用章',
});

const subject: PaperSubject = {
  kind: 'organisation',
  name: '示例（南昌）食品有限公司',
  identifier: '91360100MA0000000X',
  address: '江西省南昌市示例区某某大道100号示例产业园3栋',
  phone: '0791-00000000',
  legalRep: '某某某',
  registryOrgan: '示例区市场监督管理局',
};

const record: PaperRecord = {
  organName,
  docNumber: '示市监处罚〔2026〕12号',
  findingDate: '2026-01-08',
  summary: '因食品标签不符合规定，被处以警告并罚款人民币5000元。',
};

const item: PaperItem = { number: 'JXXF20260408000012-1', matterName: '行政处罚信息修复（市场监管领域）' };

const onItem = {
  subject,
  item,
  record,
  appliedOn: '2026-04-08',
  contact: { name: '信用监督管理科', phone: '0791-00000001' },
} as const;

const materials = [
  { name: '信用修复承诺书', source: '申请人在线签署' },
  { name: '罚款缴纳凭证', source: '数据共享（非税收入系统）' },
];

const conditions: PaperReason[] = [
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

const remedies =
  '如不服本决定，可以自收到本决定书之日起六十日内依法申请行政复议，也可以自收到本决定书之日起六个月内依法向人民法院提起行政诉讼。';

/** A model for each kind of paper. */
export const samplePapers: { readonly [K in PaperKind]: PaperOf<K> } = {
  'joint-application-form': {
    kind: 'joint-application-form',
    head: { ...head('JXXF20260408000012', 'K7QM-2X9D-HT4R'), organName: '江西省信用修复一件事服务平台' },
    subject,
    matters: ['market-penalty', 'abnormal-operation', 'work-safety', 'other-penalty'],
    records: [
      { ...record, matterName: '行政处罚信息修复（市场监管领域）' },
      {
        organName: '示例区市场监督管理局',
        docNumber: '示区市监异〔2025〕305号',
        findingDate: '2025-07-03',
        matterName: '企业经营异常名录移出',
      },
      {
        organName: '示例市应急管理局',
        docNumber: '示应急列严〔2025〕2号',
        findingDate: '2025-02-17',
        matterName: '安全生产严重失信主体名单',
      },
      {
        organName: '示例市生态环境局',
        docNumber: '示环罚〔2025〕88号',
        findingDate: '2025-11-30',
        matterName: '其他',
      },
    ],
    statement:
      '我单位已按期缴纳全部罚款，并完成标签、消防通道和危险废物贮存场所的整改。\n因登记住所变更后未及时办理变更登记被列入经营异常名录，现已办理变更登记。特申请修复上述失信信息。',
    signature: { kind: 'typed', name: '某某某' },
    appliedOn: '2026-04-08',
  },
  commitment: {
    kind: 'commitment',
    head: { ...head('JXXF20260408000012', 'C3WN-8FJP-22LA'), organName: '江西省信用修复一件事服务平台' },
    subject,
    signature: {
      kind: 'strokes',
      width: 300,
      height: 100,
      strokes: [
        [10, 60, 40, 30, 60, 80, 90, 20, 110, 70],
        [130, 20, 135, 85],
        [120, 50, 165, 45, 200, 70, 240, 25, 285, 60],
      ].map((flat) => flat.flatMap((x, i) => (i % 2 === 0 ? [[x, flat[i + 1]!] as const] : []))),
    },
    signedOn: '2026-04-08',
  },
  receipt: {
    kind: 'receipt',
    head: { ...head('示政服收〔2026〕218号', 'R8TX-41VC-9KQE'), organName: '示例市政务服务中心' },
    subject,
    applicationNumber: 'JXXF20260408000012',
    queryCode: '639 204',
    channel: '示例市政务服务中心综合窗口6号窗',
    clerk: '某某（工号S0017）',
    receivedOn: '2026-04-08',
    items: [
      { ...item, authority: organName, recordDocNumber: record.docNumber, nextStep: '决定是否受理', by: '2026-04-13' },
      {
        number: 'JXXF20260408000012-2',
        matterName: '企业经营异常名录移出（恢复正常记载状态）',
        authority: '示例区市场监督管理局',
        recordDocNumber: '示区市监异〔2025〕305号',
        nextStep: '转国家企业信用信息公示系统（江西）',
      },
    ],
    nextSteps: [
      { text: '窗口将申请材料在线转办到各办理单位', by: '2026-04-08' },
      { text: '办理单位决定是否受理，结果以短信和站内消息告知', by: '2026-04-13' },
      { text: '受理后办理单位在规定期限内作出决定' },
    ],
    materials,
    contact: { name: '综合窗口', phone: '0791-00000012' },
  },
  'acceptance-notice': {
    kind: 'acceptance-notice',
    head: head('示市监信修受〔2026〕31号', 'A2MD-77XQ-K0PZ'),
    ...onItem,
    basis: ['《信用修复管理办法》第十四条'],
    acceptedOn: '2026-04-10',
    dueOn: '2026-04-24',
    limitText: '10个工作日',
    materials,
  },
  'decline-notice': {
    kind: 'decline-notice',
    head: head('示市监信修不受〔2026〕4号', 'D9LB-3E6W-YY1N'),
    ...onItem,
    basis: ['《信用修复管理办法》第十三条'],
    reasons: [
      { text: '该失信信息的最短公示期限尚未届满，2026年7月9日起方可提出申请', citeText: '《信用修复管理办法》第八条' },
    ],
    insteadText: '2026年7月9日起，可以通过原申请渠道重新提出申请，已填写的申请表会为您保留。',
    remedies,
  },
  'correction-notice': {
    kind: 'correction-notice',
    head: head('示市监信修补〔2026〕9号', 'B5HV-0RTJ-3M8C'),
    ...onItem,
    basis: ['《信用修复管理办法》第十四条'],
    missing: [
      { name: '整改报告', reason: '缺少整改后标签样张的照片，请补充正面、背面各一张' },
      { name: '信用修复承诺书', reason: '签字人不是法定代表人，请由法定代表人重新签署' },
    ],
    respondBy: '2026-04-27',
    respondByText: '自收到本通知之日起5个工作日内',
    otherwiseText: '逾期未补正的，视为放弃本次申请，不影响您以后再次申请。',
  },
  'extension-notice': {
    kind: 'extension-notice',
    head: head('示市监信修延〔2026〕2号', 'E1ZK-6GPS-9DFU'),
    ...onItem,
    basis: ['《信用修复管理办法》第十五条'],
    acceptedOn: '2026-04-10',
    dueBefore: '2026-04-24',
    dueOn: '2026-05-11',
    extensionText: '10个工作日',
    reason: '需要对生产现场再次核查并听取消费者代表意见',
  },
  'grant-decision': {
    kind: 'grant-decision',
    head: head('示市监信修准〔2026〕17号', 'G4YR-5NWA-J7TB'),
    ...onItem,
    acceptedOn: '2026-04-10',
    basis: ['《市场监督管理信用修复管理办法》第九条', '《信用修复管理办法》第十二条'],
    conditions,
    effects: [
      { text: '停止在国家企业信用信息公示系统（江西）公示该行政处罚信息', by: '2026-04-23' },
      { text: '停止在“信用中国（江西）”网站公示，并将修复结果推送“信用中国”网站', by: '2026-04-23' },
      { text: '停止通过江西省公共信用信息平台共享该信息', by: '2026-04-23' },
    ],
    notes: '经查实提供虚假材料或者未履行承诺的，本机关将依法撤销本决定，恢复公示。',
    copiesTo: ['江西省公共信用信息中心', '示例市社会信用体系建设工作联席会议办公室'],
  },
  'refusal-decision': {
    kind: 'refusal-decision',
    head: head('示市监信修不准〔2026〕5号', 'F8CT-1QXM-4VHK'),
    ...onItem,
    acceptedOn: '2026-04-10',
    basis: ['《市场监督管理信用修复管理办法》第九条'],
    reasons: [
      {
        text: '处罚决定明确的责任义务尚未履行完毕，加处罚款人民币3000元未缴纳',
        met: false,
        evidence: '非税收入缴款记录',
      },
      { text: '违法行为已经纠正', met: true, evidence: '2026年4月14日现场核查记录' },
    ],
    insteadText: '履行完毕后即可再次提出申请，无须重复提交本次已提交的材料。',
    remedies,
    copiesTo: ['江西省公共信用信息中心'],
  },
  'repair-notice': {
    kind: 'repair-notice',
    head: head('示市监信修告〔2026〕12号', 'N6JP-9SBE-2WQL'),
    subject,
    record,
    matterName: '行政处罚信息修复（市场监管领域）',
    classText: '一般失信信息',
    publishedAt: '“信用中国”网站、国家企业信用信息公示系统（江西）',
    publishedFrom: '2026-01-15',
    earliestEnd: '2026-04-15',
    latestEnd: '2029-01-15',
    applyFrom: '2026-04-16',
    conditions: [
      { text: '履行处罚决定明确的全部责任义务' },
      { text: '纠正违法行为' },
      { text: '达到最短公示期限' },
      { text: '公开作出信用承诺', citeText: '《信用修复管理办法》第十二条' },
    ],
    materials: [
      { name: '信用修复承诺书', source: '在线签署' },
      { name: '履行义务的证明', source: '能够共享取得的无须提交' },
    ],
    doors: [
      { name: '江西政务服务网', address: '“高效办成一件事”专区' },
      { name: '赣服通', address: '“信用修复一件事”' },
      { name: '“信用中国”网站', address: '信用修复专栏' },
      { name: '综合窗口', address: '就近的省、市、县级政务服务中心' },
    ],
    applyUrl: 'https://xyxf.example.cn/apply?record=0198f0c2-7b1e-7cc0-9a55-2f0f6a1d3e77',
    rights: [
      '对公示的信息有异议的，可以向本机关或者公示网站提出异议申诉。',
      '对不予受理、不予修复的决定不服的，可以依法申请行政复议或者提起行政诉讼。',
    ],
    basis: ['《信用修复管理办法》'],
    contact: { name: '信用监督管理科', phone: '0791-00000001' },
  },
  'forwarding-note': {
    kind: 'forwarding-note',
    head: { ...head('示政服转〔2026〕77号', 'T0DX-8KLM-5RGA'), organName: '示例市政务服务中心' },
    subject,
    applicationNumber: 'JXXF20260408000012',
    receiver: '示例区市场监督管理局',
    through: '国家企业信用信息公示系统（江西）',
    handedOn: '2026-04-08',
    receiptNumber: 'GSXT-JX-20260408-00391',
    items: [
      {
        number: 'JXXF20260408000012-2',
        matterName: '企业经营异常名录移出（恢复正常记载状态）',
        record: { organName: '示例区市场监督管理局', docNumber: '示区市监异〔2025〕305号', findingDate: '2025-07-03' },
      },
    ],
    materials,
    notes: [
      '上列事项由接收单位在其业务系统中办理，办理期限自接收单位收到之日起计算',
      '办理结果由接收单位作出，并回传本平台供申请人查询',
    ],
    contact: { name: '综合窗口', phone: '0791-00000012' },
  },
  'withdrawal-note': {
    kind: 'withdrawal-note',
    head: head('示市监信修撤回〔2026〕1号', 'W3FQ-2ZCN-6YTE'),
    ...onItem,
    basis: [],
    withdrawnOn: '2026-04-17',
    reason: '补充整改后再行申请',
    consequence: '撤回不影响失信信息的公示，也不影响以后再次申请。',
  },
};
