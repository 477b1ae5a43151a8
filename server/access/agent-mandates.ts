import { createHmac } from 'node:crypto';
import { type Mandate, sameName } from '#domain/access/authorisation.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { normaliseCode } from '#domain/uscc.ts';
import type { OwnSubject } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Database } from '../platform/database.ts';
import { type AuthorisationRow, findAuthorisations } from './authorisation-store.ts';
import { maskIdentifier } from './mask.ts';
import { findSubject } from './subject-store.ts';

/** What authorisations are looked up by: the ID number under a key, so that the directory tells nobody's number. */
export function agentHash(secret: string, identifier: string): string {
  return createHmac('sha256', secret)
    .update(`agent:${normaliseCode(identifier)}`)
    .digest('hex');
}

interface DirectoryRow {
  readonly subject_key: string;
  readonly authorisation_id: string;
}

async function lookUp(db: Database, hash: string, today: PlainDate): Promise<DirectoryRow[]> {
  // Outside a transaction: one round trip for everybody who is nobody's agent; a directory has no row policies.
  const found = await db.pool.query<DirectoryRow>({
    name: 'agent-directory',
    text: 'select subject_key, authorisation_id from agent_directory where agent_hash = $1 and valid_to >= $2 limit 500',
    values: [hash, today],
  });
  return found.rows;
}

/** An enterprise that authorised the person, with the authorisation in force today. */
export interface Mandator {
  readonly subject: OwnSubject;
  readonly mandate: Mandate;
}

/**
 * The enterprises that have authorised a person, as of this moment: what was withdrawn or ran out is not among them. The number must be
 * the one authorised, and the name the identity service vouches for the one the enterprise wrote. Of several for one enterprise the
 * latest counts.
 */
export async function findMandators(services: Services, hash: string, name: string): Promise<Mandator[]> {
  const today = services.clock.today();
  const entries = await lookUp(services.db, hash, today);
  if (entries.length === 0) return [];
  const subjects = [...new Set(entries.map((one) => one.subject_key))];
  return services.db.read({ sees: 'subject', subjects }, async (tx) => {
    const latest = new Map<string, AuthorisationRow>();
    for (const entry of entries) {
      const [row] = await findAuthorisations(tx, entry.subject_key, entry.authorisation_id);
      if (!row || row.withdrawn_at || row.valid_to < today || row.valid_from > today) continue;
      if (sameName(row.agent_name) !== sameName(name)) continue;
      const before = latest.get(row.subject_key);
      if (!before || before.granted_at < row.granted_at) latest.set(row.subject_key, row);
    }
    const found: Mandator[] = [];
    for (const row of latest.values()) {
      const subject = await findSubject(tx, row.subject_key);
      if (!subject) continue;
      const { authorisation_id: authorisationId, matters, valid_to: until } = row;
      const mandate: Mandate = { authorisationId, matters, until };
      found.push({
        mandate,
        subject: {
          subjectKey: subject.subject_key,
          name: subject.name,
          kind: subject.kind,
          maskedIdentifier: maskIdentifier(subject.kind, subject.identifier),
          as: '受托',
          ground: 'authorisation',
          mandate,
        },
      });
    }
    return found;
  });
}

/** A person's subjects with those of the enterprises that authorised them; who acts for one anyway gains its authorisation beside. */
export function withMandates(own: readonly OwnSubject[], mandators: readonly Mandator[]): OwnSubject[] {
  const known = own.map((subject) => {
    const mandate = mandators.find((one) => one.subject.subjectKey === subject.subjectKey)?.mandate;
    return mandate ? { ...subject, mandate } : subject;
  });
  const added = mandators.filter(({ subject }) => !own.some((one) => one.subjectKey === subject.subjectKey));
  return [...known, ...added.map((one) => one.subject)];
}
