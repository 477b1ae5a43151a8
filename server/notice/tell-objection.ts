import { groundWords, type Objection } from '#domain/casework/objections/objection.ts';
import type { ObjectionEvent } from '#domain/casework/objections/objection-events.ts';
import { formatChinese } from '#domain/plain-date.ts';
import { findSubject } from '../access/subject-store.ts';
import { objectionEventOf } from '../casework/objections/objection-event-of.ts';
import { listObjectionEvents, lockObjection } from '../casework/objections/objection-store.ts';
import { outcomeWords } from '../casework/objections/objection-timeline.ts';
import type { Services } from '../platform/app-context.ts';
import { numberOf, settled, type Task, textOf } from '../platform/task.ts';
import { derivedId } from './derived-id.ts';
import { unitOf } from './item-file.ts';
import { bodyOf, smsText, type Words } from './message-words.ts';
import { type MessageOrder, orderMessage } from './tell.ts';

/** Tells of one event of an objection: the applicant and the window that took it in, and the unit where it has to act. Twice tells once. */
export function tellObjection(services: Services): Task {
  return {
    name: 'tell-objection',
    async run(payload) {
      const { subjectKey } = payload;
      const objectionId = textOf(payload, 'objectionId');
      const version = numberOf(payload, 'version');
      const catalog = await services.catalog();
      const now = services.clock.now();
      settled(
        await services.db.transaction({ sees: 'all' }, async (tx) => {
          const it = await lockObjection(tx, subjectKey, objectionId);
          const row = (await listObjectionEvents(tx, subjectKey, objectionId)).find((one) => one.version === version);
          const subject = await findSubject(tx, subjectKey);
          if (!it || !row || !subject) throw new Error(`no objection ${objectionId} at ${version}`);
          const event = objectionEventOf(row);
          const unit = unitOf(catalog, it.unitId);
          const window = it.windowUnitId ? unitOf(catalog, it.windowUnitId) : undefined;
          const id = (who: string) => derivedId('message', subjectKey, objectionId, version, who);
          const about = { subjectKey, applicationId: null, itemId: null, recordIds: [it.recordId] };
          const words = applicantWords(it, event, unit.name);
          const messages: MessageOrder[] = [];
          if (words) {
            const said = { title: words.title, body: bodyOf(words) };
            const link = `${services.config.publicUrl}/objections/${subjectKey}/${objectionId}`;
            messages.push({
              ...about,
              ...said,
              messageId: id('applicant'),
              to: { kind: 'applicant' },
              sms: { to: it.contact.phone, text: smsText(words) },
              ...(window
                ? {}
                : {
                    ganfutong: {
                      to: subject.identifier,
                      text: `${words.what}${words.todo}`.slice(0, 1900),
                      link,
                    },
                  }),
            });
            if (window)
              messages.push({ ...about, ...said, messageId: id('window'), to: { kind: 'window', unit: window } });
          }
          const forUnit = unitWords(it, event, subject.name);
          if (forUnit) messages.push({ ...about, ...forUnit, messageId: id('unit'), to: { kind: 'unit', unit } });
          for (const message of messages) await orderMessage(tx, message, now);
          return null;
        }),
      );
    },
  };
}

const nothingToDo = '现在不用您做什么，有结果会马上通知您。';

function applicantWords(it: Objection, event: ObjectionEvent, unit: string): Words | null {
  const which = `您提出的异议${it.number}（${groundWords[it.ground]}）`;
  switch (event.type) {
    case 'lodged':
      return {
        title: '异议已收到',
        what: `${which}已经收到，由${unit}办理。`,
        todo:
          it.door === 'credit-china'
            ? `经“信用中国”推送给办理单位。${nothingToDo}`
            : `已直接送到办理单位。${nothingToDo}`,
      };
    case 'accepted': {
      const check = event.payload.clocks.find((clock) => clock.kind === 'check');
      return {
        title: '异议已受理',
        what: `${unit}受理了${which}。`,
        todo: `${check ? `最迟${formatChinese(check.due)}完成核查并答复。` : '条文没有写明核查的期限。'}${nothingToDo}`,
      };
    }
    case 'declined':
      return {
        title: '异议不予受理',
        what: `${unit}不予受理${which}。`,
        detail: `理由：${event.payload.reasons.map((one) => one.text).join('；')}`,
        todo: '通知书写明了依据。补齐以后可以再次提出，也可以走通知书上列的其他途径。',
      };
    case 'extended':
      return {
        title: '异议核查延长',
        what: `${unit}需要延长${which}的核查，最迟${formatChinese(event.payload.due)}答复。`,
        detail: `原因：${event.payload.extension.why}`,
        todo: nothingToDo,
      };
    case 'answered':
      return {
        title: `异议答复：${outcomeWords[event.payload.outcome]}`,
        what: `${unit}答复了${which}：${outcomeWords[event.payload.outcome]}。`,
        detail: event.payload.findings.map((one) => one.text).join('\n'),
        todo: `请看《异议申诉答复书》。${afterAnswer(it, event.payload.outcome === 'rejected')}`,
      };
    case 'correction-confirmed':
      return it.state === 'corrected'
        ? { title: '已经更正', what: `${which}涉及的信息，各平台已经更正。`, todo: '不用您再做什么。' }
        : null;
    case 'withdrawn':
      return { title: '异议已撤回', what: `${which}已撤回。`, todo: '以后还可以再提。' };
    default:
      return null;
  }
}

function afterAnswer(it: Objection, rejected: boolean): string {
  if (rejected) return '不服的，可以走答复书上列的其他途径。';
  if (it.itemId !== null) return '原来的决定不再有效，您可以重新申请修复。';
  return '各平台正在更正，完成后再通知您。';
}

function unitWords(it: Objection, event: ObjectionEvent, subject: string): { title: string; body: string } | null {
  const which = `${subject}，异议编号${it.number}（${groundWords[it.ground]}）。`;
  if (event.type === 'pushed') {
    const due = it.clocks.acceptance?.due;
    return {
      title: `收到异议：${it.number}`,
      body: `${which}请在“异议”里决定是否受理${due ? `，最迟${formatChinese(due)}` : '（条文没有写明几日内决定）'}。`,
    };
  }
  if (event.type === 'withdrawn')
    return { title: `异议撤回：${it.number}`, body: `${which}申请人已撤回，不用再办理。` };
  return null;
}
