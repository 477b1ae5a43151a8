import { expect, test } from 'vitest';
import { settings } from '#server/platform/config.ts';
import { settingsTable } from './settings-table.ts';

test('every setting has a row with its name, and no secret shows a value', () => {
  const rows = settingsTable().split('\n').slice(2);
  expect(rows).toHaveLength(Object.keys(settings).length);
  for (const { name } of Object.values(settings))
    expect(rows.filter((row) => row.startsWith(`| \`${name}\` |`))).toHaveLength(1);
  for (const row of rows.filter((each) => each.includes('保密'))) expect(row).not.toContain('`` |');
});
