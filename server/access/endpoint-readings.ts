import type { ReadingAct } from './reading-log.ts';

/**
 * How what an endpoint gives to an office gets into the reading log:
 * - `subject`: one subject's data; noted when the answer is ready, with purpose where the role must give one
 * - `list`: names, numbers and days of many on a screen; one line with count and filter, nothing opened
 * - `itself`: the handler notes it in the transaction that reads, since it knows more (whom a search found, whose data a file holds)
 * - `written`: an act; who did it to whom stands in the ledger, the batch or the row it writes, and the answer gives no more than the act
 * - `none`: nothing about a subject, for the reason given
 */
export type EndpointReading =
  | { readonly how: 'subject' | 'list' | 'itself'; readonly act: ReadingAct }
  | { readonly how: 'written' }
  | { readonly how: 'none'; readonly because: string };

const subject = (act: ReadingAct): EndpointReading => ({ how: 'subject', act });
const list = (act: ReadingAct): EndpointReading => ({ how: 'list', act });
const itself = (act: ReadingAct): EndpointReading => ({ how: 'itself', act });
const written = (names: string): Record<string, EndpointReading> =>
  Object.fromEntries(names.split(/\s+/).map((name) => [name, { how: 'written' }]));
const none = (because: string, names: string): Record<string, EndpointReading> =>
  Object.fromEntries(names.split(/\s+/).map((name) => [name, { how: 'none', because }]));

/** Endpoints by name. Whatever an office may call is here or the test beside this file fails. */
export const endpointReadings: Readonly<Record<string, EndpointReading>> = {
  // One subject.
  getItem: itself('read-item'),
  readFormNumbers: itself('read-form-numbers'),
  getApplication: itself('read-application'),
  readAttachment: itself('read-attachment'),
  getObjection: itself('read-objection'),
  listObjections: itself('read-objection'),
  getObjectionWays: subject('read-objection'),
  listRecords: itself('list-records'),
  listApplications: subject('read-application'),
  findSubmission: subject('read-application'),
  lookUpSubject: itself('look-up-subject'),
  findSubjects: itself('find-subjects'),
  explainRecord: subject('read-explanation'),
  explainDeadlines: subject('read-explanation'),
  listRecordOrders: subject('read-orders'),
  getNoticeHistory: subject('read-notice'),
  listQuestions: subject('read-questions'),
  listOpinions: subject('read-opinions'),
  getVisit: subject('read-visit'),
  listDrafts: subject('read-drafts'),
  getPrefill: subject('read-prefill'),
  listReusableMaterials: subject('read-prefill'),
  listSharedProofs: subject('read-shared-data'),
  readSharedData: itself('read-shared-data'),
  previewDecision: subject('preview-decision'),
  previewRevocation: subject('preview-decision'),

  // Files.
  downloadPaper: subject('open-paper'),
  openServiceProof: subject('open-proof'),
  readOpinionFile: subject('open-opinion-file'),
  downloadEverything: subject('download-everything'),
  downloadArchive: itself('download-archive'),
  downloadNoticeBatch: itself('download-notices'),
  downloadNoticeOriginals: itself('download-notices'),
  exportSupervisedItems: itself('export-items'),
  downloadImportReport: list('export-import-report'),

  // Lists.
  listQueue: list('list-queue'),
  listSignOffs: list('list-queue'),
  listUnitRecords: list('list-unit-records'),
  listNotices: list('list-notices'),
  listOrders: list('list-orders'),
  listUnitObjections: list('list-objections'),
  listAskedOpinions: list('list-opinions'),
  listOpenQuestions: list('list-questions'),
  listStuck: list('list-outside'),
  listToldOutside: list('list-outside'),
  listStuckPapers: list('list-outside'),
  listWindowApplications: list('list-window'),
  listWindowDrafts: list('list-window'),
  listWindowReturns: list('list-window'),
  listWindowObjections: list('list-window'),
  listOriginals: list('list-window'),
  listHandOvers: list('list-window'),
  listSupervisedItems: list('list-supervised'),
  listSupervisedObjections: list('list-supervised'),
  listSupervisedProposals: list('list-supervised'),
  listSupervisedOrders: list('list-supervised'),
  listServedDecisions: list('list-supervised'),
  listImportRows: list('list-import-rows'),
  listReadings: itself('read-readings'),

  ...written(`answerRecordOrder deregisterSubject enterRecordOrder renameSubject retryOrderEffect revokeItem keepServiceProof
    makeRepairNotice noteService renewRepairNotice noteServices printNotices renewNotices recordOne startImport submitApplication
    beginUpload dropUpload finishUpload putUploadChunk reuseAttachment uploadAttachment deleteDraft saveDraft answerQuestion askQuestion
    handOutResult returnOriginals answerHandOver askHandOver acceptItem addEvidence correctItem declineItem extendItem grantItem
    refuseItem requestCorrection verifyItem withdrawItem assignItem assignItems claimItem handOverAll releaseItem batchAct endorseItem
    retractProposal returnProposal signItem askOpinion giveOpinion withdrawOpinion acceptObjection answerObjection declineObjection
    extendObjection lodgeObjection endorseObjection signObjection returnObjection retractObjection retryObjectionExchange withdrawObjection retryExchange retryTold reprintPaper urgeItem urgeOrder`),
  ...none(
    '事项目录、报备、入口，不涉及主体',
    'getChannelFigures listGuideCopies decideCatalogChange fileCatalogChange',
  ),
  ...none(
    '事项目录、报备，推演只有件数和文号',
    'getCatalogChange listCatalogChanges previewCatalogChange withdrawCatalogChange',
  ),
  ...none('只有数字', 'getServiceFigures countQuestions getWindowDesk countWaiting getFigures listDailyChecks'),
  ...none('批次的标题、份数和进度', 'listNoticeBatches getImport listImports'),
  ...none('密钥的编号和单位', 'listPartnerKeys makePartnerKey revokePartnerKey'),
  ...none(
    '本单位人员、请假、分派和审核签发的设置',
    'getTeam enterLeave endLeave setAssignRule listSignOffRules setSignOffRule',
  ),
  ...none('本人保存的筛选条件', 'listQueueViews saveQueueViews'),
  ...none('窗口的名单', 'listHandOverWindows'),
  ...none('发给本人或者本单位的消息：发出就是告知', 'listMessages readMessage'),
  ...none('查看目的本身', 'giveReadingPurpose'),
};
