import type { PaperKind, PaperModel } from '#contract/paper-models.ts';
import type { PaperHead } from '#contract/paper-parts.ts';
import { regionPath, type Unit } from '#domain/catalog/catalog.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import type { Config } from '../platform/config.ts';
import { insertRows, type Tx } from '../platform/database.ts';
import { orderJobs } from '../platform/outbox.ts';
import { type NumberedPaper, takeDocNumber } from './document-number.ts';
import { withoutWeekdays } from './official-dates.ts';
import { verificationCode } from './verification-code.ts';

// Stands in catalog: papers are ordered in the name of a unit of the catalogue. Printing them is notice's (task `print-paper`).

type WithoutHead<M> = M extends { head: PaperHead } ? Omit<M, 'head'> : never;

/** What a paper says, without its head. */
export type PaperContent = WithoutHead<PaperModel>;

/** Number of a paper: given already, or taken from a unit's series when the paper is really new. */
export type PaperNumber = string | { readonly unit: Pick<Unit, 'unitId' | 'shortName'>; readonly kind: NumberedPaper };

export interface PaperOrder {
  readonly subjectKey: string;
  /** Given by who orders: the same id twice is the same paper. */
  readonly paperId: string;
  /** null: a paper about a record for which nobody has applied yet (信用修复告知书). */
  readonly applicationId: string | null;
  readonly itemId: string | null;
  readonly recordId: string | null;
  /** Who signs. */
  readonly organName: string;
  readonly number: PaperNumber;
  readonly issuedOn: PlainDate;
  readonly content: PaperContent;
  /** Instead of the usual title of its kind. */
  readonly title?: string;
  /** Units that may read it, with their regions; the window that took the application in. */
  readonly units: readonly Pick<Unit, 'unitId' | 'regionCode'>[];
  readonly windowUnitId: string | null;
  /** Orders no job: `print-notices` prints what waits, one paper after the other. */
  readonly printLater?: boolean;
}

/** The settings that go into a paper: the secret of its code, the address its QR opens, and whether it is a demonstration. */
export type PaperSettings = Pick<Config, 'appSecret' | 'publicUrl' | 'demo'>;

/**
 * Writes a paper with all it says and orders its printing, beside the act it belongs to. What is decided today is what is printed later:
 * the model is kept, never made anew. Returns false, and changes nothing, where the paper was ordered before.
 * A demonstration bears a drawn seal 示范用章; elsewhere room is left for the unit's own seal.
 */
export async function orderPaper(tx: Tx, settings: PaperSettings, order: PaperOrder, now: Date): Promise<boolean> {
  const code = verificationCode(settings.appSecret, order.subjectKey, order.paperId);
  const given = typeof order.number === 'string' ? order.number : null;
  const model = modelOf(settings, order, code, given ?? '');
  const isNew = await insertPaper(tx, order, code, given, model, now);
  if (!isNew) return false;
  await insertRows(tx, 'paper_code', ['code', 'subject_key', 'paper_id'], [[code, order.subjectKey, order.paperId]]);
  if (!order.printLater)
    await orderJobs(tx, order.subjectKey, [{ task: 'print-paper', payload: { paperId: order.paperId } }], now);
  if (typeof order.number !== 'string') {
    const taken = await takeDocNumber(tx, order.number.unit, order.number.kind, order.issuedOn);
    await tx.change(
      'paper-number',
      'update paper set doc_number = $3, model = $4 where subject_key = $1 and paper_id = $2',
      [order.subjectKey, order.paperId, taken, JSON.stringify(modelOf(settings, order, code, taken))],
    );
  }
  return true;
}

function modelOf(settings: PaperSettings, order: PaperOrder, code: string, docNumber: string): PaperModel {
  const head: PaperHead = {
    organName: order.organName,
    docNumber,
    issuedOn: order.issuedOn,
    verification: { code, url: verificationUrl(settings, code) },
    ...(order.title === undefined ? {} : { title: order.title }),
    ...(settings.demo ? { seal: 'drawn', sealNote: '示范用章' } : { seal: 'space' }),
  };
  // What applicants wrote themselves is printed as they wrote it.
  const theirs = order.content.kind === 'joint-application-form' || order.content.kind === 'commitment';
  return { ...(theirs ? order.content : withoutWeekdays(order.content)), head } as PaperModel;
}

/** The public page that confirms a paper. */
export function verificationUrl(settings: Pick<Config, 'publicUrl'>, code: string): string {
  return `${settings.publicUrl}/verify/${code}`;
}

async function insertPaper(
  tx: Tx,
  order: PaperOrder,
  code: string,
  docNumber: string | null,
  model: PaperModel,
  now: Date,
): Promise<boolean> {
  const kind: PaperKind = model.kind;
  const changed = await tx.change(
    'paper-order',
    `insert into paper (subject_key, paper_id, application_id, item_id, record_id, kind, doc_number, verification_code, issued_on, model,
       state, unit_ids, region_path, window_unit_id, ordered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'ordered', $11, $12, $13, $14) on conflict (subject_key, paper_id) do nothing`,
    [
      order.subjectKey,
      order.paperId,
      order.applicationId,
      order.itemId,
      order.recordId,
      kind,
      docNumber,
      code,
      order.issuedOn,
      JSON.stringify(model),
      [...new Set(order.units.map((unit) => unit.unitId))],
      [...new Set(order.units.flatMap((unit) => regionPath(unit.regionCode)))],
      order.windowUnitId,
      now,
    ],
  );
  return changed === 1;
}
