import type { PaperKind } from '#contract/paper-models.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import type { Tx } from '../platform/database.ts';
import type { PaperRow } from './paper-store.ts';

/** Whether a paper still stands. */
export interface Standing {
  readonly state: 'in-force' | 'replaced' | 'revoked' | 'ended';
  /** From this day it does not. */
  readonly endedOn: PlainDate | null;
}

const inForce: Standing = { state: 'in-force', endedOn: null };

/** How a grant is called: of a record that is shown, or of a list that is left. */
const grants: readonly PaperKind[] = ['grant-decision', 'removal-decision'];

/** How a decision against the applicant is called. */
const against: readonly PaperKind[] = ['decline-notice', 'refusal-decision'];

/**
 * A grant falls with the revocation of its item, a repair notice with the next edition that was made before it was served, a joint form
 * with the next edition, which bears more results, a decision against the applicant with an objection that is upheld; a notice of shielding ends with the plan. Every
 * other paper tells of a day and goes on being true.
 */
export async function findStanding(tx: Tx, paper: PaperRow): Promise<Standing> {
  if (grants.includes(paper.kind) && paper.item_id) return standingOfGrant(tx, paper.subject_key, paper.item_id);
  if (paper.kind === 'repair-notice') return standingOfNotice(tx, paper);
  if (paper.kind === 'joint-application-form') return standingOfForm(tx, paper);
  if (against.includes(paper.kind) && paper.item_id) return standingOfRefusal(tx, paper.subject_key, paper.item_id);
  if (paper.kind === 'general-notice') return standingOfShielding(tx, paper);
  return inForce;
}

/** What a plan had shielded is shown again where it failed. */
async function standingOfShielding(tx: Tx, paper: PaperRow): Promise<Standing> {
  const rows = await tx.query<{ on: PlainDate }>(
    'shielding-ended',
    `select n.opened_on as on from paper p
     join record_order o on o.subject_key = p.subject_key and o.order_id = p.order_id
     join record_order n on n.subject_key = o.subject_key and n.record_id = o.record_id
     where p.subject_key = $1 and p.paper_id = $2 and o.kind = 'shielding' and o.state in ('ordered', 'done')
       and n.kind = 'restoring' and n.state in ('ordered', 'done') and (n.opened_on, n.order_id) > (o.opened_on, o.order_id)
     order by n.opened_on, n.order_id limit 1`,
    [paper.subject_key, paper.paper_id],
  );
  return rows[0] ? { state: 'ended', endedOn: rows[0].on } : inForce;
}

async function standingOfRefusal(tx: Tx, subjectKey: string, itemId: string): Promise<Standing> {
  const rows = await tx.query<{ on: PlainDate | null }>(
    'refusal-objected',
    `select fold -> 'answer' ->> 'on' as on from objection
     where subject_key = $1 and item_id = $2 and state = 'corrected' limit 1`,
    [subjectKey, itemId],
  );
  return rows[0]?.on ? { state: 'revoked', endedOn: rows[0].on } : inForce;
}

async function standingOfGrant(tx: Tx, subjectKey: string, itemId: string): Promise<Standing> {
  const rows = await tx.query<{ on: PlainDate }>(
    'grant-revoked',
    `select day as on from item_event where subject_key = $1 and item_id = $2 and type = 'revoked' order by version limit 1`,
    [subjectKey, itemId],
  );
  return rows[0] ? { state: 'revoked', endedOn: rows[0].on } : inForce;
}

async function standingOfForm(tx: Tx, paper: PaperRow): Promise<Standing> {
  const rows = await tx.query<{ on: PlainDate }>(
    'form-newer-edition',
    `select n.issued_on as on from paper n join paper p on p.subject_key = n.subject_key and p.application_id = n.application_id
     where p.subject_key = $1 and p.paper_id = $2 and n.kind = p.kind and n.state = 'printed'
       and (n.ordered_at, n.paper_id) > (p.ordered_at, p.paper_id)
     order by n.ordered_at, n.paper_id limit 1`,
    [paper.subject_key, paper.paper_id],
  );
  return rows[0] ? { state: 'replaced', endedOn: rows[0].on } : inForce;
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
