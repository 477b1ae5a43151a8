import { formatChinese } from '#domain/plain-date.ts';
import type { VerdictWord } from '#domain/record/assess-case.ts';
import { plainRecord } from '#domain/record/plain-record.ts';
import { findSubject, type SubjectRow } from '../access/subject-store.ts';
import { findTickedRecords } from '../intake/intake-store.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { settled, type Task } from '../platform/task.ts';
import type { RepairableNews } from '../record/look-at-records.ts';
import type { RecordRow } from '../record/record-view.ts';
import { stopToken } from '../record/reminder-stops.ts';
import { findReminder, type ReminderRow } from '../record/reminder-store.ts';
import { derivedId } from './derived-id.ts';
import { bodyOf, smsText, type Words } from './message-words.ts';
import { isMobile, orderMessage } from './tell.ts';

/** Tells a subject, in one message, of the records that became repairable and of what it asked to be reminded of. */
export function tellRepairable(services: Services): Task {
  return {
    name: 'tell-repairable',
    async run(payload) {
      const { subjectKey } = payload;
      const { records, reminders, again = [] } = payload as unknown as RepairableNews;
      const now = services.clock.now();
      settled(
        await services.db.transaction({ sees: 'all' }, async (tx) => {
          const news = await readNews(tx, subjectKey, [...records, ...again], reminders);
          if (news.entries.length === 0) return null;
          const ids = [...records.map((one) => one.recordId), ...reminders.map((one) => one.reminderId)].sort();
          const repeated = again.map((one) => one.recordId).sort();
          // Told and reminded are two messages, even of the same records.
          const sort = repeated.length > 0 ? ['again', ...repeated] : [];
          const messageId = derivedId('message', subjectKey, 'repairable', ...ids, ...sort);
          const { publicUrl, appSecret } = services.config;
          const words = wordsOf(news, {
            open: `${publicUrl}/repairable/${subjectKey}/${messageId}`,
            stop: `${publicUrl}/stop/${stopToken(appSecret, subjectKey)}`,
            isReminder: records.length + reminders.length === 0,
          });
          const recordIds = news.entries.flatMap((one) => (one.applicable && one.recordId ? one.recordId : []));
          await orderMessage(
            tx,
            {
              subjectKey,
              messageId,
              applicationId: null,
              itemId: null,
              to: { kind: 'applicant' },
              title: words.inside.title,
              body: bodyOf(words.inside),
              recordIds,
              ...(news.phone ? { sms: { to: news.phone, text: smsText(words.sms) } } : {}),
            },
            now,
          );
          return null;
        }),
      );
    },
  };
}

/** One record or case that the message is about. */
interface Entry {
  readonly recordId: string | null;
  readonly name: string;
  readonly verdict: VerdictWord;
  readonly applicable: boolean;
}

interface News {
  readonly subject: SubjectRow;
  readonly entries: readonly Entry[];
  readonly phone: string | null;
}

const applicable: readonly VerdictWord[] = ['repairable-now', 'needs-confirmation', 'needs-classification'];

async function readNews(
  tx: Tx,
  subjectKey: string,
  records: RepairableNews['records'],
  reminders: RepairableNews['reminders'],
): Promise<News> {
  const subject = await findSubject(tx, subjectKey);
  if (!subject) throw new Error(`no subject ${subjectKey}`);
  const asked: (ReminderRow & { verdict: VerdictWord })[] = [];
  for (const one of reminders) {
    const row = await findReminder(tx, subjectKey, one.reminderId);
    if (row) asked.push({ ...row, verdict: one.verdict });
  }
  const verdicts = new Map(
    [...asked.flatMap((row) => (row.record_id ? [row] : [])), ...records].map((one) => [
      'recordId' in one ? one.recordId : one.record_id!,
      one.verdict,
    ]),
  );
  const rows = await findTickedRecords(tx, subjectKey, [...verdicts.keys()]);
  const entries = [
    ...rows
      .filter((row) => row.repaired_on === null)
      .map((row) => entryOf(row.record_id, nameOf(row), verdicts.get(row.record_id)!)),
    ...asked.filter((row) => row.record_id === null).map((row) => entryOf(null, row.title, row.verdict)),
  ];
  const phones = [...asked.map((row) => row.phone), subject.phone];
  return { subject, entries, phone: phones.find((phone) => phone !== null && isMobile(phone)) ?? null };
}

function entryOf(recordId: string | null, name: string, verdict: VerdictWord): Entry {
  return { recordId, name, verdict, applicable: applicable.includes(verdict) };
}

function nameOf(row: RecordRow): string {
  const plain = plainRecord({ recordType: row.record_type, facts: row.facts });
  return `${formatChinese(row.finding_date)}${row.organ_name}${row.doc_number}，${plain}`;
}

function standing(verdict: VerdictWord): string {
  switch (verdict) {
    case 'repairable-now':
      return '现在可以申请修复';
    case 'needs-confirmation':
    case 'needs-classification':
      return '现在可以申请，由认定单位确认';
    case 'duties-outstanding':
      return '等待的时间已满，履行完义务、完成整改就可以申请';
    case 'not-published':
      return '公示已经结束，不用再申请';
    default:
      return '请登录查看';
  }
}

const mostNamed = 10;

interface Links {
  readonly open: string;
  readonly stop: string;
  /** Nothing new: what was told a month ago. */
  readonly isReminder: boolean;
}

/** In the platform every record is named; a text message says how many, and where one taps. */
function wordsOf({ subject, entries }: News, link: Links): { inside: Words; sms: Words } {
  const open = entries.filter((one) => one.applicable);
  const title = link.isReminder ? '还可以申请信用修复' : open.length > 0 ? '可以申请信用修复了' : '您设的提醒到了';
  const still = `有${open.length}条失信信息早就可以申请信用修复，还没有收到申请`;
  const now = open.length > 0 ? `有${open.length}条失信信息可以申请信用修复了` : '设的提醒到日子了';
  const count = link.isReminder ? still : now;
  const what = `${subject.name}${count}。`;
  const lines = entries.slice(0, mostNamed).map((one) => `${one.name}：${standing(one.verdict)}。`);
  const more = entries.length > mostNamed ? [`还有${entries.length - mostNamed}条，请看“我的失信信息”。`] : [];
  const once = link.isReminder ? '这是最后一次提醒。' : '';
  const free = '不收费，从未委托任何机构代办。';
  return {
    inside: {
      title,
      what,
      detail: [...lines, ...more].join('\n'),
      todo: open.length > 0 ? `点下面的“现在申请”，申请表已经勾好这些信息、填好查得到的内容。${once}${free}` : free,
    },
    sms: {
      title,
      what,
      todo: `${open.length > 0 ? '登录后一步就到申请表' : '请登录查看'}：${link.open} ${free}不再提醒：${link.stop}`,
    },
  };
}
