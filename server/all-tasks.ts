import { clearReadings } from './access/clear-readings.ts';
import { clearSessions } from './access/session-store.ts';
import { assignByRule } from './casework/assignment/assign-by-rule.ts';
import { orderRevocation } from './casework/order-revocation.ts';
import { readSharedDataTask } from './casework/shared-data/read-shared-data.ts';
import type { Gateways } from './gateways/open-gateways.ts';
import { openLocalSigner } from './gateways/signing/local-signer.ts';
import { clearUploads, rouseScans, scanAttachment } from './intake/scan-attachment.ts';
import { closeLedgerDay } from './item/close-ledger-day.ts';
import { reDateItems } from './item/re-date-items.ts';
import { noticeTasks } from './notice/notice-tasks.ts';
import type { PaperPress } from './notice/papers/paper-press.ts';
import { otherLedgers } from './other-ledgers.ts';
import type { Services } from './platform/app-context.ts';
import type { Task } from './platform/task.ts';
import { publicationTasks } from './publication/publication-tasks.ts';
import { rouseExchanges } from './publication/rouse-exchanges.ts';
import { orderTasks } from './record/orders/order-tasks.ts';
import { recordTasks } from './record/record-tasks.ts';
import { tryCatalogChange } from './supervision/trial/try-catalog-change.ts';

/** What tasks need beside the services. */
export interface Outside {
  readonly gateways: Gateways;
  readonly press: PaperPress;
}

/** Everything a job can run, in travel order; the last ones are started by the clock (server/schedule.ts). */
export function allTasks(services: Services, { gateways, press }: Outside): Task[] {
  const signer = openLocalSigner({
    dataDir: services.config.dataDir,
    authority: gateways.certificateAuthority,
    timeStamps: gateways.timeStamps,
  });
  return [
    ...recordTasks(services),
    ...orderTasks(services, gateways),
    orderRevocation(services),
    scanAttachment(services),
    ...publicationTasks(services, gateways),
    ...noticeTasks(services, { press, gateways, signer }),
    tryCatalogChange(services),
    assignByRule(services),
    readSharedDataTask(services, gateways.sharedData),
    reDateItems(services),
    closeLedgerDay(services, signer, otherLedgers),
    clearReadings(services),
    {
      name: 'clear-sessions',
      run: async () => {
        await clearSessions(services.db, services.clock.now());
      },
    },
    { name: 'rouse-exchanges', run: () => rouseExchanges(services) },
    { name: 'rouse-scans', run: () => rouseScans(services) },
    { name: 'clear-uploads', run: () => clearUploads(services) },
  ];
}
