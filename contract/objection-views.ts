import { type Static, Type } from 'typebox';
import { allObjectionActs } from '#domain/casework/objections/act-on-objection.ts';
import { allObjectionStates, objectionOutcomes } from '#domain/casework/objections/objection.ts';
import { objectionGrounds } from '#law/objections.ts';
import { ClockView } from './item.ts';
import { CitedText, instant, nullable, oneOf, plainDate, uuid } from './wire.ts';

const ground = oneOf('对什么有异议', objectionGrounds);
const door = oneOf('向谁提出', ['credit-china', 'unit'] as const);

const Fact = Type.Object({
  field: Type.String(),
  label: Type.String(),
  type: oneOf('种类', ['text', 'day', 'yuan', 'choice', 'choices'] as const),
  /** What can be chosen; of `choices` several, joined by 、. */
  choices: Type.Array(Type.String()),
  says: Type.String(),
});

/** One thing that may be objected to: where, by when, in how many days, and what the texts leave open. */
export const ObjectionWay = Type.Object({
  ground,
  label: Type.String(),
  /** Item whose decision it is; null for the record itself. */
  itemId: nullable(Type.String()),
  itemNumber: nullable(Type.String()),
  /** Empty: not taken in here. */
  doors: Type.Array(door),
  /** The rule in one sentence with its articles. */
  rules: Type.Array(CitedText),
  /** Where to go instead. */
  elsewhere: nullable(CitedText),
  /** That evidence is asked for, and what may come of it where none is given; null where no clause says so. */
  evidence: nullable(CitedText),
  /** Last day for lodging, where a text sets one. */
  until: nullable(Type.String()),
  /** Why it cannot be lodged now. */
  whyNot: nullable(CitedText),
  /** The open objection about the same thing. */
  open: nullable(Type.Object({ objectionId: Type.String(), number: Type.String() })),
  openQuestions: Type.Array(Type.Object({ question: Type.String(), until: Type.String() })),
  facts: Type.Array(Fact),
});
export type ObjectionWay = Static<typeof ObjectionWay>;

export const ObjectionSummary = Type.Object({
  subjectKey: uuid('主体'),
  objectionId: uuid('异议'),
  number: Type.String(),
  subjectName: Type.String(),
  recordId: uuid('失信信息'),
  itemId: nullable(Type.String()),
  docNumber: Type.String(),
  matterName: Type.String(),
  ground,
  groundText: Type.String(),
  unitId: Type.String(),
  unitName: Type.String(),
  state: oneOf('状态', allObjectionStates),
  stateText: Type.String(),
  outcome: nullable(oneOf('结论', objectionOutcomes)),
  openedOn: plainDate('提出日期'),
  closedOn: nullable(Type.String()),
  /** For the unit and those who supervise it: where its answer stands in the chain of signatures. */
  signOff: nullable(Type.String()),
  holder: Type.Optional(nullable(Type.String({ description: '承办人，只给办公端' }))),
  version: Type.Integer(),
  due: nullable(ClockView),
});
export type ObjectionSummary = Static<typeof ObjectionSummary>;

const ChainPerson = Type.Object({ id: Type.String(), name: Type.String() });
const Steps = oneOf('几个人办', ['sign', 'review-sign'] as const);
const chainedActs = ['decline', 'answer'] as const;
const Proposal = Type.Object({
  act: oneOf('办理', chainedActs),
  actName: Type.String(),
  /** What is proposed, as people read it. */
  lines: Type.Array(Type.Object({ label: Type.String(), text: Type.String() })),
  /** The same as it is sent, to go on from after a return. */
  content: Type.Record(Type.String(), Type.Unknown()),
  steps: Steps,
  by: ChainPerson,
  on: plainDate('哪天提请'),
  reviewed: nullable(Type.Object({ by: ChainPerson, on: plainDate('日期'), note: Type.String() })),
  waitsFor: oneOf('等谁', ['review', 'sign'] as const),
  waitsOn: Type.Array(Type.String(), { description: '能走下一步的人的姓名' }),
  since: plainDate('从哪天起等着'),
});
/** 承办 → 审核 → 签发 of an answer: what is proposed, what came back, which acts go through more hands. */
export const ObjectionChainView = Type.Object({
  proposal: nullable(Proposal),
  returned: nullable(
    Type.Object({ proposal: Proposal, by: ChainPerson, on: plainDate('日期'), reason: Type.String() }),
  ),
  hands: Type.Array(Type.Object({ act: oneOf('办理', chainedActs), steps: Steps })),
});
export type ObjectionChainView = Static<typeof ObjectionChainView>;

export const ObjectionView = Type.Object({
  summary: ObjectionSummary,
  door,
  publicText: Type.String(),
  claims: Type.Array(
    Type.Object({ field: Type.String(), label: Type.String(), says: Type.String(), shouldSay: Type.String() }),
  ),
  reasons: Type.String(),
  request: Type.String(),
  contact: Type.Object({ name: Type.String(), phone: Type.String() }),
  /** The decision objected to, where it is one. */
  against: nullable(Type.Object({ itemNumber: Type.String(), decisionNumber: nullable(Type.String()) })),
  attachments: Type.Array(
    Type.Object({
      attachmentId: Type.String(),
      fileName: Type.String(),
      bytes: Type.Integer(),
      scan: Type.String(),
    }),
  ),
  papers: Type.Array(
    Type.Object({
      paperId: Type.String(),
      kind: Type.String(),
      title: Type.String(),
      docNumber: nullable(Type.String()),
      issuedOn: Type.String(),
      state: Type.String(),
    }),
  ),
  answer: nullable(
    Type.Object({
      outcome: oneOf('结论', objectionOutcomes),
      on: Type.String(),
      findings: Type.Array(Type.Object({ text: Type.String(), evidence: Type.String() })),
      changes: Type.Array(
        Type.Object({ field: Type.String(), label: Type.String(), before: Type.String(), after: Type.String() }),
      ),
    }),
  ),
  exchanges: Type.Array(
    Type.Object({
      exchangeId: Type.String(),
      system: Type.String(),
      what: Type.String(),
      state: oneOf('状态', ['requested', 'confirmed', 'stuck'] as const),
      receiptNo: nullable(Type.String()),
      lastError: nullable(Type.String()),
      confirmedAt: nullable(Type.String()),
    }),
  ),
  rules: Type.Array(CitedText),
  openQuestions: Type.Array(Type.Object({ question: Type.String(), until: Type.String() })),
  remedies: Type.Array(CitedText),
  timeline: Type.Array(
    Type.Object({
      type: Type.String(),
      title: Type.String(),
      text: Type.String(),
      by: Type.String(),
      day: Type.String(),
      at: instant('时间'),
      cites: Type.Array(Type.Object({ id: Type.String(), text: Type.String() })),
    }),
  ),
  /** For the unit: values that can be corrected, grounds on which acceptance can be denied. */
  facts: Type.Array(Fact),
  turnAways: Type.Array(Type.Object({ code: Type.String(), text: Type.String(), citeText: Type.String() })),
  /** Taken in at a window: which, by whom, and who came with what; null for applicants, and where it was lodged otherwise. */
  visit: nullable(
    Type.Object({
      windowName: Type.String(),
      clerk: Type.String(),
      persons: Type.Array(
        Type.Object({
          relationText: Type.String(),
          name: Type.String(),
          documentText: Type.String(),
          wayText: Type.String(),
          authorisationText: nullable(Type.String()),
        }),
      ),
    }),
  ),
  /** null for applicants and windows. */
  chain: nullable(ObjectionChainView),
  acts: Type.Array(
    Type.Object({
      act: oneOf('动作', allObjectionActs),
      whyNot: nullable(Type.String()),
    }),
  ),
});
export type ObjectionView = Static<typeof ObjectionView>;
