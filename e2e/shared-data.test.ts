import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { getItem } from '#contract/casework.ts';
import { listApplications } from '#contract/intake.ts';
import { addMonths } from '#domain/plain-date.ts';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { organCode } from '../samples/organs.ts';
import { pdf } from '../tools/journey/files.ts';
import { until } from '../tools/journey/steps.ts';
import { choose } from './choose.ts';
import { fillForm, handIn, inPart } from './fill-form.ts';
import { freshNumber } from './fresh-number.ts';
import { subjectKeyOf } from './lodge.ts';
import { look } from './look.ts';
import { importFile } from './records.ts';
import { sayPurpose } from './say-purpose.ts';
import { today } from './system.ts';
import { openWorld } from './world.ts';

const world = openWorld();
const { sandboxUrl } = inject('system');
const subject = demoSubjects.haulier;
const organ = '南昌市应急管理局';
/** The decision of one test, and of one try of it. */
let docNumber: string;

async function control(path: string, body: object): Promise<void> {
  const reply = await fetch(`${sandboxUrl}/control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(reply.ok, await reply.text()).toBe(true);
}
const share = (facts: object) => control('shared-data', { identifier: subject.identifier, ...facts });

beforeEach(async () => {
  docNumber = `洪应急罚〔2026〕${freshNumber()}号`;
  const found = addMonths(today, -6);
  const cells: Record<string, string> = {
    行政相对人名称: subject.name,
    行政相对人类别: '法人及非法人组织',
    '行政相对人代码_1(统一社会信用代码)': subject.identifier,
    法定代表人: subject.legalRep ?? '',
    行政处罚决定书文号: docNumber,
    违法行为类型: '未按规定进行安全生产教育',
    违法事实: '未按规定进行安全生产教育，责令改正后已改正。',
    处罚依据: '《中华人民共和国安全生产法》第九十七条',
    处罚类别: '罚款',
    处罚内容: '处罚款20000元。',
    '罚款金额(万元)': '2',
    处罚决定日期: found,
    公示日期: found,
    处罚机关: organ,
    处罚机关统一社会信用代码: organCode(organ),
    失信程度: '一般',
    是否履行完毕: '是',
  };
  const text = `\uFEFF${Object.keys(cells).join(',')}\r\n${Object.values(cells).join(',')}\r\n`;
  const file = { name: `处罚-${freshNumber()}.csv`, type: 'text/csv', content: Buffer.from(text, 'utf8') };
  const { accepted } = await importFile(await world.api.officer('operator'), file);
  expect(accepted).toBe(1);
});
afterEach(() => control('mode', { system: 'shared-data', mode: 'ok' }));

const payment = (paidYuan: number) =>
  share({ payments: [{ documentNo: docNumber, dueYuan: 20000, paidYuan, paidOn: '2026-06-03', office: organ }] });

/** The item of the record, once it stands in the queue of its unit. */
async function itemAtDesk(number: string): Promise<string> {
  const applicant = await world.api.applicant(subject.name);
  const subjectKey = await subjectKeyOf(applicant, subject.name);
  const { applications } = await applicant.ask(listApplications, { params: { subjectKey } });
  const { itemId } = applications.find((one) => one.number === number)!.items[0]!;
  await until('办件还没有登记', 60, async () => {
    const view = await applicant.ask(getItem, { params: { subjectKey, itemId } });
    return view.summary.state === 'registering' ? undefined : view;
  });
  return `${world.url}/office/items/${subjectKey}/${itemId}?list=todo`;
}

test('a paid fine: no receipt is asked for; at the desk the check is met and is taken over by one press', async () => {
  await payment(20000);
  const phone = await world.applicant(subject.name, 'phone');
  await choose(phone, [docNumber]);
  await inPart(phone, '材料', async () => {
    await phone.getByText('这次不需要您交任何材料。').waitFor();
    await phone.getByText('已由共享数据核验，无需提供').waitFor();
    await phone.getByText(/查询号 GX/).waitFor();
    await expect.poll(() => phone.getByLabel(/^选择文件：/).count()).toBe(0);
    await look(phone, '共享数据-不用交');
  });
  await fillForm(phone, { signer: '示例丙' });
  const number = await handIn(phone, 1);

  const desk = await world.officer('emergency-360100');
  await desk.goto(await itemAtDesk(number));
  const checks = desk.getByRole('region', { name: '平台已经查过' });
  const fines = checks.getByRole('listitem').filter({ hasText: '罚没款缴纳' });
  await fines.getByText(/应缴 20,000 元，已缴清/).waitFor({ timeout: 60_000 });
  await fines.getByText('✓', { exact: true }).waitFor();
  await fines.getByText(/省公共数据共享平台（缴款记录，查询号 GX/).waitFor();
  await desk.getByRole('button', { name: '受理', exact: true }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '受理这一件' }).click();
  await desk.getByRole('dialog').waitFor({ state: 'hidden' });
  await fines.getByRole('button', { name: '采用核验结果（符合）' }).click();
  await fines.getByText(/^已采用为/).waitFor();
  await checks.getByRole('button', { name: '重新查询共享数据' }).click();
  await checks.getByText(/已经重新查询。|一分钟内刚查过/).waitFor();
  await look(desk, '共享数据-办件');
  const own = await world.applicant(subject.name);
  await own.goto(`${world.url}/readings`);
  await own
    .getByText(/查询缴款记录和破产重整案件（共享数据）/)
    .first()
    .waitFor();
});

test('partly paid: what is left is said on the form and at the desk, where it stands out', async () => {
  await payment(12000);
  const page = await world.applicant(subject.name);
  await choose(page, [docNumber]);
  await page.getByText(/还差 8,000 元/).waitFor();
  await fillForm(page, { signer: '示例丙' });
  const number = await handIn(page, 1);
  const desk = await world.officer('emergency-360100');
  await desk.goto(await itemAtDesk(number));
  const fines = desk
    .getByRole('region', { name: '平台已经查过' })
    .getByRole('listitem')
    .filter({ hasText: '罚没款缴纳' });
  await fines.getByText(/还差 8,000 元/).waitFor({ timeout: 60_000 });
  await fines.getByText('! 不一致').waitFor();
  await look(desk, '共享数据-部分缴纳');
});

test('shared data is down: the form says so, the paper can be uploaded and handed in', async () => {
  await payment(20000);
  await control('mode', { system: 'shared-data', mode: 'down' });
  const phone = await world.applicant(subject.name, 'phone');
  await choose(phone, [docNumber]);
  await inPart(phone, '材料', async () => {
    await phone.getByText(/缴款记录暂时查不到，请上传缴款凭证等材料/).waitFor();
    await look(phone, '共享数据-断线');
    const { name, type, content } = pdf('缴款凭证.pdf', 'paid');
    const paper = { name, mimeType: type, buffer: Buffer.from(content) };
    await phone.getByLabel(/^选择文件：/).setInputFiles([paper]);
    await phone.getByText('✓ 已上传').waitFor();
  });
  await fillForm(phone, { signer: '示例丙' });
  await handIn(phone, 1);
});

test('at the counter a paid fine asks for no paper either', async () => {
  await payment(20000);
  const page = await world.officer('window-360702');
  await page.getByLabel('统一社会信用代码、证件号码、名称或曾用名').fill(subject.identifier);
  await page.keyboard.press('Enter');
  const begin = page.getByRole('button', { name: '开始办理' });
  await sayPurpose(page, begin);
  await begin.click();
  await page.getByRole('heading', { name: '联办申请表' }).waitFor();
  await page.getByRole('listitem').filter({ hasText: docNumber }).getByRole('checkbox').check();
  const materials = page.getByRole('region', { name: '材料', exact: true });
  await materials.getByText('不用提交材料。').first().waitFor();
  await materials
    .getByText(/已由共享数据核验，无需提供：应缴 20,000 元，已缴清/)
    .first()
    .waitFor();
  await look(page, '共享数据-窗口');
});

test('courts share a case of reorganisation: the road of shielding is named with the way to it', async () => {
  const page = await world.applicant(demoSubjects.materials.name, 'phone');
  await page.getByText('法院的破产重整案件').waitFor();
  await page.getByText(/（2026）赣07破示例1号/).waitFor();
  await page.getByText(/选一条，申请临时屏蔽/).click();
  await look(page, '共享数据-重整');
  await page.getByRole('link', { name: '赣章市监罚〔2026〕32号', exact: true }).click();
  await page.getByRole('heading', { name: '申请重整、和解期间临时屏蔽' }).waitFor();
});
