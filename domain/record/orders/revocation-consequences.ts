/** 撤销修复的后果, by track and ground: a bar, display anew, how long the finding is shown. What no clause states follows from nothing here. */
import { generalFraud, type ListFraud, marketFraud, wageFraud, workSafetyFraud } from '#law/fraud.ts';
import type { LawEntryKey } from '#law/matter-keys.ts';
import { creditChinaEntries, marketEntries } from '#law/tracks.ts';
import { addMonths, formatChinese, type PlainDate } from '../../plain-date.ts';
import type { OpenPoint } from './record-order.ts';

/** Why a repair is revoked. */
export const revocationGrounds = ['false-papers', 'broken-commitment', 'other'] as const;
export type RevocationGround = (typeof revocationGrounds)[number];

export const groundWords: Readonly<Record<RevocationGround, string>> = {
  'false-papers': '隐瞒真实情况、提供虚假材料',
  'broken-commitment': '信用承诺严重不实，或者故意不履行承诺',
  other: '其他应当撤销的情形',
};

/** What the unit found. */
export interface Finding {
  readonly ground: RevocationGround;
  /** 情节严重: asked where a list's rule hangs on it. */
  readonly serious: boolean;
}

/** What follows, stored with the event as it was on that day. */
export interface RevocationConsequences {
  /** Last day on which no application is possible; `item`: this record, `subject`: every market record of the subject. */
  readonly bar: {
    readonly scope: 'item' | 'subject';
    readonly until: PlainDate;
    readonly cites: readonly string[];
  } | null;
  /** The day display is counted from anew; null: it goes on as it would have. */
  readonly restartsOn: PlainDate | null;
  /** Last day on which the finding itself is shown; null where no clause says so. */
  readonly shownUntil: PlainDate | null;
  /** Sentences for paper, page and message, each with its citations. */
  readonly said: readonly { readonly text: string; readonly cites: readonly string[] }[];
  readonly open: readonly OpenPoint[];
}

const listFraud: Readonly<Partial<Record<LawEntryKey, typeof wageFraud>>> = {
  'wage-arrears': wageFraud,
  'work-safety': workSafetyFraud,
};

/** What a revocation of today brings about for a record of this entry. */
export function revocationConsequences(entry: LawEntryKey, finding: Finding, today: PlainDate): RevocationConsequences {
  const { ground } = finding;
  if ((marketEntries as readonly string[]).includes(entry)) return marketConsequences(ground, today);
  if ((creditChinaEntries as readonly string[]).includes(entry)) return generalConsequences(entry, finding, today);
  return nothingStated([]);
}

const restored = { text: '恢复到修复以前的公示状态', cites: [] as readonly string[] };

function nothingStated(cites: readonly string[]): RevocationConsequences {
  return {
    bar: null,
    restartsOn: null,
    shownUntil: null,
    said: [restored],
    open: [
      { text: '这种情形撤销以后是否限制再次申请、公示期是否重新计算，条文没有写明：不限制，公示期照原来计算。', cites },
    ],
  };
}

/** 107号 art 23: no seriousness asked, the whole subject barred, display anew. A broken commitment is not named there. */
function marketConsequences(ground: RevocationGround, today: PlainDate): RevocationConsequences {
  const row = marketFraud.on(today);
  if (!row || ground !== 'false-papers') return nothingStated(row?.cite ?? []);
  const until = addMonths(today, row.value.barMonths);
  const { cite: cites } = row;
  return {
    bar: { scope: 'subject', until, cites },
    restartsOn: row.value.periodRestarts ? today : null,
    shownUntil: addMonths(today, row.value.shownMonths),
    said: [
      { text: '恢复到修复以前的状态，公示期自撤销之日起重新计算，不得提前停止公示', cites },
      { text: `本决定公示到${formatChinese(addMonths(today, row.value.shownMonths))}，不得提前停止`, cites },
      { text: `到${formatChinese(until)}为止，当事人不得申请任何市场监管领域的信用修复`, cites },
    ],
    open: [],
  };
}

/** 36号 art 25: the one record; whether a grant is revoked, and from when the three years run, the clause does not say. */
function generalConsequences(entry: LawEntryKey, finding: Finding, today: PlainDate): RevocationConsequences {
  const row = generalFraud.on(today);
  if (!row || finding.ground === 'other') return nothingStated(row?.cite ?? []);
  const { cite: cites, value } = row;
  const until = addMonths(today, value.barMonths);
  const shownUntil = addMonths(today, value.shownMonths);
  const list = listConsequence(listFraud[entry]?.on(today), finding, today);
  return {
    bar: { scope: 'item', until, cites },
    restartsOn: list.restartsOn,
    shownUntil,
    said: [
      restored,
      { text: `这一条信息到${formatChinese(until)}为止不得申请信用修复，其他信息不受影响`, cites },
      { text: `弄虚作假的情况记入信用记录，公示到${formatChinese(shownUntil)}，不得提前终止`, cites },
      ...list.said,
    ],
    open: [...(row.note ? [{ text: `${row.note}这里自撤销之日起计算。`, cites }] : []), ...list.open],
  };
}

/** A list's own rule beside 36号: binding only where read in its clause, and where it names no threshold that an officer must find. */
function listConsequence(
  row: { readonly value: ListFraud; readonly cite: readonly string[]; readonly sure: string } | undefined,
  { ground, serious }: Finding,
  today: PlainDate,
): Pick<RevocationConsequences, 'restartsOn' | 'said' | 'open'> {
  if (!row || ground !== 'false-papers') return { restartsOn: null, said: [], open: [] };
  const { value, cite: cites } = row;
  if (row.sure !== 'V')
    return {
      restartsOn: null,
      said: [],
      open: [{ text: '名单的规定写明撤销移出决定（没有见到条文原文，仅供参考）。', cites }],
    };
  const meets = value.threshold === null || serious;
  if (!meets)
    return {
      restartsOn: null,
      said: [],
      open: [
        {
          text: `名单的规定只对“${value.threshold}”的重新计算起止时间；本决定没有认定${value.threshold}，照原来计算。`,
          cites,
        },
      ],
    };
  const text = `撤销移出决定，恢复列入${value.timeRestarts ? '，起止时间自撤销之日重新计算' : ''}`;
  return { restartsOn: value.timeRestarts ? today : null, said: [{ text, cites }], open: [] };
}

/** Whether the officer must say if it was serious (情节严重), and in which words the list asks it; null where no rule does. */
export function seriousnessAsked(entry: LawEntryKey, today: PlainDate): string | null {
  const row = listFraud[entry]?.on(today);
  return row?.sure === 'V' ? row.value.threshold : null;
}
