import type { Caller } from '#contract/endpoint.ts';

/** A login of the demonstration. */
export interface DemoAccount {
  /** What the person does, for the line that `npm start` prints. */
  readonly who: string;
  readonly login: string;
  readonly password: string;
  /** Invented name the ledger shows. */
  readonly name: string;
  readonly role: Caller;
  readonly roles: readonly Caller[];
  readonly unitId: string;
}

/** One word for all of them: a demonstration guards nothing. */
export const demoPassword = 'demo-2026';

const surnames = [...'熊万胡涂章邓饶聂喻揭廖曾欧汤詹占晏艾习况'];
const roleNames: Partial<Record<Caller, string>> = {
  officer: '经办人',
  'window-clerk': '综合窗口',
  supervisor: '督办',
  reviewer: '审核人',
  head: '负责人',
  'catalog-keeper': '目录管理',
  operator: '平台运维',
};

function account(
  index: number,
  login: string,
  role: Caller,
  unitId: string,
  where: string,
  roles: readonly Caller[] = [role],
): DemoAccount {
  const name = `${surnames[index % surnames.length]}某某`;
  const roleName = roleNames[role] ?? role;
  return { who: `${where}${roleName}`, login, password: demoPassword, name, role, roles, unitId };
}

const places = {
  '360000': '江西省',
  '360100': '南昌市',
  '360102': '东湖区',
  '360200': '景德镇市',
  '360300': '萍乡市',
  '360400': '九江市',
  '360403': '浔阳区',
  '360500': '新余市',
  '360600': '鹰潭市',
  '360700': '赣州市',
  '360702': '章贡区',
  '360781': '瑞金市',
  '360800': '吉安市',
  '360900': '宜春市',
  '361000': '抚州市',
  '361100': '上饶市',
} as const;
const everywhere = Object.entries(places);
const provinceOnly = everywhere.slice(0, 1);
const belowProvince = everywhere.slice(1);

/** Fields with officers, by the words of their units; where their units stand (server/catalog/sector-names.ts). */
const fields: readonly (readonly [sector: string, name: string, at: typeof everywhere])[] = [
  ['market', '市场监管', everywhere],
  ['tax', '税务', everywhere],
  ['court', '法院', everywhere],
  ['customs', '海关', provinceOnly],
  ['hrss', '人社', everywhere],
  ['civil', '民政', everywhere],
  ['agri', '农业农村', everywhere],
  ['stats', '统计', everywhere],
  ['culture', '文旅', everywhere],
  ['emergency', '应急', everywhere],
  ['transport', '交通运输', everywhere],
  ['drug', '药品监管', provinceOnly],
  ['ecology', '生态环境', everywhere],
  ['housing', '住建', everywhere],
  ['health', '卫健', everywhere],
  ['urban', '城管', belowProvince],
  ['fire', '消防', everywhere],
  ['education', '教育', everywhere],
  ['natural-resources', '自然资源', everywhere],
  ['water', '水利', everywhere],
  ['police', '公安', everywhere],
  ['ndrc', '发改', everywhere],
];

const officers = fields.flatMap(([sector, name, at]) =>
  at.map(([code, place], index) =>
    account(index + sector.length, `${sector}-${code}`, 'officer', `${sector}-${code}`, place + name),
  ),
);
/** Units with several people: a second officer, one who reviews, and the head, who signs and assigns. */
const teams = ['hrss-360100', 'tax-360100', 'emergency-360100'].flatMap((unitId, index) => {
  const { who } = officers.find((one) => one.unitId === unitId)!;
  const where = who.replace(/经办人$/, '');
  return [
    { ...account(index + 11, `${unitId}-2`, 'officer', unitId, where), who: `${where}另一位经办人` },
    account(index + 12, `reviewer-${unitId}`, 'reviewer', unitId, where, ['officer', 'reviewer']),
    account(index + 13, `head-${unitId}`, 'head', unitId, where, ['officer', 'reviewer', 'head']),
  ];
});
const clerks = everywhere.map(([code, place], index) =>
  account(index + 5, `window-${code}`, 'window-clerk', `window-${code}`, place),
);
/** Desks of authorities' own, outside the halls: they take in what units of their field decide. */
const ownDesks = [
  ['tax', '360100', '南昌市税务局自设窗口'],
  ['market', '360102', '东湖区市场监管局自设窗口'],
].map(([sector, code, who], index) => ({
  ...account(index + 7, `counter-${sector}-${code}`, 'window-clerk', `${sector}-${code}`, ''),
  who: who!,
}));
const supervisors = everywhere.map(([code, place], index) =>
  account(index + 9, `supervisor-${code}`, 'supervisor', `ndrc-${code}`, place),
);

/** The lead department has two keepers, for what one files another decides; each provincial field has one, the regulator of the market two. */
const keepers = [
  account(3, 'catalog-keeper', 'catalog-keeper', 'ndrc-360000', '省发展改革委'),
  account(4, 'catalog-keeper-2', 'catalog-keeper', 'ndrc-360000', '省发展改革委'),
  ...fields
    .filter(([sector, , at]) => sector !== 'ndrc' && at[0] === everywhere[0])
    .map(([sector, name], index) =>
      account(index + 6, `keeper-${sector}-360000`, 'catalog-keeper', `${sector}-360000`, `江西省${name}`),
    ),
  account(2, 'keeper-market-360000-2', 'catalog-keeper', 'market-360000', '江西省市场监管'),
];

const all: readonly DemoAccount[] = [
  ...officers,
  ...teams,
  ...clerks,
  ...ownDesks,
  ...supervisors,
  ...keepers,
  account(8, 'operator', 'operator', 'ndrc-360000', ''),
];

const primary = [
  'tax-360100',
  'hrss-360100',
  'window-360102',
  'window-360702',
  'supervisor-360000',
  'supervisor-360100',
  'catalog-keeper',
  'catalog-keeper-2',
  'operator',
];

/** The nine to walk the road with: what `npm start` prints. */
export const primaryDemoAccounts: readonly DemoAccount[] = primary.map(
  (login) => all.find((one) => one.login === login)!,
);

/** Every login of the demonstration, the nine first; an officer's and a clerk's login is the id of the unit. Written only with DEMO=1. */
export const demoAccounts: readonly DemoAccount[] = [
  ...primaryDemoAccounts,
  ...all.filter((one) => !primary.includes(one.login)),
];
