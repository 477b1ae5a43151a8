import type { CheckedMandate } from '#domain/access/authorisation.ts';
import type { LedgerActor } from '../platform/actor.ts';
import { insertRows, type Tx } from '../platform/database.ts';

export interface AuthorisationRow {
  readonly subject_key: string;
  readonly authorisation_id: string;
  readonly agent_name: string;
  readonly agent_identifier: string;
  readonly agent_phone: string | null;
  readonly matters: string[] | null;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly granted_by: LedgerActor;
  readonly granted_at: string;
  readonly withdrawn_by: LedgerActor | null;
  readonly withdrawn_at: string | null;
}

const columns =
  'subject_key, authorisation_id, agent_name, agent_identifier, agent_phone, matters, valid_from, valid_to, granted_by, granted_at, withdrawn_by, withdrawn_at';

/** One authorisation of an enterprise, or all of them, the latest first (at most 200). */
export async function findAuthorisations(
  tx: Tx,
  subjectKey: string,
  authorisationId?: string,
): Promise<AuthorisationRow[]> {
  return authorisationId === undefined
    ? tx.query<AuthorisationRow>(
        'authorisations-list',
        `select ${columns} from authorisation where subject_key = $1 order by granted_at desc limit 200`,
        [subjectKey],
      )
    : tx.query<AuthorisationRow>(
        'authorisation-find',
        `select ${columns} from authorisation where subject_key = $1 and authorisation_id = $2`,
        [subjectKey, authorisationId],
      );
}

/** The authorisation that an earlier sending of the same request made. */
export async function findGranted(
  tx: Tx,
  subjectKey: string,
  requestId: string,
): Promise<AuthorisationRow | undefined> {
  const rows = await tx.query<AuthorisationRow>(
    'authorisation-request',
    `select ${columns} from authorisation where subject_key = $1 and request_id = $2`,
    [subjectKey, requestId],
  );
  return rows[0];
}

export interface NewAuthorisation extends CheckedMandate {
  readonly subjectKey: string;
  readonly authorisationId: string;
  readonly requestId: string;
  readonly phone: string | null;
  readonly hash: string;
  readonly by: LedgerActor;
  readonly at: Date;
}

export async function recordAuthorisation(tx: Tx, it: NewAuthorisation): Promise<void> {
  await insertRows(
    tx,
    'authorisation',
    [
      'subject_key',
      'authorisation_id',
      'request_id',
      'agent_name',
      'agent_identifier',
      'agent_phone',
      'matters',
      'valid_from',
      'valid_to',
      'granted_by',
      'granted_at',
    ],
    [
      [
        it.subjectKey,
        it.authorisationId,
        it.requestId,
        it.name,
        it.identifier,
        it.phone,
        it.matters,
        it.from,
        it.until,
        JSON.stringify(it.by),
        it.at,
      ],
    ],
  );
  await insertRows(
    tx,
    'agent_directory',
    ['agent_hash', 'subject_key', 'authorisation_id', 'valid_to'],
    [[it.hash, it.subjectKey, it.authorisationId, it.until]],
  );
}

/** Withdraws an authorisation that stands; false where it did not. */
export async function recordWithdrawal(
  tx: Tx,
  it: { subjectKey: string; authorisationId: string; by: LedgerActor; at: Date },
): Promise<boolean> {
  const changed = await tx.change(
    'authorisation-withdraw',
    'update authorisation set withdrawn_by = $3, withdrawn_at = $4 where subject_key = $1 and authorisation_id = $2 and withdrawn_at is null',
    [it.subjectKey, it.authorisationId, JSON.stringify(it.by), it.at],
  );
  return changed === 1;
}

/** Withdraws what else the same person holds of the enterprise: a new authorisation takes the place of the old. */
export async function replaceEarlier(
  tx: Tx,
  it: { subjectKey: string; authorisationId: string; identifier: string; by: LedgerActor; at: Date },
): Promise<number> {
  return tx.change(
    'authorisation-replace',
    `update authorisation set withdrawn_by = $4, withdrawn_at = $5
     where subject_key = $1 and authorisation_id <> $2 and agent_identifier = $3 and withdrawn_at is null`,
    [it.subjectKey, it.authorisationId, it.identifier, JSON.stringify(it.by), it.at],
  );
}
