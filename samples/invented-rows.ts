import { makeCitizenId } from '#domain/citizen-id.ts';
import { addDays } from '#domain/plain-date.ts';
import { makeUscc } from '#domain/uscc.ts';
import { addedColumns, type ListSample, type PenaltySample, penaltySheet } from './sample-rows.ts';

/** A stream of numbers in 0–1 that depends on the seed alone, so that samples come out the same every time. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const PLACES = [
  ['360102', '南昌市东湖区'],
  ['360702', '赣州市章贡区'],
  ['360403', '九江市浔阳区'],
] as const;
const WORDS = ['示例', '样例', '虚构', '示范'] as const;
const TRADES = ['餐饮', '建材', '商贸', '物流', '食品', '医药', '装饰', '机电', '农业', '文化传媒'] as const;

interface Offence {
  readonly act: string;
  readonly facts: string;
  readonly basis: string;
  readonly field: string;
}

const OFFENCES: readonly Offence[] = [
  {
    act: '发布违法广告',
    facts: '在经营场所张贴含有绝对化用语的广告。',
    basis: '《中华人民共和国广告法》第五十七条',
    field: '其他',
  },
  {
    act: '经营标签不符合规定的食品',
    facts: '经营的预包装食品标签未标注生产日期。',
    basis: '《中华人民共和国食品安全法》第一百二十五条',
    field: '食品',
  },
  {
    act: '未按规定检验特种设备',
    facts: '使用超过检验有效期的叉车。',
    basis: '《中华人民共和国特种设备安全法》第八十四条',
    field: '特种设备',
  },
  {
    act: '不正当竞争',
    facts: '对商品销售状况作引人误解的宣传。',
    basis: '《中华人民共和国反不正当竞争法》第二十条',
    field: '其他',
  },
  {
    act: '销售不合格产品',
    facts: '销售的电线经抽样检验不合格。',
    basis: '《中华人民共和国产品质量法》第五十条',
    field: '重要工业产品',
  },
];

function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

const CODE_LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Nine characters beginning with MAEX that count rows, so that every invented subject has a code of its own. */
function subjectNumber(index: number): string {
  let rest = index;
  let text = '';
  for (let i = 0; i < 5; i++) {
    text = CODE_LETTERS[rest % 31] + text;
    rest = Math.floor(rest / 31);
  }
  return `MAEX${text}`;
}

/** One invented penalty of an organisation or, every seventh row, of a sole trader. Findings lie in 2025–2026. */
export function inventedPenalty(index: number, random: () => number): PenaltySample {
  const [region, place] = pick(random, PLACES);
  const trader = index % 7 === 6;
  const offence = pick(random, OFFENCES);
  const yuan = 200 * (1 + Math.floor(random() * 100));
  const findingDate = addDays('2025-06-01', Math.floor(random() * 500));
  const name = trader
    ? `${place}${pick(random, WORDS)}${index}号便利店`
    : `${place.slice(0, 2)}${pick(random, WORDS)}${pick(random, TRADES)}${index}号有限公司`;
  return {
    name,
    category: trader ? '个体工商户' : '法人及非法人组织',
    identifier: makeUscc(`${trader ? 92 : 91}${region}${subjectNumber(index)}`) ?? '',
    legalRep: `示例${index}`,
    docNumber: `${place.slice(0, 1)}市监罚〔${findingDate.slice(0, 4)}〕例${index}号`,
    act: offence.act,
    actFacts: offence.facts,
    basis: offence.basis,
    kinds: '罚款',
    content: `处罚款${yuan}元。`,
    fine: String(yuan / 10_000),
    findingDate,
    publishedDate: addDays(findingDate, 5),
    procedure: '普通程序',
    bracket: pick(random, ['从轻', '一般', '从重']),
    field: offence.field,
    performed: pick(random, ['是', '是', '否']),
    organ: `${place}市场监督管理局`,
  };
}

/** One invented penalty of a person. The ID number carries a region that nobody has. */
export function inventedPersonPenalty(index: number, random: () => number): PenaltySample {
  const penalty = inventedPenalty(index * 7, random);
  const { legalRep: _, ...rest } = penalty;
  const id = makeCitizenId(`3601001980${String(1 + (index % 12)).padStart(2, '0')}01${String(index).padStart(3, '0')}`);
  return {
    ...rest,
    name: `示例某${index}`,
    category: '自然人',
    identifier: id ?? '',
    docNumber: `${rest.docNumber.slice(0, -1)}-1号`,
  };
}

/** One invented entry of the 超限超载 list. */
export function inventedOverloading(index: number, random: () => number): ListSample {
  const penalty = inventedPenalty(index * 7 + 700, random);
  return {
    matter: '严重违法失信超限超载运输车辆相关责任主体',
    name: penalty.name,
    category: penalty.category,
    identifier: penalty.identifier,
    docNumber: `九交超限失信〔2025〕例${index}号`,
    act: '一年内违法超限运输超过规定次数',
    basis: '超限超载联合惩戒合作备忘录',
    findingDate: penalty.findingDate,
    publishedDate: penalty.publishedDate ?? '',
    organ: '九江市交通运输局',
    performed: '是',
    extra: { 车牌号: `赣G例${String(index).padStart(3, '0')}` },
  };
}

/** The cells of a large file: national template with the added columns; rows are made as they are asked for. */
export function* largeFile(rows: number, codeOf: (organ: string) => string): Generator<string[]> {
  yield [...penaltySheet.map(([code]) => code), ...addedColumns.map(([heading]) => heading)];
  const random = seeded(100_000);
  for (let index = 0; index < rows; index++) {
    const row = inventedPenalty(index, random);
    const code = codeOf(row.organ);
    yield [...penaltySheet.map(([, , cell]) => cell(row, code)), ...addedColumns.map(([, cell]) => cell(row))];
  }
}
