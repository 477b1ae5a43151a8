import {
  allObjectionActs,
  checkObjectionAct,
  type ObjectionAct,
  type ObjectionPerson,
  objectionActRules,
} from '#domain/casework/objections/act-on-objection.ts';
import {
  allObjectionStates,
  type Objection,
  type ObjectionProposal,
  objectionStates,
} from '#domain/casework/objections/objection.ts';
import { isStep } from '#domain/item/check-step.ts';
import { type CellBook, table } from './act-cells.ts';

const [today, later] = ['2026-11-23', '2026-12-31'];
const clock = { kind: 'check', start: today, days: 7, due: '2026-12-02', provisional: false, cites: [] } as const;
const limits = { push: 1, accept: null, check: 7, correct: null, mayExtend: true, cites: [], open: [] };

/** As much of an objection as its acts ask about. */
const objectionIn = (state: Objection['state'], over: Partial<Objection> = {}) =>
  ({ state, unitId: 'unit', windowUnitId: 'window', clocks: { check: clock }, limits, ...over }) as Objection;

const officer = (role: string, unitId: string, officerId: string = role): ObjectionPerson => ({
  kind: 'officer',
  unitId,
  // Whoever reviews or signs is an officer of the unit too.
  roles: role === 'reviewer' || role === 'head' ? ['officer', role] : [role],
  officerId,
});
const own = officer('officer', 'unit');
const reviewer = officer('reviewer', 'unit');
const head = officer('head', 'unit');
const rightPerson = (act: ObjectionAct): ObjectionPerson =>
  act === 'withdraw'
    ? { kind: 'applicant' }
    : act === 'endorse'
      ? reviewer
      : act === 'sign' || act === 'return'
        ? head
        : own;

const by = (id: string) => ({ id, name: '示例' });
const reviewing: ObjectionProposal = {
  act: 'answer',
  content: { outcome: 'rejected', findings: [], corrections: [] },
  steps: 'review-sign',
  by: by('officer'),
  on: today,
};
const signing: ObjectionProposal = { ...reviewing, reviewed: { by: by('reviewer'), on: today, note: '' } };

/** A step of the chain is asked about where something waits for it; every other act where nothing is proposed. */
const waitingFor = (act: ObjectionAct): Partial<Objection> =>
  isStep(act) ? { proposal: act === 'endorse' ? reviewing : signing } : {};

// Whether an applicant's own or another's is decided before, by whether it is found at all.
const persons: readonly (readonly [string, ObjectionPerson])[] = [
  ['申请人本人（含受托经办人）', { kind: 'applicant' }],
  ['经办人（认定单位）', own],
  ['审核人（认定单位）', reviewer],
  ['负责人（认定单位）', head],
  ['经办人（别的单位）', officer('officer', 'another')],
  ['窗口（代收的）', officer('window-clerk', 'window')],
  ['窗口（别的）', officer('window-clerk', 'another')],
  ['督办', officer('supervisor', 'lead')],
  ['目录管理', officer('catalog-keeper', 'lead')],
  ['数据管理', officer('operator', 'lead')],
];

const standings: readonly (readonly [title: string, over: Partial<Objection>, day?: string])[] = [
  ['别无情况', {}],
  ['核查期限已经届满', {}, later],
  ['条文没有写核查的期限', { clocks: {} }],
  ['条文没有写可以延长', { limits: { ...limits, mayExtend: false } }],
  ['已经提请，等待审核', { proposal: reviewing }],
  ['已经提请，等待签发', { proposal: signing }],
  ['没有提请', { proposal: undefined as never }],
  ['本人提请的', { proposal: { ...signing, by: by('head') } }],
];

/** The tables of objections: state × act, what else stands in the way, role × act. */
export function objectionActs(book: CellBook): string[] {
  const title = (act: ObjectionAct) => `${objectionActRules[act].label} \`${act}\``;
  const home = (act: ObjectionAct) => objectionActRules[act].states[0]!;
  const cell = (objection: Objection, who: ObjectionPerson, act: ObjectionAct, day = today) =>
    book.cell(checkObjectionAct({ objection, who, today: day }, act), {
      state: objectionStates[objection.state].office,
    });
  const rows = (cells: (act: ObjectionAct) => readonly string[]) =>
    allObjectionActs.map((act) => [title(act), ...cells(act)]);
  return [
    '## 异议：状态 × 办理',
    '',
    ...table(
      ['办理', ...allObjectionStates.map((state) => `${objectionStates[state].office} \`${state}\``)],
      rows((act) =>
        allObjectionStates.map((state) => cell(objectionIn(state, waitingFor(act)), rightPerson(act), act)),
      ),
    ),
    '',
    '## 异议：别的情况 × 办理',
    '',
    ...table(
      ['办理', ...standings.map(([title]) => title)],
      rows((act) =>
        standings.map(([, over, day]) =>
          cell(objectionIn(home(act), { ...waitingFor(act), ...over }), rightPerson(act), act, day),
        ),
      ),
    ),
    '',
    '## 异议：岗位 × 办理',
    '',
    '别的主体的异议，申请人查不到（`not-found`），到不了这一步。',
    '',
    ...table(
      ['办理', ...persons.map(([name]) => name)],
      rows((act) => persons.map(([, who]) => cell(objectionIn(home(act), waitingFor(act)), who, act))),
    ),
    '',
  ];
}
