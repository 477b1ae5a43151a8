import type { Services } from '../platform/app-context.ts';
import type { Task } from '../platform/task.ts';
import { checkDelivery } from './check-delivery.ts';
import { endOpinions } from './end-opinions.ts';
import { issueJointForm } from './issue-joint-form.ts';
import { issueObjectionPaper } from './issue-objection-paper.ts';
import { issueOrderNotice } from './issue-order-notice.ts';
import { issuePapers } from './issue-papers.ts';
import { printNoticeBatch } from './print-notice-batch.ts';
import { type PaperMeans, printPaperTask } from './print-paper.ts';
import { printWaitingNotices } from './print-waiting-notices.ts';
import { remindOfDays } from './remind-of-days.ts';
import { rousePapers } from './rouse-papers.ts';
import { type MessageGateways, sendMessage } from './send-message.ts';
import { tellHandOver } from './tell-hand-over.ts';
import { tellHolders } from './tell-holders.ts';
import { tellInfected } from './tell-infected.ts';
import { tellObjection } from './tell-objection.ts';
import { tellObjectionHands } from './tell-objection-hands.ts';
import { tellOpinion } from './tell-opinion.ts';
import { tellOrder } from './tell-order.ts';
import { tellPeople } from './tell-people.ts';
import { tellQuestion } from './tell-question.ts';
import { tellRepairable } from './tell-repairable.ts';
import { tellSignOff } from './tell-sign-off.ts';
import { tellUnsigned } from './tell-unsigned.ts';
import { welcomeApplication } from './welcome-application.ts';

/** What notice needs beside the services: what papers are made with, and the message gateways. */
export interface NoticeMeans extends PaperMeans {
  readonly gateways: MessageGateways;
}

/** The jobs of this module. */
export function noticeTasks(services: Services, { gateways, ...means }: NoticeMeans): Task[] {
  return [
    welcomeApplication(services),
    issuePapers(services),
    issueObjectionPaper(services),
    issueOrderNotice(services),
    issueJointForm(services),
    printPaperTask(services, means),
    printWaitingNotices(services, means),
    printNoticeBatch(services, means),
    tellHolders(services),
    tellPeople(services),
    tellSignOff(services),
    tellUnsigned(services),
    tellOpinion(services),
    endOpinions(services),
    remindOfDays(services),
    tellInfected(services),
    tellHandOver(services),
    tellQuestion(services),
    tellObjection(services),
    tellObjectionHands(services),
    tellRepairable(services),
    tellOrder(services),
    sendMessage(services, gateways),
    checkDelivery(services, gateways),
    rousePapers(services),
  ];
}
