import { expect, inject, test } from 'vitest';
import { look } from '../look.ts';
import { openWorld, sizes } from '../world.ts';

const world = openWorld();
const { sandboxUrl } = inject('system');
const everySize = Object.keys(sizes) as (keyof typeof sizes)[];

async function identity(mode: 'ok' | 'down'): Promise<void> {
  const reply = await fetch(`${sandboxUrl}/control/mode`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ system: 'oidc', mode }),
  });
  expect(reply.ok).toBe(true);
}

test.each(everySize)(
  'the identity service is down: words instead of a dead end, and what needs no login goes on (%s)',
  async (size) => {
    await identity('down');
    try {
      const page = await world.guest(size);
      await page.goto(`${world.url}/records`);
      await page.getByRole('main').getByRole('link', { name: '登录' }).click();
      await page.waitForURL(/login-failed/);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const said = await page.getByRole('main').innerText();
      expect(said).toMatch(/统一身份认证/);
      expect(said).not.toMatch(/ECONN|fetch|undefined/);
      await look(page, 'journey-认证中断');
      await page.goto(`${world.url}/calculator`);
      await page.getByRole('main').getByRole('button', { name: '市场监管部门的处罚' }).click();
      await page
        .getByText('谁被处罚')
        .or(page.getByRole('button', { name: '个体工商户' }))
        .first()
        .waitFor();
      await page.goto(`${world.url}/public`);
      await page.getByRole('heading', { level: 1 }).waitFor();
    } finally {
      await identity('ok');
    }
    const again = await world.guest(size);
    await again.goto(`${world.url}/records`);
    await again.getByRole('main').getByRole('link', { name: '登录' }).click();
    await again.getByLabel('账号', { exact: true }).waitFor();
  },
);
