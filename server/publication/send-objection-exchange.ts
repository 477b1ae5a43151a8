import { pushObjection } from '#domain/casework/objections/act-on-objection.ts';
import { groundWords, type Objection } from '#domain/casework/objections/objection.ts';
import { findSubject } from '../access/subject-store.ts';
import { systemName } from '../casework/exchange-words.ts';
import { actOnObjection } from '../casework/objections/act-on-objection.ts';
import * as exchanges from '../casework/objections/objection-exchange-store.ts';
import { lockObjection } from '../casework/objections/objection-store.ts';
import { outcomeWords } from '../casework/objections/objection-timeline.ts';
import type { ExchangedRecord, ExchangedSubject } from '../gateways/exchange/exchanged-record.ts';
import type { GatewayFailure, Outcome } from '../gateways/exchange/outcome.ts';
import type { Services } from '../platform/app-context.ts';
import { settled } from '../platform/task.ts';
import { findRecord } from '../record/record-store.ts';
import type { ExchangeSystem } from './exchange-store.ts';
import { maxTries, outsideActor, type Publication } from './publication-context.ts';
import { effectsPort } from './send-exchange.ts';

interface Told {
  readonly row: exchanges.ObjectionExchangeRow;
  readonly objection: Objection;
  readonly subject: ExchangedSubject;
  readonly record: ExchangedRecord;
}

const all = { sees: 'all' } as const;

async function gather(services: Services, subjectKey: string, exchangeId: string): Promise<Told | undefined> {
  const found = await services.db.transaction(all, async (tx) => {
    const row = await exchanges.findObjectionExchange(tx, subjectKey, exchangeId);
    const objection = row && (await lockObjection(tx, subjectKey, row.objection_id));
    const subject = objection && (await findSubject(tx, subjectKey));
    const record = objection && (await findRecord(tx, subjectKey, objection.recordId));
    if (!row || !objection || !subject || !record) return null;
    return {
      row,
      objection,
      subject: { name: subject.name, type: subject.kind, identifier: subject.identifier },
      record: {
        recordId: record.record_id,
        documentNo: record.doc_number,
        matter: record.matter_key,
        authority: record.organ_name,
      },
    };
  });
  return settled(found) ?? undefined;
}

/** Tells an outside system of an objection. Repeating it is safe: the exchange's id is the idempotency key at the other side. */
export async function sendObjectionExchange(
  publication: Publication,
  subjectKey: string,
  exchangeId: string,
): Promise<void> {
  const told = await gather(publication.services, subjectKey, exchangeId);
  if (told?.row.state !== 'requested') return;
  switch (told.row.kind) {
    case 'push':
      return push(publication, told);
    case 'report-answer':
      return reportAnswer(publication, told);
    case 'correct-record':
      return correct(publication, told);
  }
}

async function taken({ services }: Publication, { row }: Told, receipt: object): Promise<void> {
  settled(await services.db.transaction(all, (tx) => exchanges.noteTaken(tx, row, receipt, services.clock.now())));
}

/** Notes a failed try and has the queue try again, or leaves it to a person. */
async function failed({ services }: Publication, { row }: Told, failure: GatewayFailure): Promise<void> {
  const last = !failure.retry || row.attempts + 1 >= maxTries;
  settled(
    await services.db.transaction(all, (tx) =>
      exchanges.noteNotTaken(tx, row, failure.text, last, services.clock.now()),
    ),
  );
  services.log.warn(
    { exchange: row.exchange_id, system: row.system, kind: row.kind, last },
    'objection exchange failed',
  );
  if (!last) throw new Error(`${row.system} ${row.kind}: ${failure.kind}`);
}

/** The event comes before the note: a task that stops between the two runs again and finds the event done. */
async function push(publication: Publication, told: Told): Promise<void> {
  const { services, gateways } = publication;
  const { row, objection, subject, record } = told;
  if (objection.state === 'withdrawn') return taken(publication, told, { skipped: 'withdrawn before the push' });
  const outcome = await gateways.creditChina.lodgeObjection({
    idempotencyKey: row.exchange_id,
    objectionNo: objection.number,
    subject,
    record,
    against: groundWords[objection.ground],
    reasons: objection.reasons,
    lodgedAt: services.clock.now().toISOString(),
  });
  if (!outcome.ok) return failed(publication, told, outcome);
  settled(
    await actOnObjection(services, {
      subjectKey: row.subject_key,
      objectionId: row.objection_id,
      actor: outsideActor('credit-china', systemName('credit-china')),
      scope: all,
      requestId: null,
      decide: (it, { today, catalog }) =>
        pushObjection({ objection: it, today, calendar: catalog.calendar }, outcome.receiptNo),
    }),
  );
  await taken(publication, told, { receiptNo: outcome.receiptNo, at: outcome.pushedAt });
}

async function reportAnswer(publication: Publication, told: Told): Promise<void> {
  const { row, objection } = told;
  if (!objection.receiptNo) return taken(publication, told, { skipped: 'never pushed' });
  const { answer } = objection;
  const outcome: Outcome<{ receiptNo: string; reportedAt: string }> =
    await publication.gateways.creditChina.reportObjectionResult({
      idempotencyKey: row.exchange_id,
      receiptNo: objection.receiptNo,
      outcome: answer?.outcome ?? 'declined',
      answeredOn: answer?.on ?? objection.closedOn ?? publication.services.clock.today(),
      text: answer
        ? `${outcomeWords[answer.outcome]}：${answer.findings.map((one) => one.text).join('；')}`.slice(0, 4900)
        : '不予受理',
    });
  if (!outcome.ok) return failed(publication, told, outcome);
  await taken(publication, told, { receiptNo: outcome.receiptNo, at: outcome.reportedAt });
}

async function correct(publication: Publication, told: Told): Promise<void> {
  const { services, gateways } = publication;
  const { row, objection, subject, record } = told;
  const changes = objection.answer?.changes ?? [];
  const outcome = await effectsPort(gateways, row.system as ExchangeSystem).correctRecord({
    idempotencyKey: row.exchange_id,
    subject,
    record,
    objectionNo: objection.number,
    decidedOn: objection.answer?.on ?? services.clock.today(),
    changes: changes.map(({ label, before, after }) => ({ label, before, after })),
    removed: objection.ground === 'listing',
  });
  if (!outcome.ok) return failed(publication, told, outcome);
  settled(
    await actOnObjection(services, {
      subjectKey: row.subject_key,
      objectionId: row.objection_id,
      actor: outsideActor(row.system, systemName(row.system)),
      scope: all,
      requestId: null,
      decide: (it, { today }) =>
        it.state === 'correcting' && it.correcting.includes(row.system)
          ? {
              type: 'correction-confirmed',
              on: today,
              cites: it.limits.cites,
              payload: { system: row.system, receiptNo: outcome.receiptNo },
            }
          : null,
    }),
  );
  await taken(publication, told, { receiptNo: outcome.receiptNo, at: outcome.correctedAt });
}
