import { type Catalog, lawEntryOf } from '#domain/catalog/catalog.ts';
import { remediesOf } from '#law/remedies.ts';
import { findSubject } from '../access/subject-store.ts';
import { orderPaper } from '../catalog/order-paper.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { numberOf, settled, type Task, textOf } from '../platform/task.ts';
import { listChain, orderEventOf } from '../record/orders/order-chain.ts';
import { findOrder } from '../record/orders/order-store.ts';
import { findRecord } from '../record/record-store.ts';
import { derivedId } from './derived-id.ts';
import { unitOf } from './item-file.ts';
import { type OrderFile, orderNotice, orderNoticeTitle } from './order-notice-content.ts';

/** Orders the 告知书 of what was decided about a record. Twice makes one paper with one number. */
export function issueOrderNotice(services: Services): Task {
  return {
    name: 'issue-order-notice',
    async run(payload) {
      const { subjectKey } = payload;
      const orderId = textOf(payload, 'orderId');
      const version = numberOf(payload, 'version');
      const catalog = await services.catalog();
      settled(
        await services.db.transaction({ sees: 'all' }, async (tx) => {
          const file = await readFile(tx, catalog, subjectKey, { orderId, version });
          const { signer, unit, order, event } = file;
          const paperId = derivedId('paper', subjectKey, orderId, String(version), 'general-notice');
          const isNew = await orderPaper(
            tx,
            services.config,
            {
              subjectKey,
              paperId,
              applicationId: null,
              itemId: null,
              recordId: order.record_id,
              organName: signer.name,
              number: { unit: signer, kind: 'general-notice' },
              issuedOn: event.on,
              content: orderNotice(file),
              title: orderNoticeTitle(file),
              units: [unit, signer],
              windowUnitId: null,
            },
            services.clock.now(),
          );
          if (isNew)
            await tx.change(
              'paper-of-order',
              'update paper set order_id = $3 where subject_key = $1 and paper_id = $2',
              [subjectKey, paperId, orderId],
            );
          return null;
        }),
      );
    },
  };
}

async function readFile(
  tx: Tx,
  catalog: Catalog,
  subjectKey: string,
  { orderId, version }: { readonly orderId: string; readonly version: number },
): Promise<OrderFile> {
  const order = await findOrder(tx, subjectKey, orderId);
  const row = (await listChain(tx, subjectKey, [orderId])).find((one) => one.version === version);
  const record = order && (await findRecord(tx, subjectKey, order.record_id));
  const subject = await findSubject(tx, subjectKey);
  if (!order || !row || !record || !subject) throw new Error(`no order ${orderId} at ${version}`);
  const unit = unitOf(catalog, order.unit_id);
  return {
    order,
    event: orderEventOf(row),
    record,
    subject,
    unit,
    // The registrar ends display of what others found as well, and signs for it.
    signer: row.actor.unitId ? unitOf(catalog, row.actor.unitId) : unit,
    remedies: remediesOf(lawEntryOf(catalog, record.matter_key)).filter((one) => one.key !== 'objection'),
  };
}
