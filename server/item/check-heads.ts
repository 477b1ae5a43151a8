import { verifyDetached } from '../gateways/signing/sm2-key.ts';
import type { Tx } from '../platform/database.ts';
import type { LedgerFault } from './check-item.ts';
import { walkEntries } from './close-ledger-day.ts';
import { type CoveredLedger, coversNext, type LedgerPlace } from './covered-ledger.ts';
import { headText, type LedgerHead, signatureOf } from './ledger-head.ts';
import { compareLeaves, digestOfParts, type Leaf, packLeaves, sm3, unpackLeaves } from './ledger-leaves.ts';

/** What heads are checked with. */
export interface HeadTrust {
  /** Key ids that are known to be the platform's; empty: that of the first head, which every later one must have too. */
  readonly keyIds: readonly string[];
  /** Heads as an outside party kept them. */
  readonly handedOver?: readonly LedgerHead[];
}

type Reading = Pick<Tx, 'run'>;

/** Faults named in one day; a thousand more would tell nobody more. */
const mostInDay = 50;

const noEntry = { subjectKey: null, itemId: null, version: null };

const dayFault = (head: LedgerHead, what: string): LedgerFault => ({
  ...noEntry,
  at: head.from ?? '',
  what: `${head.day} 的日封${what}`,
});

/** Checks each head by itself, against the one before, and against the entries it covers; `others` are the ledgers known here. */
export async function checkHeads(
  tx: Reading,
  heads: readonly LedgerHead[],
  trust: HeadTrust,
  others: readonly LedgerPlace[],
): Promise<LedgerFault[]> {
  const faults: LedgerFault[] = [];
  const keyIds = trust.keyIds.length > 0 ? trust.keyIds : trustedAtFirst(heads, trust);
  for (const [index, head] of heads.entries()) {
    faults.push(...checkSignature(head, keyIds).map((what) => dayFault(head, what)));
    const before = heads[index - 1];
    if (head.previous !== (before?.head ?? null))
      faults.push(dayFault(head, '与前一份接不上：中间有日封被删去或者替换'));
    if (head.from !== (before?.until ?? null)) faults.push(dayFault(head, '与前一份之间有空当'));
    faults.push(...checkCovers(head, before).map((what) => dayFault(head, what)));
    const unknown = unknownOf(head, others);
    if (unknown.length > 0) faults.push(dayFault(head, `涵盖这里不认识的台账（${unknown.join('、')}），没有核对条目`));
    else faults.push(...(await checkDay(tx, head, others)));
  }
  const orphans = await tx.run<{ day: string }>(
    'select distinct day from ledger_head_part p where not exists (select 1 from ledger_head h where h.day = p.day) order by day',
  );
  for (const { day } of orphans)
    faults.push({ ...noEntry, at: `${day}T00:00:00.000Z`, what: `${day} 的日封不见了，它的明细还在` });
  faults.push(...(await checkHandedOver(tx, heads, trust, others)));
  return faults;
}

/** With nothing else known, the file's keys are the outside party's word, and without a file the first head's. */
function trustedAtFirst(heads: readonly LedgerHead[], { handedOver }: HeadTrust): readonly string[] {
  if (handedOver && handedOver.length > 0) return [...new Set(handedOver.map((one) => one.keyId))];
  return heads[0] ? [heads[0].keyId] : [];
}

function checkSignature(head: LedgerHead, keyIds: readonly string[]): string[] {
  const text = headText(head);
  if (head.head !== sm3(text)) return ['的内容与它的摘要不符'];
  if (!keyIds.includes(head.keyId)) return [`是用不认识的密钥签的（密钥号 ${head.keyId}）`];
  return verifyDetached(signatureOf(head), Buffer.from(text)) ? [] : ['的签名不对'];
}

const unknownOf = ({ covers }: LedgerHead, others: readonly LedgerPlace[]): string[] =>
  (covers ?? []).map((one) => one.ledger).filter((ledger) => !others.some((one) => one.ledger === ledger));

/** Beside the items a head covers what the one before did, without a gap, and what is new from its first entry on. */
function checkCovers(head: LedgerHead, before: LedgerHead | undefined): string[] {
  const own = head.covers ?? [];
  const left = (before?.covers ?? []).filter((one) => !own.some((other) => other.ledger === one.ledger));
  if (left.length > 0) return ['不再涵盖前一份涵盖的台账'];
  const wanted = coversNext(own, before) ?? [];
  return sameSpans(own, wanted) ? [] : ['与前一份之间有空当'];
}

const sameSpans = (own: readonly CoveredLedger[], wanted: readonly CoveredLedger[]): boolean =>
  own.every((one, index) => one.from === wanted[index]?.from);

/** The entries of a day against the leaves its head was made from; both come in the same order, so one walk is enough. */
async function checkDay(tx: Reading, head: LedgerHead, others: readonly LedgerPlace[]): Promise<LedgerFault[]> {
  const kept = await readKept(tx, head.day);
  const whole = digestOfParts(kept.digests) === head.digest && kept.leaves === head.entries;
  const digests: string[] = [];
  const found: LedgerFault[] = [];
  let leaf = await kept.next();
  for await (const entries of walkEntries(tx, head, others)) {
    if (found.length > mostInDay) break;
    digests.push(sm3(packLeaves(entries)));
    for (const entry of entries) {
      for (; leaf && compareLeaves(leaf, entry) < 0; leaf = await kept.next())
        found.push(leafFault(head, leaf, '在日封以后被删去'));
      if (!leaf || compareLeaves(leaf, entry) !== 0) found.push(leafFault(head, entry, '不在日封里，是以后加进去的'));
      else {
        if (leaf.hash !== entry.hash) found.push(leafFault(head, entry, '在日封以后被改动'));
        leaf = await kept.next();
      }
    }
  }
  for (; leaf && found.length <= mostInDay; leaf = await kept.next())
    found.push(leafFault(head, leaf, '在日封以后被删去'));
  if (whole) return found;
  if (digestOfParts(digests) === head.digest) return [dayFault(head, '的明细被改动，条目本身与日封相符')];
  return [dayFault(head, '的明细被改动，条目也与日封不符'), ...found];
}

function leafFault(head: LedgerHead, leaf: Leaf, what: string): LedgerFault {
  const ledger = leaf.ledger === 0 ? undefined : head.covers?.[leaf.ledger - 1]?.ledger;
  return {
    ...(ledger && { ledger }),
    subjectKey: leaf.subject_key,
    itemId: leaf.item_id,
    version: leaf.version,
    at: head.from ?? '',
    what: `第 ${leaf.version} 版${what}（${head.day} 的日封）`,
  };
}

/** The kept leaves of a day one by one; their digests are counted anew as they are read. */
async function readKept(tx: Reading, day: string) {
  const parts = await tx.run<{ part: number; bytes: number }>(
    'select part, octet_length(leaves) as bytes from ledger_head_part where day = $1 order by part',
    [day],
  );
  const digests: string[] = [];
  for (const { part } of parts) digests.push(sm3(await readPart(tx, day, part)));
  let open: Leaf[] = [];
  let position = 0;
  let part = 0;
  return {
    digests,
    leaves: parts.reduce((sum, one) => sum + one.bytes / 69, 0),
    async next(): Promise<Leaf | undefined> {
      while (position >= open.length && part < parts.length) {
        open = unpackLeaves(await readPart(tx, day, parts[part]!.part));
        part += 1;
        position = 0;
      }
      return open[position++];
    },
  };
}

async function readPart(tx: Reading, day: string, part: number): Promise<Buffer> {
  const rows = await tx.run<{ leaves: Buffer }>('select leaves from ledger_head_part where day = $1 and part = $2', [
    day,
    part,
  ]);
  return rows[0]!.leaves;
}

/** Heads that somebody else has kept: each must be here as it was, and the entries must still give its digest. */
async function checkHandedOver(
  tx: Reading,
  heads: readonly LedgerHead[],
  trust: HeadTrust,
  others: readonly LedgerPlace[],
): Promise<LedgerFault[]> {
  const here = new Map(heads.map((head) => [head.day, head]));
  const faults: LedgerFault[] = [];
  for (const head of trust.handedOver ?? []) {
    const own = here.get(head.day);
    faults.push(
      ...checkSignature(head, trust.keyIds.length > 0 ? trust.keyIds : [head.keyId]).map((what) =>
        dayFault(head, `（交存的那一份）${what}`),
      ),
    );
    if (own?.head === head.head) continue;
    const same = (await digestNow(tx, head, others)) === head.digest;
    const entries = same ? '条目与交存的相符' : '条目也与交存的不符';
    faults.push(dayFault(head, own ? `与交存的不一致，${entries}` : `不见了（交存的有），${entries}`));
  }
  return faults;
}

/** Null where the head covers a ledger that is not known here. */
async function digestNow(tx: Reading, head: LedgerHead, others: readonly LedgerPlace[]): Promise<string | null> {
  if (unknownOf(head, others).length > 0) return null;
  const digests: string[] = [];
  for await (const entries of walkEntries(tx, head, others)) digests.push(sm3(packLeaves(entries)));
  return digestOfParts(digests);
}
