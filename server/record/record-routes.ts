import { assessCase } from '#contract/assess-case.ts';
import * as explanations from '#contract/explanations.ts';
import * as imports from '#contract/imports.ts';
import * as noticeQueue from '#contract/notice-queue.ts';
import * as partner from '#contract/partner.ts';
import * as contract from '#contract/record.ts';
import * as reminders from '#contract/reminders.ts';
import * as notices from '#contract/repair-notices.ts';
import type { Services } from '../platform/app-context.ts';
import { type Route, route } from '../platform/route.ts';
import { answerCase } from './answer-case.ts';
import { downloadReport } from './download-report.ts';
import { explainCase, explainRecord } from './explain-record.ts';
import { findSubjects } from './find-subjects.ts';
import { getImport, listImports, listReportRows } from './list-imports.ts';
import { listPublicRecords } from './list-public-records.ts';
import { listUnitRecords } from './list-unit-records.ts';
import { lookUpSubject } from './look-up-subject.ts';
import { makeRepairNotice, renewRepairNotice } from './make-repair-notice.ts';
import { noteService } from './note-service.ts';
import { noteServices, renewNotices } from './notices/act-on-many.ts';
import { getNoticeHistory } from './notices/get-notice-history.ts';
import { listNotices } from './notices/list-notices.ts';
import { keepServiceProof, openServiceProof } from './notices/service-proof.ts';
import { openNoticeToken } from './open-notice-token.ts';
import { orderRoutes } from './orders/order-routes.ts';
import { handInRecords } from './partner/hand-in-records.ts';
import { listPartnerKeys, makePartnerKey, revokePartnerKey } from './partner/partner-keys.ts';
import { recordOne } from './record-one.ts';
import { openReminderStop, setReminderStop, stopByLink } from './reminder-stops.ts';
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
    ...noticeRoutes(services),
    ...recordingRoutes(services),
    ...orderRoutes(services),
    route(reminders.listReminders, ({ actor, params }) => listReminders(services, actor, params.subjectKey)),
    route(reminders.setReminder, ({ actor, params, body }) => setReminder(services, actor, params.subjectKey, body)),
    route(reminders.setReminderStop, ({ actor, params, body }) =>
      setReminderStop(services, actor, params.subjectKey, body),
    ),
    route(reminders.openReminderStop, ({ params }) => openReminderStop(services, params.token)),
    route(reminders.stopByLink, ({ params, body }) => stopByLink(services, params.token, body.stopped)),
    route(reminders.cancelReminder, ({ actor, params }) => cancelReminder(services, actor, params)),
  ];
}

/** 两书同达: the notice of a decision, its service, the unit's queue. */
function noticeRoutes(services: Services): Route[] {
  return [
    route(notices.makeRepairNotice, ({ actor, params }) => makeRepairNotice(services, actor, params)),
    route(notices.renewRepairNotice, ({ actor, params }) => renewRepairNotice(services, actor, params)),
    route(notices.getNoticeHistory, ({ actor, params }) => getNoticeHistory(services, actor, params)),
    route(notices.noteService, ({ actor, params, body }) => noteService(services, actor, params, body)),
    route(notices.keepServiceProof, ({ actor, params, file }) => keepServiceProof(services, actor, params, file)),
    route(notices.openServiceProof, ({ actor, params }) => openServiceProof(services, actor, params)),
    route(notices.openNoticeToken, ({ params }) => openNoticeToken(services, params.token)),
    route(noticeQueue.listNotices, ({ actor, query }) => listNotices(services, actor, query)),
    route(noticeQueue.noteServices, ({ actor, body }) => noteServices(services, actor, body)),
    route(noticeQueue.renewNotices, ({ actor, body }) => renewNotices(services, actor, body)),
  ];
}

/** Decisions one by one: an officer's form, and the systems of units. */
function recordingRoutes(services: Services): Route[] {
  return [
    route(partner.recordOne, ({ actor, body }) => recordOne(services, actor, body.cells)),
    route(partner.lookUpSubject, ({ actor, query }) => lookUpSubject(services, actor, query.code)),
    route(partner.handInRecords, ({ signed, body }) => handInRecords(services, signed, body)),
    route(partner.listPartnerKeys, () => listPartnerKeys(services)),
    route(partner.makePartnerKey, ({ actor, body }) => makePartnerKey(services, actor, body)),
    route(partner.revokePartnerKey, ({ actor, params }) => revokePartnerKey(services, actor, params.keyId)),
  ];
}
