import { settings } from '#server/platform/config.ts';
import type { Setting } from '#server/platform/setting.ts';

/** The settings as a Markdown table, in the order of the schema. */
export function settingsTable(): string {
  const rows = Object.values(settings as Record<string, Setting<unknown>>).map((setting) => {
    const { name, fallback, shownFallback, form, doc, secret } = setting;
    const shown = shownFallback ?? `\`${fallback}\``;
    return `| \`${name}\` | ${shown} | ${form}${secret ? '；保密' : ''} | ${doc} |`;
  });
  return ['| 设置 | 默认 | 取值 | 说明 |', '|---|---|---|---|', ...rows].join('\n');
}

if (import.meta.main) process.stdout.write(`${settingsTable()}\n`);
