import { test } from 'vitest';
import { getItem } from '#contract/casework.ts';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { until } from '../tools/journey/steps.ts';
import { freshNumber } from './fresh-number.ts';
import { lodge } from './lodge.ts';
import { look } from './look.ts';
import { openWorld } from './world.ts';

/** What is decided elsewhere, as both sides see it: the market platform's receipts and decision, customs' own grades. */
const world = openWorld();
const subject = demoSubjects.snackShop;
const narrow = { width: 375, height: 800 };

test('an item of the market platform shows what was sent, received and decided there, at both sizes', async () => {
  const docNumber = `九市监异〔2025〕${freshNumber()}号`;
  const { applicant, subjectKey, items } = await lodge(
    world,
    subject,
    [docNumber],
    '九江市市场监督管理局',
    '企业经营异常名录移出（恢复正常记载状态）',
  );
  const { itemId, applicationId, unitId } = items[0]!;
  await until('平台还没有决定', 90, async () => {
    const view = await applicant.ask(getItem, { params: { subjectKey, itemId } });
    return view.summary.state === 'completed' ? view : undefined;
  });
  const phone = await world.applicant(subject.name, 'phone');
  await phone.goto(`${world.url}/applications/${subjectKey}/${applicationId}/${itemId}`);
  await phone.getByRole('heading', { name: '市场监管信用修复全国统一平台办理' }).waitFor();
  await phone.getByText('对方决定').waitFor();
  await look(phone, 'handed-over-申请人');

  const desk = await world.officer(unitId);
  await desk.goto(`${world.url}/office/items/${subjectKey}/${itemId}`);
  await desk.getByRole('button', { name: /外部回执/ }).click();
  await desk.getByText('对方收到').waitFor();
  await look(desk, 'handed-over-单位');
  await desk.setViewportSize(narrow);
  await look(desk, 'handed-over-单位');
});

test('a customs item shows the grade before and after, and when it can be asked for, at both sizes', async () => {
  const docNumber = `关信认〔2025〕${freshNumber()}号`;
  const { subjectKey, items } = await lodge(world, subject, [docNumber], '南昌海关', '海关失信企业');
  const { itemId, applicationId, unitId } = items[0]!;
  const phone = await world.applicant(subject.name, 'phone');
  await phone.goto(`${world.url}/applications/${subjectKey}/${applicationId}/${itemId}`);
  await phone.getByRole('heading', { name: '海关信用等级' }).waitFor();
  await phone.getByText('您申请由“失信企业”调整为“常规企业”').waitFor();
  await look(phone, 'handed-over-海关申请人');

  const desk = await world.officer(unitId);
  await desk.goto(`${world.url}/office/items/${subjectKey}/${itemId}`);
  await desk.getByRole('heading', { name: '海关信用等级' }).waitFor();
  await look(desk, 'handed-over-海关单位');
  await desk.setViewportSize(narrow);
  await look(desk, 'handed-over-海关单位');
});
