import * as access from './access.ts';
import * as assessCase from './assess-case.ts';
import * as attachments from './attachments.ts';
import * as authorisations from './authorisations.ts';
import * as calendar from './calendar.ts';
import * as casework from './casework.ts';
import * as catalog from './catalog.ts';
import * as catalogChanges from './catalog-changes.ts';
import * as decisionPreview from './decision-preview.ts';
import * as drafts from './drafts.ts';
import type { Endpoint } from './endpoint.ts';
import * as explanations from './explanations.ts';
import * as guide from './guide.ts';
import * as handOver from './hand-over.ts';
import * as imports from './imports.ts';
import * as intake from './intake.ts';
import * as lawRows from './law-rows.ts';
import * as notice from './notice.ts';
import * as noticeQueue from './notice-queue.ts';
import * as objectionByCode from './objection-by-code.ts';
import * as objectionChain from './objection-chain.ts';
import * as objections from './objections.ts';
import * as opinions from './opinions.ts';
import * as partner from './partner.ts';
import * as portals from './portals.ts';
import * as progress from './progress.ts';
import * as publication from './publication.ts';
import * as questions from './questions.ts';
import * as queue from './queue.ts';
import * as readings from './readings.ts';
import * as record from './record.ts';
import * as recordOrders from './record-orders.ts';
import * as reminders from './reminders.ts';
import * as repairNotices from './repair-notices.ts';
import * as sharedData from './shared-data.ts';
import * as signOff from './sign-off.ts';
import * as supervision from './supervision.ts';
import * as window from './window.ts';

const modules = [
  access,
  authorisations,
  readings,
  catalog,
  guide,
  portals,
  calendar,
  catalogChanges,
  lawRows,
  record,
  recordOrders,
  repairNotices,
  noticeQueue,
  partner,
  imports,
  assessCase,
  explanations,
  reminders,
  intake,
  attachments,
  drafts,
  questions,
  progress,
  window,
  handOver,
  casework,
  queue,
  sharedData,
  signOff,
  opinions,
  objections,
  objectionChain,
  objectionByCode,
  publication,
  notice,
  decisionPreview,
  supervision,
];

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'path' in value && 'method' in value && 'by' in value;
}

/** Every endpoint of the API, in the order of the modules. */
export const allEndpoints: readonly Endpoint[] = modules.flatMap((one) => Object.values(one).filter(isEndpoint));
