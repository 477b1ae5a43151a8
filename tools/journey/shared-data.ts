import { listSharedProofs, readSharedData } from '#contract/shared-data.ts';
import { demoSubjects } from '../../samples/demo-subjects.ts';
import { deskOf } from './desk.ts';
import { type Road, recordOf } from './road.ts';
import { check, type Note, need, type Step } from './steps.ts';

const paidOn = '2026-06-03';

/** What other offices already have is looked up: a paid fine asks for no receipt, a silent exchange stops nobody. */
export function sharedData(road: Road): Step[] {
  return [
    ['共享数据：罚款已经缴清，不用交缴款凭证', (note) => lookUp(road, note)],
    ['共享数据：办件上重新查询；断线时留着最后一次的结果', (note) => askAgain(road, note)],
  ];
}

async function lookUp(road: Road, note: Note): Promise<void> {
  const { person, subjectKey, sandbox } = need(road.applicant, '申请人的登录');
  const { recordId, docNumber, facts } = recordOf(road, 'other');
  const penalties = (facts.penalties ?? []) as { amountYuan?: number }[];
  const dueYuan = penalties.reduce((all, one) => all + (one.amountYuan ?? 0), 0) || 20000;
  const { identifier } = demoSubjects.restaurant;
  const query = { records: recordId };
  const before = await person.ask(listSharedProofs, { params: { subjectKey }, query });
  check(before.down.length === 0, `共享数据没有答复：${before.down.join('、')}`);
  check(before.proofs[0]?.standing === 'silent', `没有缴款记录的，查到 ${before.proofs[0]?.standing}`);
  await sandbox.share({ identifier, payments: [{ documentNo: docNumber, dueYuan, paidYuan: dueYuan, paidOn }] });
  note(`${docNumber}：${before.proofs[0].text}`);
}

async function askAgain(road: Road, note: Note): Promise<void> {
  const { sandbox } = need(road.applicant, '申请人的登录');
  const { officer, params } = await deskOf(road, 'other');
  const first = await officer.ask(readSharedData, { params, body: {} });
  const fines = need(
    first.checks.find((one) => one.key === 'fines'),
    '罚没款缴纳的查询结果',
  );
  // Asked when it was registered, perhaps less than a minute ago: then the press gives what was found then.
  check(first.asked ? fines.result === 'ok' : fines.shared, `缴清以后查到的是“${fines.text}”`);
  await sandbox.setMode('shared-data', 'down');
  try {
    const second = await officer.ask(readSharedData, { params, body: {} });
    check(!second.asked || second.trouble, '断线时没有说明');
  } finally {
    await sandbox.setMode('shared-data', 'ok');
  }
  note(`${fines.text}（${fines.source}）`);
}
