import type { Item } from '#domain/item/item.ts';
import { whoIsToldOfApplication } from '#domain/notice/who-is-told.ts';
import { orderPaper } from '../catalog/order-paper.ts';
import { findApplication, findTickedRecords } from '../intake/intake-store.ts';
import { queryCode } from '../intake/query-code.ts';
import { listOriginalsOf } from '../intake/window/original-store.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { settled, type Task, textOf } from '../platform/task.ts';
import { closeRecordReminders } from '../record/reminder-store.ts';
import { type ApplicationFile, applicationPapers } from './application-papers.ts';
import { derivedId } from './derived-id.ts';
import { unitOf } from './item-file.ts';
import { bodyOf, type Words } from './message-words.ts';
import { listItemsOf } from './notice-store.ts';
import { platformName } from './platform-name.ts';
import { orderMessage } from './tell.ts';
import { outsideWords } from './tell-people.ts';

/** What an applicant gets for submitting: joint form, commitment and receipt, and a message with the number and what happens next. */
export function welcomeApplication(services: Services): Task {
  return {
    name: 'welcome-application',
    async run(payload) {
      const applicationId = textOf(payload, 'applicationId');
      const now = services.clock.now();
      const catalog = await services.catalog();
      settled(
        await services.db.transaction({ sees: 'all' }, async (tx) => {
          const file = await readFile(tx, services, catalog, payload.subjectKey, applicationId);
          await orderPapers(tx, services, file, now);
          await tell(tx, services, file, now);
          // Whoever has applied needs no reminder of the day on which applying is possible.
          await closeRecordReminders(tx, payload.subjectKey, [...file.records.keys()], 'applied', now);
          return null;
        }),
      );
    },
  };
}

async function readFile(
  tx: Tx,
  services: Services,
  catalog: ApplicationFile['catalog'],
  subjectKey: string,
  applicationId: string,
): Promise<ApplicationFile> {
  const application = await findApplication(tx, subjectKey, applicationId);
  if (!application) throw new Error(`no application ${applicationId}`);
  const items = await listItemsOf(tx, subjectKey, applicationId);
  const records = await findTickedRecords(
    tx,
    subjectKey,
    items.map((item) => item.recordId),
  );
  return {
    application,
    items,
    records: new Map(records.map((record) => [record.record_id, record])),
    catalog,
    queryCode: queryCode(services.config.appSecret, applicationId),
    originals: await listOriginalsOf(tx, subjectKey, applicationId),
  };
}

async function orderPapers(tx: Tx, services: Services, file: ApplicationFile, now: Date): Promise<void> {
  const { application, items, catalog } = file;
  const window = application.window_unit_id;
  for (const content of applicationPapers(file)) {
    await orderPaper(
      tx,
      services.config,
      {
        subjectKey: application.subject_key,
        paperId: derivedId('paper', application.subject_key, application.application_id, content.kind),
        applicationId: application.application_id,
        itemId: null,
        recordId: null,
        organName: window === null ? platformName : unitOf(catalog, window).name,
        number: application.number,
        issuedOn: application.submitted_on,
        content,
        // The receipt bears the query code: it is for the applicant and the window, not for every unit.
        units: content.kind === 'receipt' ? [] : items,
        windowUnitId: window,
      },
      now,
    );
  }
}

function welcomeWords({ application, items, queryCode: code }: ApplicationFile): Words {
  return {
    title: '申请已提交',
    what: `您的“信用修复一件事”申请已提交，编号${application.number}，共${items.length}项，每一项由各自的办理单位办理。`,
    detail: items.map((item) => `${item.number}：${nextOf(item)}`).join('\n'),
    todo: `现在不用您做什么，需要补正和有结果时会通知您。不登录查进度：申请编号加查询码${code}。`,
  };
}

const nextOf = (item: Item) =>
  item.decider === 'our-desk' ? '等待向“信用中国”登记，登记后开始计算办理时限' : '正在送往办理单位的业务系统';

async function tell(tx: Tx, services: Services, file: ApplicationFile, now: Date): Promise<void> {
  const { application, catalog } = file;
  const told = whoIsToldOfApplication('application-submitted');
  const words = welcomeWords(file);
  const about = { subjectKey: application.subject_key, applicationId: application.application_id, itemId: null };
  const id = (who: string) => derivedId('message', application.subject_key, application.application_id, 'welcome', who);
  if (told.applicant !== 'no')
    await orderMessage(
      tx,
      {
        ...about,
        messageId: id('applicant'),
        to: { kind: 'applicant' },
        title: words.title,
        body: bodyOf(words),
        ...outsideWords(services.config, application, null, words, told.applicant),
      },
      now,
    );
  if (!told.window || application.window_unit_id === null) return;
  await orderMessage(
    tx,
    {
      ...about,
      messageId: id('window'),
      to: { kind: 'window', unit: unitOf(catalog, application.window_unit_id) },
      title: `已代收申请${application.number}`,
      body: `申请人${application.form.name}，共${file.items.length}项，已在线转各办理单位。请打印收件回执交给申请人。`,
    },
    now,
  );
}
