import type { Page } from 'playwright-core';

/** On 我的失信信息: ticks exactly the records with these document numbers and begins the application for them. */
export async function choose(page: Page, docNumbers: readonly string[]): Promise<void> {
  await page.getByText(/共 \d+ 条。/).waitFor();
  const ticked = page.getByRole('checkbox', { checked: true });
  // What may be repaired now comes ticked.
  for (let left = await ticked.count(); left > 0; left = await ticked.count()) await ticked.first().uncheck();
  for (const docNumber of docNumbers) await page.getByRole('checkbox', { name: docNumber }).check();
  await page.getByRole('button', { name: `已选 ${docNumbers.length} 条，一次申请` }).click();
  await page.getByRole('heading', { name: '联办申请', level: 1 }).waitFor();
}
