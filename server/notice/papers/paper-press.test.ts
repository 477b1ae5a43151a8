import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openPaperPress } from './paper-press.ts';

const documents = mkdtempSync(join(tmpdir(), 'papers-'));
const template = (name: string, source: string) => writeFileSync(join(documents, name), source);
template('good.typ', '#json(bytes(sys.inputs.d)).text');
template('failing.typ', '#json(bytes(sys.inputs.d)).nothing');
template('endless.typ', '#for i in range(40000000) { let x = calc.sin(i) }');
// A right-to-left mark in the markup itself: the compiler panics on it and ends its process.
template('crashing.typ', '#set text(font: "Noto Serif SC", lang: "zh")\n\u202eabc');
afterAll(() => rmSync(documents, { recursive: true }));

const order = (name: string) => ({ template: name, model: { text: '示例' }, codes: [], timestamp: 1_776_686_400 });
const open = (settings = {}) => openPaperPress({ documents, ...settings });

test('a failing template fails its own paper and no other', async () => {
  const press = open();
  const [failed, printed] = await Promise.allSettled([
    press.print(order('failing.typ')),
    press.print(order('good.typ')),
  ]);
  expect(failed).toMatchObject({ status: 'rejected', reason: { name: 'PaperFailure', reason: 'template' } });
  expect(failed).toMatchObject({ reason: { message: expect.stringContaining('nothing') } });
  expect(printed).toMatchObject({ status: 'fulfilled', value: { pages: 1 } });
  await expect(press.print(order('missing.typ'))).rejects.toMatchObject({ reason: 'template' });
  press.close();
});

test('a paper over its time is given up, and the next one is printed by a new press', async () => {
  const press = open({ timeLimitMs: 2500 });
  await press.print(order('good.typ'));
  const before = press.pid();
  const [late, printed] = await Promise.allSettled([press.print(order('endless.typ')), press.print(order('good.typ'))]);
  expect(late).toMatchObject({ status: 'rejected', reason: { reason: 'timeout' } });
  expect(printed).toMatchObject({ status: 'fulfilled' });
  expect(press.pid()).not.toBe(before);
  press.close();
}, 15_000);

test('a compiler that ends its process takes one paper with it', async () => {
  const press = open();
  const [crashed, printed] = await Promise.allSettled([
    press.print(order('crashing.typ')),
    press.print(order('good.typ')),
  ]);
  expect(crashed).toMatchObject({ status: 'rejected', reason: { reason: 'crash' } });
  expect(printed).toMatchObject({ status: 'fulfilled' });
  press.close();
});

test('an idle press ends and comes back when needed; a closed one refuses', async () => {
  const press = open({ idleMs: 50 });
  expect(press.pid()).toBeUndefined();
  await press.print(order('good.typ'));
  await expect.poll(() => press.pid(), { timeout: 3000 }).toBeUndefined();
  expect((await press.print(order('good.typ'))).pages).toBe(1);
  const unfinished = press.print(order('good.typ'));
  press.close();
  await expect(unfinished).rejects.toMatchObject({ reason: 'closed' });
  await expect(press.print(order('good.typ'))).rejects.toMatchObject({ reason: 'closed' });
});

test('a folder of fonts that is missing is named', async () => {
  const press = open({ fontDirs: ['/nowhere/fonts'] });
  await expect(press.print(order('good.typ'))).rejects.toMatchObject({
    reason: 'crash',
    message: expect.stringContaining('/nowhere/fonts'),
  });
  press.close();
});
