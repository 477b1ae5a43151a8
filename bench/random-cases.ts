import { addDays } from '#domain/plain-date.ts';
import { fineBrackets, penaltyKinds, recordClasses, recordFields } from '#law/classes.ts';
import { matterKeys, subjectTypes } from '#law/matter-keys.ts';

/** A case as somebody sends it: one JSON value as text, and whether it must be turned away. */
export interface SentCase {
  readonly text: string;
  readonly rubbish: boolean;
}

type Raw = Record<string, unknown>;

/** The matters, and the entry that lists set up later rest on. */
const entries = [...matterKeys, 'serious-list'];

/** A generator of its own (mulberry32), so that a figure can be taken again from its seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The next case: every matter and field, facts that fit each other and facts that do not; one in six is rubbish. */
export function sendCase(random: () => number): SentCase {
  const raw = plausible(random);
  if (random() >= 1 / 6) return { text: JSON.stringify(raw), rubbish: false };
  return { text: spoil(raw, random), rubbish: true };
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)]!;
}

function between(low: number, high: number, random: () => number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** Days at which something turns are tried far more often than chance would. */
const periods = [0, 1, 59, 60, 89, 90, 91, 92, 180, 181, 184, 365, 366, 730, 731, 1095, 1096, 1097];

function someDay(random: () => number): string {
  if (random() < 0.1)
    return pick(
      ['2025-12-24', '2025-12-25', '2026-03-31', '2026-04-01', '2025-06-22', '2024-02-29', '2028-02-29'],
      random,
    );
  if (random() < 0.02) return pick(['1900-01-01', '1999-12-31', '2199-12-31', '2100-02-28'], random);
  return addDays('2019-06-01', between(0, 3600, random));
}

function after(day: string, random: () => number): string {
  const span = random() < 0.5 ? pick(periods, random) + between(-1, 1, random) : between(0, 1500, random);
  return addDays(day, Math.max(0, span));
}

function plausible(random: () => number): Raw {
  const findingDate = someDay(random);
  const raw: Raw = {
    id: random() < 0.5 ? between(1, 1e9, random) : `例${between(1, 1e6, random)}`,
    matter: pick(entries, random),
    subjectType: random() < 0.6 ? 'organisation' : pick(subjectTypes, random),
    findingDate,
    publishedDate: random() < 0.15 ? null : addDays(findingDate, between(random() < 0.05 ? -30 : 0, 60, random)),
    dutiesPerformed: random() < 0.7,
    on: after(findingDate, random),
  };
  // 2199 is the last year a case may name.
  if (String(raw.on) > '2199-12-31') raw.on = '2199-12-31';
  if (typeof raw.publishedDate === 'string') raw.publishedDate = clamp(raw.publishedDate);
  const some = (share: number, field: string, value: () => unknown) => {
    if (random() < share) raw[field] = value();
  };
  some(0.8, 'penalties', () => Array.from({ length: between(0, 3, random) }, () => penalty(findingDate, random)));
  some(0.1, 'sector', () => pick(['tax', 'ecology', '不存在的领域'], random));
  some(0.3, 'procedure', () => pick(['simple', 'ordinary', 'ordinary'], random));
  some(0.5, 'field', () => pick(recordFields, random));
  some(0.3, 'class', () => pick(recordClasses, random));
  some(0.4, 'correctionDate', () => clamp(addDays(findingDate, between(-30, 900, random))));
  some(0.3, 'commitmentMade', () => random() < 0.5);
  some(0.15, 'samePenaltyAgain', () => random() < 0.7);
  some(0.12, 'fraudFoundOn', () => clamp(addDays(findingDate, between(-400, 900, random))));
  some(0.05, 'penalties', () => null);
  some(0.05, '未知的栏目', () => ({ any: [1, 2] }));
  return raw;
}

function clamp(day: string): string {
  return day > '2199-12-31' ? '2199-12-31' : day < '1900-01-01' ? '1900-01-01' : day;
}

function penalty(findingDate: string, random: () => number): Raw {
  const raw: Raw = { kind: pick(penaltyKinds, random) };
  if (random() < 0.6)
    raw.amountYuan = pick([0, 200, 3000, 5000, 5001, 50_000, 50_000.01, 1e6, between(1, 200_000, random)], random);
  if (random() < 0.5) raw.bracket = pick(fineBrackets, random);
  if (random() < 0.35) raw.termEnds = clamp(after(findingDate, random));
  return raw;
}

const wrongDays = [
  '2026-02-30',
  '2025-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-1-5',
  '20260105',
  '',
  '2026-01-05T00:00:00Z',
  '２０２６-01-05',
  '1899-12-31',
  '2200-01-01',
  20_260_105,
  true,
  [],
  {},
];
const wrongWords = [
  '',
  'toString',
  '__proto__',
  'constructor',
  'Market-Penalty',
  '罚款 ',
  'null',
  7,
  false,
  ['food'],
  {},
];
const wrongFlags = ['true', 'yes', 0, 1, [], {}, '是'];
const wrongAmounts = [-1, -0.01, '5000', '五千', true, [], {}];
const wrongLists = ['罚款', 7, true, {}, [null], [7], ['罚款'], [[]], [{}], [{ kind: null }]];

/** Makes a case one that must be refused, in one of the ways people and programs have. */
function spoil(raw: Raw, random: () => number): string {
  const required = ['matter', 'subjectType', 'findingDate', 'dutiesPerformed', 'on'] as const;
  const ways: (() => string)[] = [
    () => pick(['null', '[]', '7', '"一行"', 'true', '[{}]'], random),
    () => JSON.stringify({ ...raw, [pick(required, random)]: random() < 0.5 ? undefined : null }),
    () =>
      JSON.stringify({
        ...raw,
        [pick(['findingDate', 'publishedDate', 'on', 'correctionDate', 'fraudFoundOn'], random)]: pick(
          wrongDays,
          random,
        ),
      }),
    () =>
      JSON.stringify({
        ...raw,
        [pick(['matter', 'subjectType', 'procedure', 'field', 'class'], random)]: pick(wrongWords, random),
      }),
    () =>
      JSON.stringify({
        ...raw,
        [pick(['dutiesPerformed', 'commitmentMade', 'samePenaltyAgain'], random)]: pick(wrongFlags, random),
      }),
    () => JSON.stringify({ ...raw, penalties: pick(wrongLists, random) }),
    () => JSON.stringify({ ...raw, penalties: [{ kind: '罚款', amountYuan: pick(wrongAmounts, random) }] }),
    () =>
      JSON.stringify({
        ...raw,
        penalties: [{ kind: '警告' }, { kind: '限制从业', termEnds: pick(wrongDays, random) }],
      }),
    () => JSON.stringify({ ...raw, penalties: [{ kind: pick(wrongWords, random) }] }),
    () => JSON.stringify({ ...raw, penalties: [{ kind: '罚款', bracket: pick(wrongWords, random) }] }),
    // JSON reads 1e999 as Infinity.
    () =>
      JSON.stringify({ ...raw, penalties: 0 }).replace(
        '"penalties":0',
        '"penalties":[{"kind":"罚款","amountYuan":1e999}]',
      ),
    () => JSON.stringify({ ...raw, findingDate: '2026-05-02', on: '2026-05-01' }),
    () => JSON.stringify({ ...raw, id: pick([true, {}, []], random) }),
    () => `{"__proto__":${JSON.stringify(raw)}}`,
  ];
  return pick(ways, random)();
}
