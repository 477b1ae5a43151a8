import type { Locator, Page } from 'playwright-core';

/**
 * Says why a clerk looks somebody up, by key, where the page asks: once a day for each subject, so a second run is not asked.
 * `press` counts the keys where a test does.
 */
export async function sayPurpose(
  page: Page,
  answer: Locator,
  press: (key: string) => Promise<void> = (key) => page.keyboard.press(key),
): Promise<void> {
  const form = page.getByRole('form', { name: '写明查看目的' });
  await form.or(answer).first().waitFor();
  if (!(await form.isVisible())) return;
  const first = form.getByRole('radio').first();
  await first.focus();
  await press('Space');
  await press('Enter');
  await answer.first().waitFor();
}
