import { penaltyKinds } from '#law/classes.ts';
import { type CorrectableField, type CorrectableRecord, withFact } from './correctable-record.ts';

interface Penalty {
  readonly kind: string;
  readonly amountYuan?: number;
  readonly bracket?: string;
  readonly termEnds?: string;
}
const penaltiesOf = ({ facts }: CorrectableRecord): readonly Penalty[] =>
  Array.isArray(facts.penalties) ? (facts.penalties as Penalty[]) : [];
/** Whether a record names penalties. */
export const isPenalty = (record: CorrectableRecord) => penaltiesOf(record).length > 0;
const changed = (record: CorrectableRecord, which: Penalty | undefined, more: Partial<Penalty>): CorrectableRecord =>
  withFact(
    record,
    'penalties',
    penaltiesOf(record).map((one) => (one === which ? { ...one, ...more } : one)),
  );
const fineOf = (record: CorrectableRecord) => penaltiesOf(record).find((one) => one.kind === '罚款');
// One sum stands for both kinds of confiscation, on the first of them.
const takenOf = (record: CorrectableRecord) => penaltiesOf(record).find((one) => one.kind.startsWith('没收'));
const termOf = (record: CorrectableRecord) => penaltiesOf(record).find((one) => one.termEnds !== undefined);

/** A fine without its amount: no class can be told from it. */
export const fineMissing = (record: CorrectableRecord): boolean =>
  fineOf(record)?.amountYuan === undefined && fineOf(record) !== undefined;

/** What a kept kind says of itself stays with it; a new one says nothing beyond its name. */
function withKinds(record: CorrectableRecord, value: string): CorrectableRecord {
  const before = penaltiesOf(record);
  const bracket = before.find((one) => one.bracket !== undefined)?.bracket;
  return withFact(
    record,
    'penalties',
    splitChoices(value).map(
      (kind) => before.find((one) => one.kind === kind) ?? { kind, ...(bracket === undefined ? {} : { bracket }) },
    ),
  );
}

/** `罚款、警告` → its parts. */
export const splitChoices = (value: string): string[] =>
  value
    .split('、')
    .map((one) => one.trim())
    .filter((one) => one !== '');

const amount = (
  label: string,
  of: (record: CorrectableRecord) => Penalty | undefined,
  more = {},
): CorrectableField => ({
  label,
  type: 'yuan',
  read: (record) => String(of(record)?.amountYuan ?? ''),
  write: (record, value) => changed(record, of(record), { amountYuan: Number(value) }),
  ...more,
});

const brackets = { lighter: '从轻或者减轻', ordinary: '一般', heavier: '从重' } as const;

/** What can be wrong in the penalties of a decision; the kinds before what is said of one of them. */
export const penaltyFields: Readonly<Record<string, CorrectableField>> = {
  penaltyKinds: {
    label: '处罚种类',
    type: 'choices',
    choices: penaltyKinds,
    ofPeriod: true,
    has: isPenalty,
    read: (record) =>
      penaltiesOf(record)
        .map((one) => one.kind)
        .join('、'),
    write: withKinds,
  },
  fine: amount('罚款金额（元）', fineOf, { has: isPenalty, ofPeriod: true }),
  confiscated: amount('没收金额（元）', takenOf, { has: isPenalty }),
  termEnds: {
    label: '限制期限届满日',
    type: 'day',
    ofPeriod: true,
    has: (record) => termOf(record) !== undefined,
    read: (record) => termOf(record)?.termEnds ?? '',
    write: (record, value) => changed(record, termOf(record), { termEnds: value }),
  },
  bracket: {
    label: '裁量阶次',
    type: 'choice',
    choices: Object.values(brackets),
    ofPeriod: true,
    has: isPenalty,
    read: (record) => brackets[penaltiesOf(record)[0]?.bracket as keyof typeof brackets] ?? '',
    write: (record, value) => {
      const bracket = Object.entries(brackets).find(([, name]) => name === value)?.[0];
      return withFact(
        record,
        'penalties',
        penaltiesOf(record).map((one) => ({ ...one, bracket })),
      );
    },
  },
};
