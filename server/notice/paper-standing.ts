import type { PlainDate } from '#domain/plain-date.ts';
import type { Tx } from '../platform/database.ts';
import type { PaperRow } from './paper-store.ts';

/** Whether a paper still stands. */
export interface Standing {
  readonly state: 'in-force' | 'replaced' | 'revoked';
  /** From this day it does not. */
  readonly endedOn: PlainDate | null;
}

const inForce: Standing = { state: 'in-force', endedOn: null };

/**
 * A grant falls with the revocation of its item, a repair notice with the next edition that was made before it was served.
 * Every other paper tells of a day and goes on being true.
 */
export async function findStanding(tx: Tx, paper: PaperRow): Promise<Standing> {
  if (paper.kind === 'grant-decision' && paper.item_id) return standingOfGrant(tx, paper.subject_key, paper.item_id);
  if (paper.kind === 'repair-notice') return standingOfNotice(tx, paper);
  return inForce;
}

async function standingOfGrant(tx: Tx, subjectKey: string, itemId: string): Promise<Standing> {
  const rows = await tx.query<{ on: PlainDate }>(
    'grant-revoked',
    `select min(day) as on from (
       select day from item_event where subject_key = $1 and item_id = $2 and type = 'revoked'
       union all
       select issued_on from paper where subject_key = $1 and item_id = $2 and kind = 'revocation-decision') revoked
     having min(day) is not null`,
    [subjectKey, itemId],
  );
  return rows[0] ? { state: 'revoked', endedOn: rows[0].on } : inForce;
}

async function standingOfNotice(tx: Tx, paper: PaperRow): Promise<Standing> {
  const rows = await tx.query<{ on: PlainDate }>(
    'notice-superseded',
    `select (superseded_at at time zone 'Asia/Shanghai')::date as on from repair_notice
     where subject_key = $1 and paper_id = $2 and superseded_at is not null`,
    [paper.subject_key, paper.paper_id],
  );
  return rows[0] ? { state: 'replaced', endedOn: rows[0].on } : inForce;
}
