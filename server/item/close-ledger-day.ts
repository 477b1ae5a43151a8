import type { Signer } from '../gateways/signing/signer.ts';
import type { Services } from '../platform/app-context.ts';
import { dayInShanghai } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { settled, type Task } from '../platform/task.ts';
import { coversNext, itemPlace, type LedgerPlace } from './covered-ledger.ts';
import { findLastHead, headText, type LedgerHead, recordHead, signedHead } from './ledger-head.ts';
import { digestOfParts, type Leaf, leavesInPart, packLeaves, sm3 } from './ledger-leaves.ts';

const hourMs = 3_600_000;
/** A day is closed two hours after its end at the earliest … */
const settleMs = 2 * hourMs;
/** … and only when no transaction is running that began more than an hour ago: an entry's instant is taken just before it begins. */
const longestWrite = "interval '1 hour'";

/** Closes what is over since the last head. Ordered by the clock each night; runs twice without harm. */
export function closeLedgerDay(
  services: Services,
  signer: Pick<Signer, 'signDetached'>,
  others: readonly LedgerPlace[],
): Task {
  return {
    name: 'close-ledger-day',
    run: async () => {
      const head = await closeDay(services, signer, { others });
      if (head)
        services.log.info({ day: head.day, entries: head.entries, head: head.head }, 'day of the ledger closed');
    },
  };
}

/**
 * One signed head over all entries written since the last, up to the end of the last day that is surely over. Null: nothing to close.
 * `others` are the ledgers covered beside the items'; `longest` is the age of a running transaction from which a late entry must be
 * feared.
 * @throws Error while such a transaction runs, and SigningFailure; the queue tries again.
 */
export async function closeDay(
  { db, clock }: Services,
  signer: Pick<Signer, 'signDetached'>,
  { others = [], longest = longestWrite }: { readonly others?: readonly LedgerPlace[]; readonly longest?: string } = {},
): Promise<LedgerHead | null> {
  const now = clock.now();
  const openDay = dayInShanghai(new Date(now.getTime() - settleMs));
  const until = new Date(`${openDay}T00:00:00+08:00`);
  return settled(
    await db.transaction({ sees: 'all' }, async (tx): Promise<LedgerHead | null> => {
      const last = await findLastHead(tx);
      if (last && Date.parse(last.until) >= until.getTime()) return null;
      await fearNoLateEntry(tx, longest);
      const from = last?.until ?? null;
      const day = dayInShanghai(new Date(until.getTime() - 1));
      const span = { day, from, until: until.toISOString(), covers: coversNext(others, last) };
      const content = {
        ...span,
        ...(await keepLeaves(tx, span, others)),
        previous: last?.head ?? null,
        madeAt: now.toISOString(),
      };
      const signed = await signer.signDetached({ unitId: 'platform', bytes: Buffer.from(headText(content)) });
      const head = signedHead(content, signed);
      await recordHead(tx, head);
      return head;
    }),
  );
}

/** Sessions of the application's role see each other's transactions; nobody else writes entries. */
async function fearNoLateEntry(tx: Tx, longest: string): Promise<void> {
  const [running] = await tx.run<{ n: number }>(
    `select count(*) as n from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and xact_start < clock_timestamp() - ${longest}`,
  );
  if (running && running.n > 0)
    throw new Error('a transaction runs so long that it may write into the day to be closed');
}

/** Walks the entries of a span in the order of their keys, keeps their leaves part by part and gives what a head says of them. */
async function keepLeaves(
  tx: Tx,
  span: Pick<LedgerHead, 'day' | 'from' | 'until' | 'covers'>,
  others: readonly LedgerPlace[],
): Promise<Pick<LedgerHead, 'entries' | 'digest'>> {
  const digests: string[] = [];
  let entries = 0;
  for await (const leaves of walkEntries(tx, span, others)) {
    const packed = packLeaves(leaves);
    const digest = sm3(packed);
    await tx.change(
      'ledger-part-insert',
      'insert into ledger_head_part (day, part, digest, leaves) values ($1, $2, $3, $4)',
      [span.day, digests.length, digest, packed],
    );
    digests.push(digest);
    entries += leaves.length;
  }
  return { entries, digest: digestOfParts(digests) };
}

/**
 * The entries that a head covers: ledger by ledger in the order of their keys, as many at a time as fill a part. Found by the indexes over
 * `at` and sorted once: a cursor is otherwise planned for its first tenth, which would walk the key of the whole ledger.
 * @throws Error where the head covers a ledger that is not among `others`.
 */
export async function* walkEntries(
  tx: Pick<Tx, 'run'>,
  head: Pick<LedgerHead, 'from' | 'until' | 'covers'>,
  others: readonly LedgerPlace[],
): AsyncGenerator<Leaf[]> {
  await tx.run('set local cursor_tuple_fraction = 1');
  await tx.run(
    `declare closed_entries no scroll cursor for ${selectsOf(head, others).join(' union all ')}
     order by ledger, subject_key, item_id, version`,
  );
  try {
    for (;;) {
      const leaves = await tx.run<Leaf>(`fetch ${leavesInPart} from closed_entries`);
      if (leaves.length === 0) return;
      yield leaves;
    }
  } finally {
    // Fails only in a transaction that has failed already, and then that is the error to be told.
    await tx.run('close closed_entries').catch(() => []);
  }
}

function selectsOf({ from, until, covers }: Parameters<typeof walkEntries>[1], others: readonly LedgerPlace[]) {
  const instant = (iso: string) => `'${new Date(iso).toISOString()}'::timestamptz`;
  return [{ ledger: itemPlace.ledger, from }, ...(covers ?? [])].map((one, index) => {
    const place = index === 0 ? itemPlace : others.find(({ ledger }) => ledger === one.ledger);
    if (!place) throw new Error(`a head covers the ledger ${one.ledger}, which is not known here`);
    return `select ${index} as ledger, subject_key, ${place.id} as item_id, version, hash from ${place.table}
     where at < ${instant(until)} ${one.from === null ? '' : `and at >= ${instant(one.from)}`}`;
  });
}
