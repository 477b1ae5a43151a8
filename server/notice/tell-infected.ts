import { findSubject } from '../access/subject-store.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { settled, type Task, textOf } from '../platform/task.ts';
import { derivedId } from './derived-id.ts';
import { bodyOf, smsText, type Words } from './message-words.ts';
import { isMobile, orderMessage } from './tell.ts';

interface InfectedRow {
  readonly file_name: string;
  readonly application_id: string | null;
  readonly window_unit_id: string | null;
  readonly number: string | null;
}

/** Tells whoever gave a file (or the window that took it in) that a virus was found in it after it had been kept, and what to do. */
export function tellInfected(services: Services): Task {
  return {
    name: 'tell-infected',
    async run(payload) {
      const { subjectKey } = payload;
      const attachmentId = textOf(payload, 'attachmentId');
      const catalog = await services.catalog();
      settled(
        await services.db.transaction({ sees: 'all' }, async (tx) => {
          const row = await findInfected(tx, subjectKey, attachmentId);
          const subject = await findSubject(tx, subjectKey);
          if (!row || !subject) return null;
          const words = wordsOf(row, subject.name);
          const window = row.window_unit_id === null ? undefined : catalog.units.get(row.window_unit_id);
          const { phone } = subject;
          await orderMessage(
            tx,
            {
              subjectKey,
              messageId: derivedId('message', subjectKey, attachmentId, 'infected'),
              applicationId: row.application_id,
              itemId: null,
              to: window ? { kind: 'window', unit: window } : { kind: 'applicant' },
              title: words.title,
              body: bodyOf(words),
              ...(!window && phone && isMobile(phone) ? { sms: { to: phone, text: smsText(words) } } : {}),
            },
            services.clock.now(),
          );
          return null;
        }),
      );
    },
  };
}

async function findInfected(tx: Tx, subjectKey: string, attachmentId: string): Promise<InfectedRow | undefined> {
  const rows = await tx.query<InfectedRow>(
    'infected-file',
    `select a.file_name, a.application_id, a.window_unit_id, p.number from attachment a
     left join application p on p.subject_key = a.subject_key and p.application_id = a.application_id
     where a.subject_key = $1 and a.attachment_id = $2 and a.scan = 'infected'`,
    [subjectKey, attachmentId],
  );
  return rows[0];
}

function wordsOf({ file_name: name, number }: InfectedRow, subject: string): Words {
  const title = '有一份材料查出了病毒，已经删除';
  const where = number ? `申请${number}里的` : '上传的';
  return {
    title,
    what: `${subject}${where}材料“${name}”查出了病毒，内容已经删除。`,
    todo: number
      ? '申请照常办理。办理单位需要这份材料时会通知您补正，请用没有病毒的手机或电脑重新拍照、重新导出，到时上传。'
      : '请用没有病毒的手机或电脑重新拍照、重新导出，再上传一次。',
  };
}
