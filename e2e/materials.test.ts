import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { phoneNotes } from '#server/intake/testing/made-files.ts';
import { demoSubjects } from '../samples/demo-subjects.ts';
import { pdf } from '../tools/journey/files.ts';
import { choose } from './choose.ts';
import { freshNumber } from './fresh-number.ts';
import { lodge } from './lodge.ts';
import { look } from './look.ts';
import { importListings } from './records.ts';
import { openWorld } from './world.ts';

const world = openWorld();

/** A phone's application at its step 材料, for one listing made for it. */
async function atMaterials(): Promise<Page> {
  const docNumber = `洪应急失信〔2025〕${freshNumber()}号`;
  await importListings(await world.api.officer('operator'), demoSubjects.materials, [docNumber]);
  const page = await world.applicant(demoSubjects.materials.name, 'phone');
  await page.reload();
  await page.getByText(/共 \d+ 条。/).waitFor();
  await choose(page, [docNumber]);
  await page.locator('.task-list').getByRole('link', { name: /材料/ }).click();
  await page.getByRole('heading', { name: '材料', exact: true }).waitFor();
  return page;
}

/** A photo of a page as a phone takes it, with its notes: drawn in the browser, with grain so that it is as large as real ones. */
async function photo(page: Page, { dark = false, direction = 1 } = {}): Promise<Buffer> {
  const letters = await page.evaluate(`(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1500, 2000];
    const context = canvas.getContext('2d');
    context.fillStyle = ${JSON.stringify(dark ? '#333' : '#eee')};
    context.fillRect(0, 0, 1500, 2000);
    context.fillStyle = ${JSON.stringify(dark ? '#111' : '#222')};
    context.font = '34px sans-serif';
    for (let line = 0; line < 30; line += 1) context.fillText('今收到示例物资有限公司缴纳罚款贰万元整，特此证明。第' + line + '行', 150, 200 + line * 56);
    const image = context.getImageData(0, 0, 1500, 2000);
    let seed = 1;
    for (let at = 0; at < image.data.length; at += 4) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      for (const channel of [0, 1, 2]) image.data[at + channel] += (seed >> 16) % 14 - 7;
    }
    context.putImageData(image, 0, 0);
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1];
  })()`);
  const jpeg = Buffer.from(letters as string, 'base64');
  return Buffer.concat([jpeg.subarray(0, 2), phoneNotes(direction), jpeg.subarray(2)]);
}

const field = (page: Page) => page.locator('.upload').first();
const uploaded = (page: Page) => field(page).getByText('✓ 已上传');

test('two photos become one PDF; the line breaks half way and the upload goes on', async () => {
  const page = await atMaterials();
  await look(page, '材料-空');
  const files = [
    { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: await photo(page, { dark: true }) },
    { name: 'IMG_0002.jpg', mimeType: 'image/jpeg', buffer: await photo(page, { direction: 6 }) },
  ];
  await field(page).locator('.upload-input').setInputFiles(files);
  await page.getByText('2 页照片，其中 2 页可能有问题。可以重拍，也可以就这样上传。').waitFor();
  // Both are said at once, in the browser: the first is dark; the second was held upright, but its note says it was not.
  await page.getByText('太暗了。请到亮的地方，或打开灯重拍。').waitFor();
  await page.getByText('好像横着。可以点“转一下”转正。').waitFor();
  await look(page, '材料-照片');
  for (let turn = 0; turn < 3; turn += 1) await page.getByRole('button', { name: '第 2 页转一下' }).click();
  await page.getByRole('button', { name: '第 2 页往前移' }).click();
  await field(page)
    .locator('.upload-input')
    .setInputFiles([{ name: '打不开.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') }]);
  await page.getByText('“打不开.jpg”打不开').waitFor();
  let pieces = 0;
  await page.route('**/chunk?*', async (route) => {
    pieces += 1;
    if (pieces === 2) await page.context().setOffline(true);
    await route.continue().catch(() => {});
  });
  await page.getByRole('button', { name: '合成一份 PDF 上传（2 页）' }).click();
  await page.getByText(/^网络断了。连上后自动接着传，不用重来（已传 \d+ KB \/ [\d.]+ [KM]B）。$/).waitFor();
  await look(page, '材料-断线');
  await page.context().setOffline(false);
  await uploaded(page).waitFor();
  await look(page, '材料-已上传');
  await page.unroute('**/chunk?*');
  const link = field(page).getByRole('link');
  await expect.poll(() => link.textContent()).toContain('（照片 2 页）.pdf');
  const reply = await page.request.get(world.url + (await link.getAttribute('href')));
  const content = (await reply.body()).toString('latin1');
  expect(reply.headers()['x-content-type-options']).toBe('nosniff');
  expect(content.match(/\/Type \/Page /g)).toHaveLength(2);
  expect(content.match(/\/MediaBox \[0 0 595.28 841.89\]/g)).toHaveLength(2);
  expect(content).not.toContain('ExamplePhone');
  expect(content).not.toContain('Exif');
  expect(pieces).toBeGreaterThan(2);
});

test('a page that is closed while a file is on its way goes on when it is opened again', async () => {
  const page = await atMaterials();
  const { name, type, content } = pdf('缴款凭证.pdf', 'paid');
  const long = Buffer.concat([
    Buffer.from(content.subarray(0, 9)),
    Buffer.from(`%${'x'.repeat(78)}\n`.repeat(9_000)),
    Buffer.from(content.subarray(9, Buffer.from(content).indexOf('xref\n0'))),
    Buffer.from('%%EOF\n'),
  ]);
  const put: string[] = [];
  await page.route('**/chunk?*', async (route) => {
    put.push(new URL(route.request().url()).searchParams.get('at')!);
    if (put.length === 2) return;
    await route.continue();
  });
  await field(page).locator('.upload-input').setInputFiles({ name, mimeType: type, buffer: long });
  await expect.poll(() => put.length).toBe(2);
  await page.reload();
  await uploaded(page).waitFor();
  // What had arrived was not sent again.
  expect(put.filter((at) => at === '0')).toHaveLength(1);
  expect(put[2]).toBe(put[1]);
  await page.reload();
  await page.getByRole('heading', { name: '材料', exact: true }).waitFor();
  await expect.poll(() => page.getByText('正在上传').count()).toBe(0);
});

test('what the server does not take is said with what to do, and can be chosen anew', async () => {
  const page = await atMaterials();
  const input = field(page).locator('.upload-input');
  const send = (name: string, buffer: Buffer) => input.setInputFiles({ name, mimeType: 'application/pdf', buffer });
  await send('名字像.pdf', Buffer.from('PK\x03\x04'));
  await page.getByText('这份文件不是 PDF，只是名字像。').waitFor();
  const locked = Buffer.from(pdf('锁.pdf', 'locked').content)
    .toString('latin1')
    .replace('trailer << ', 'trailer << /Encrypt << /Filter /Standard /V 1 /R 2 /O () /U () /P -4 >> ');
  await send('加了锁.pdf', Buffer.from(locked, 'latin1'));
  await page.getByText('“加了锁.pdf”还没有上传，请看一下：').waitFor();
  await look(page, '材料-有疑问');
  await page.getByRole('button', { name: '就传这一份' }).click();
  await page.getByText('“加了锁.pdf”没有传上去：这份 PDF 要密码才能打开').waitFor();
  await look(page, '材料-没有传上去');
  await send('好的.pdf', Buffer.from(pdf('好的.pdf', 'good').content));
  await uploaded(page).waitFor();
  await expect.poll(() => page.getByText('没有传上去').count()).toBe(0);
});

test('what was given before is offered with day, application and last day, and used again by one press', async () => {
  const { number } = await lodge(world, demoSubjects.materials, [`洪应急失信〔2025〕${freshNumber()}号`]);
  const page = await atMaterials();
  await page.getByText(/^上次交过 \d+ 份，可以再用$/).click();
  const offered = page.getByRole('listitem').filter({ hasText: number });
  await offered.getByText('可以再用到 2027年11月23日').waitFor();
  await look(page, '材料-上次交过');
  await offered.getByRole('button', { name: /^同意，再用/ }).click();
  await uploaded(page).waitFor();
  await page.getByText('✓ 已保存').waitFor();
  await page.reload();
  await uploaded(page).waitFor();
  await page.setViewportSize({ width: 1280, height: 900 });
  await look(page, '材料-再用了');
});
