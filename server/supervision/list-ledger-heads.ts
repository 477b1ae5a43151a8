import type { QueryOf } from '#contract/endpoint.ts';
import type { listLedgerHeads as contract } from '#contract/readings.ts';
import { listHeads } from '../item/ledger-head.ts';
import { headLine } from '../item/read-handed-over.ts';
import type { Services } from '../platform/app-context.ts';
import type { FileReply } from '../platform/route.ts';

/** The heads of the ledger for whoever wants to keep them: no personal data, and no key that signs. */
export async function listLedgerHeads(services: Services, { from }: QueryOf<typeof contract>): Promise<FileReply> {
  const heads = await services.db.read({ sees: 'none' }, (tx) => listHeads(tx, from));
  return {
    file: true,
    type: 'text/plain; charset=utf-8',
    name: `台账日封_${heads.at(-1)?.day ?? '暂无'}.jsonl`,
    content: Buffer.from(heads.map(headLine).join('')),
  };
}
