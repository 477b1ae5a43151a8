import { assessCase } from '#contract/assess-case.ts';
import * as explanations from '#contract/explanations.ts';
import * as imports from '#contract/imports.ts';
import * as contract from '#contract/record.ts';
import * as reminders from '#contract/reminders.ts';
import type { Services } from '../platform/app-context.ts';
import { type Route, route } from '../platform/route.ts';
import { answerCase } from './answer-case.ts';
import { downloadReport } from './download-report.ts';
import { explainCase, explainRecord } from './explain-record.ts';
import { findSubjects } from './find-subjects.ts';
import { getImport, listImports, listReportRows } from './list-imports.ts';
import { listPublicRecords } from './list-public-records.ts';
import { listUnitRecords } from './list-unit-records.ts';
import { makeRepairNotice } from './make-repair-notice.ts';
import { noteService } from './note-service.ts';
import { openNoticeToken } from './open-notice-token.ts';
import { cancelReminder, listReminders, setReminder } from './reminders.ts';
import { startImport } from './start-import.ts';

/** Records: import, the public page, the calculator, the repair notice. What a subject carries is listed by intake. */
export function recordRoutes(services: Services): Route[] {
  return [
    route(assessCase, ({ body }) => answerCase(services, body)),
    route(explanations.explainCase, ({ body }) => explainCase(services, body)),
    route(explanations.explainRecord, ({ actor, params, query }) => explainRecord(services, actor, params, query.on)),
    route(contract.findSubjects, ({ actor, query }) => findSubjects(services, actor, query.q)),
    route(contract.listPublicRecords, ({ query }) => listPublicRecords(services, query.q)),
    route(imports.startImport, ({ actor, body, file }) => startImport(services, actor, body, file)),
    route(imports.listImports, ({ actor }) => listImports(services, actor)),
    route(imports.getImport, ({ actor, params }) => getImport(services, actor, params.importId)),
    route(imports.listImportRows, ({ actor, params, query }) =>
      listReportRows(services, actor, params.importId, query),
    ),
    route(imports.downloadImportReport, ({ actor, params }) => downloadReport(services, actor, params.importId)),
    route(contract.listUnitRecords, ({ actor, query }) => listUnitRecords(services, actor, query)),
    route(contract.makeRepairNotice, ({ actor, params }) => makeRepairNotice(services, actor, params)),
    route(contract.noteService, ({ actor, params, body }) => noteService(services, actor, params, body)),
    route(reminders.listReminders, ({ actor, params }) => listReminders(services, actor, params.subjectKey)),
    route(reminders.setReminder, ({ actor, params, body }) => setReminder(services, actor, params.subjectKey, body)),
    route(reminders.cancelReminder, ({ actor, params }) => cancelReminder(services, actor, params)),
    route(contract.openNoticeToken, ({ params }) => openNoticeToken(services, params.token)),
  ];
}
