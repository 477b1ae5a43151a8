import { groundWords, type Objection } from '#domain/casework/objections/objection.ts';
import type { ObjectionEvent, ObjectionEventOf } from '#domain/casework/objections/objection-events.ts';
import { factLabel, sayFact } from '#domain/casework/objections/record-corrections.ts';
import { lawEntryOf, type Unit } from '#domain/catalog/catalog.ts';
import { plainRecord } from '#domain/record/plain-record.ts';
import { formatCitation } from '#law/cite.ts';
import { type Remedy, remediesOf } from '#law/remedies.ts';
import { maskIdentifier } from '../access/mask.ts';
import { findSubject, type SubjectRow } from '../access/subject-store.ts';
import { objectionEventOf } from '../casework/objections/objection-event-of.ts';
import { listObjectionEvents, lockObjection } from '../casework/objections/objection-store.ts';
import { orderPaper, type PaperContent, type PaperNumber } from '../catalog/order-paper.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { numberOf, settled, type Task, textOf } from '../platform/task.ts';
import { findRecord } from '../record/record-store.ts';
import type { RecordRow } from '../record/record-view.ts';
import { derivedId } from './derived-id.ts';
import { unitOf } from './item-file.ts';
import { paperContact } from './item-papers.ts';

interface ObjectionFile {
  readonly objection: Objection;
  readonly event: ObjectionEvent;
  readonly subject: SubjectRow;
  readonly record: RecordRow;
  readonly unit: Unit;
  readonly remedies: readonly Remedy[];
  /** Number of the decision objected to. */
  readonly against: string | null;
  readonly files: readonly string[];
}

const platformName = '江西省信用修复一件事服务平台';

/** Orders the paper that follows from one event of an objection. Twice makes one paper with one number. */
export function issueObjectionPaper(services: Services): Task {
  return {
    name: 'issue-objection-paper',
    async run(payload) {
      const { subjectKey } = payload;
      const objectionId = textOf(payload, 'objectionId');
      const version = numberOf(payload, 'version');
      const catalog = await services.catalog();
      settled(
        await services.db.transaction({ sees: 'all' }, async (tx) => {
          const file = await readFile(tx, subjectKey, objectionId, version, (it) => ({
            unit: unitOf(catalog, it.unitId),
            remedies: remediesOf(lawEntryOf(catalog, it.matterKey)).filter((one) => one.key !== 'objection'),
          }));
          const draft = paperOf(file);
          if (!draft) return null;
          const paperId = derivedId('paper', subjectKey, objectionId, version, draft.content.kind);
          const { objection, unit, event } = file;
          const isNew = await orderPaper(
            tx,
            services.config,
            {
              subjectKey,
              paperId,
              applicationId: null,
              itemId: null,
              recordId: objection.recordId,
              organName: draft.own ? platformName : unit.name,
              number: draft.number,
              issuedOn: event.on,
              content: draft.content,
              ...(draft.title ? { title: draft.title } : {}),
              units: [unit],
              windowUnitId: objection.windowUnitId,
            },
            services.clock.now(),
          );
          if (isNew)
            await tx.change(
              'paper-of-objection',
              'update paper set objection_id = $3 where subject_key = $1 and paper_id = $2',
              [subjectKey, paperId, objectionId],
            );
          return null;
        }),
      );
    },
  };
}

async function readFile(
  tx: Tx,
  subjectKey: string,
  objectionId: string,
  version: number,
  more: (objection: Objection) => Pick<ObjectionFile, 'unit' | 'remedies'>,
): Promise<ObjectionFile> {
  const objection = await lockObjection(tx, subjectKey, objectionId);
  const row = (await listObjectionEvents(tx, subjectKey, objectionId)).find((one) => one.version === version);
  const subject = await findSubject(tx, subjectKey);
  const record = objection && (await findRecord(tx, subjectKey, objection.recordId));
  if (!objection || !row || !subject || !record) throw new Error(`no objection ${objectionId} at ${version}`);
  const files = await tx.query<{ file_name: string }>(
    'objection-files',
    'select file_name from attachment where subject_key = $1 and objection_id = $2 order by uploaded_at, attachment_id',
    [subjectKey, objectionId],
  );
  const against = await tx.query<{ decision: string | null }>(
    'objection-decision-number',
    `select fold ->> 'decisionNumber' as decision from item where subject_key = $1 and item_id = $2`,
    [subjectKey, objection.itemId],
  );
  return {
    objection,
    event: objectionEventOf(row),
    subject,
    record,
    ...more(objection),
    against: against[0]?.decision ?? null,
    files: files.map((one) => one.file_name),
  };
}

interface Draft {
  readonly content: PaperContent;
  readonly number: PaperNumber;
  readonly title?: string;
  /** The applicant's own paper, made by the platform. */
  readonly own?: true;
}

function paperOf(file: ObjectionFile): Draft | null {
  switch (file.event.type) {
    case 'lodged':
      return { content: statement(file), number: file.objection.number, own: true };
    case 'declined':
      return {
        content: denial(file, file.event),
        number: { unit: file.unit, kind: 'general-notice' },
        title: '异议申诉不予受理通知书',
      };
    case 'answered':
      return { content: answer(file, file.event), number: { unit: file.unit, kind: 'objection-answer' } };
    default:
      return null;
  }
}

function parts({ objection, subject, record, against }: ObjectionFile) {
  return {
    subject: {
      kind: subject.kind,
      name: subject.name,
      identifier: maskIdentifier(subject.kind, subject.identifier),
      identifierLabel: subject.kind === 'person' ? '身份证件号码' : '统一社会信用代码',
      phone: objection.contact.phone,
    },
    record: {
      organName: record.organ_name,
      docNumber: record.doc_number,
      findingDate: record.finding_date,
      summary: plainRecord({ recordType: record.record_type, facts: record.facts }),
    },
    against: groundWords[objection.ground],
    ...(against ? { againstDocNumber: against } : {}),
  };
}

const claimLine = (claim: Objection['claims'][number]) =>
  `${factLabel(claim.field)}：公示为“${sayFact(claim.field, claim.says)}”，应当为“${sayFact(claim.field, claim.shouldSay)}”`;

function statement(file: ObjectionFile): PaperContent {
  const { objection, unit, event } = file;
  return {
    kind: 'objection-statement',
    ...parts(file),
    receiver: unit.name,
    statement: [...objection.claims.map((claim) => `${claimLine(claim)}。`), objection.reasons].join('\n'),
    request: objection.request,
    materials: file.files.map((name) => ({ name, source: '申请人提交' })),
    // What a clerk types is nobody's signature: at a counter it is signed on paper.
    ...(objection.windowUnitId === null ? { signature: { kind: 'typed' as const, name: objection.contact.name } } : {}),
    lodgedOn: event.on,
  };
}

function remedyText(remedies: readonly Remedy[]): string {
  const stop = (text: string) => text.trim().replace(/。$/, '');
  const ways = remedies.map(
    (one, index) => `${index + 1}. ${one.name}：${stop(one.text)}（${formatCitation(one.cite)}）。`,
  );
  return ['不服的，可以选择下列途径：', ...ways].join('\n');
}

function denial(file: ObjectionFile, { payload }: ObjectionEventOf<'declined'>): PaperContent {
  const { objection, subject, record } = file;
  const reasons = payload.reasons.map((one, index) => `${index + 1}. ${one.text}（${formatCitation(one.cite)}）。`);
  return {
    kind: 'general-notice',
    subject: parts(file).subject,
    sections: [
      {
        text: `${subject.name}：你（单位）对${record.organ_name}${record.doc_number}提出的异议（编号${objection.number}，${groundWords[objection.ground]}）收悉。经审查，决定不予受理。`,
      },
      { heading: '不予受理的理由和依据', text: reasons.join('\n') },
    ],
    remedies: remedyText(file.remedies),
    contact: paperContact(file.unit),
  };
}

function answer(file: ObjectionFile, { on, payload }: ObjectionEventOf<'answered'>): PaperContent {
  const { objection, unit, remedies } = file;
  return {
    kind: 'objection-answer',
    ...parts(file),
    lodgedOn: objection.openedOn,
    ...(objection.acceptedOn ? { acceptedOn: objection.acceptedOn } : {}),
    ground: [...objection.claims.map(claimLine), objection.reasons].join('；').slice(0, 600),
    findings: payload.findings.map(({ text, evidence }) => ({ text, ...(evidence ? { evidence } : {}) })),
    outcome: payload.outcome,
    measures: measures(objection, payload, on),
    basis: objection.limits.cites.map(formatCitation),
    remedies: remedyText(remedies),
    contact: paperContact(unit),
  };
}

function measures(objection: Objection, payload: ObjectionEventOf<'answered'>['payload'], on: string) {
  if (payload.outcome === 'rejected') return [{ text: '该信息的公示和原决定不变' }];
  const by = payload.clocks.find((clock) => clock.kind === 'correction')?.due;
  const until = by ? { by } : {};
  if (objection.itemId !== null)
    return [{ text: '原决定自本答复作出之日起不再有效，当事人可以重新申请信用修复', by: on }];
  if (objection.ground === 'listing') return [{ text: '将当事人移出名录，停止公示该信息', ...until }];
  return [
    ...payload.changes.map((one) => ({
      text: `将“${one.label}”由“${sayFact(one.field, one.before)}”更正为“${sayFact(one.field, one.after)}”`,
      ...until,
    })),
    { text: '通知有关公示、共享的平台同步更正', ...until },
  ];
}
