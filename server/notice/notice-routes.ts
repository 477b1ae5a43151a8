import { previewDecision as previewContract } from '#contract/decision-preview.ts';
import { getGuidePdf } from '#contract/guide.ts';
import * as contract from '#contract/notice.ts';
import * as batches from '#contract/notice-queue.ts';
import { openLocalSigner } from '../gateways/signing/local-signer.ts';
import type { Services } from '../platform/app-context.ts';
import { type Route, route } from '../platform/route.ts';
import { downloadArchive } from './archive/download-archive.ts';
import { downloadOriginals } from './download-originals.ts';
import { downloadPaper, reprintPaper } from './hand-out-papers.ts';
import { listStuckPapers } from './list-stuck-papers.ts';
import { downloadNoticeBatch, listNoticeBatches, printNotices } from './notice-batches.ts';
import { previewDecision } from './preview-decision.ts';
import { guidePrinter } from './print-guide.ts';
import { rateItem } from './rate-item.ts';
import { markRead, readMessages } from './read-messages.ts';
import { verifyFile, verifyPaper } from './verify-paper.ts';

/** Every endpoint of contract/notice.ts, and the printed guide. */
export function noticeRoutes(services: Services): Route[] {
  const printGuide = guidePrinter(services);
  const signer = openLocalSigner({ dataDir: services.config.dataDir });
  return [
    route(getGuidePdf, ({ query }) => printGuide(query)),
    route(contract.listMessages, ({ actor }) => readMessages(services, actor)),
    route(contract.readMessage, ({ actor, params }) => markRead(services, actor, params)),
    route(contract.downloadPaper, ({ actor, params }) => downloadPaper(services, actor, params)),
    route(previewContract, ({ actor, params, body }) => previewDecision(services, actor, params, body)),
    route(contract.reprintPaper, ({ actor, params }) => reprintPaper(services, actor, params)),
    route(contract.verifyPaper, ({ params, query }) => verifyPaper(services, params.code, query.number)),
    route(contract.verifyFile, ({ params }) => verifyFile(services, params.digest)),
    route(contract.listStuckPapers, ({ actor }) => listStuckPapers(services, actor)),
    route(batches.printNotices, ({ actor, body }) => printNotices(services, actor, body)),
    route(batches.listNoticeBatches, ({ actor }) => listNoticeBatches(services, actor)),
    route(batches.downloadNoticeOriginals, ({ actor, params }) => downloadOriginals(services, actor, params.batchId)),
    route(batches.downloadNoticeBatch, ({ actor, params }) => downloadNoticeBatch(services, actor, params.batchId)),
    route(contract.downloadArchive, ({ actor, params }) => downloadArchive(services, signer, actor, params)),
    route(contract.rateItem, ({ actor, params, body }) => rateItem(services, actor, params, body)),
  ];
}
