import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const enough = 150;

/** Moves the focus with Tab until it is where it should be, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  const here = () => target.evaluate((element) => element === element.ownerDocument.activeElement);
  for (let steps = 0; !(await here()); steps += 1) {
    expect(steps, `焦点走不到 ${target}`).toBeLessThan(enough);
    await page.keyboard.press(key);
  }
}

/** Goes to a field by keyboard and writes over what stands in it. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}
