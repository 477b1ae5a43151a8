import { makeUscc } from '#domain/uscc.ts';
import { sessionCookie } from '../../access/authenticate.ts';
import type { Person, World } from '../../testing/world.ts';

export const eastBureau = '南昌市东湖区市场监督管理局';
/** A valid code of an invented company. */
export const code = (index: number) => makeUscc(`91360102MAEXT${String(index).padStart(4, '0')}`)!;
const organCode = makeUscc('11360000MBEXAMP12')!;

/** A sound row by the codes of the national template. */
export const sound = (index: number, change: Record<string, string> = {}): Record<string, string> => ({
  CF_XDR_MC: `南昌示例商贸${index}号有限公司`,
  CF_XDR_LB: '法人及非法人组织',
  CF_XDR_SHXYM: code(index),
  CF_FRDB: '示例甲',
  CF_WSH: `东市监罚〔2026〕例${index}号`,
  CF_WFXW: '发布违法广告',
  CF_SY: '在经营场所张贴含有绝对化用语的广告。',
  CF_YJ: '《中华人民共和国广告法》第五十七条',
  CF_CFLB: '罚款',
  CF_NR: '处罚款20000元。',
  CF_NR_FK: '2',
  CF_JDRQ: '2026-03-02',
  CF_CFJG: eastBureau,
  CF_CFJGDM: organCode,
  公示日期: '2026-03-09',
  处罚程序: '普通程序',
  裁量档次: '一般',
  领域: '其他',
  是否履行完毕: '是',
  ...change,
});

/** Rows as a CSV file. */
export function csv(rows: readonly Record<string, string>[]): string {
  const heads = Object.keys(rows[0]!);
  const quote = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [heads, ...rows.map((row) => heads.map((head) => quote(row[head] ?? '')))]
    .map((one) => one.join(','))
    .join('\r\n');
}

/** Uploads a file as a browser does. */
export async function upload(
  world: World,
  who: Person,
  content: string | Buffer,
  fields: Record<string, string> = {},
  name = 'file.csv',
) {
  const mark = 'mark-of-the-test';
  const parts = Object.entries(fields).map(
    ([key, value]) => `--${mark}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`;
  const payload = Buffer.concat([
    Buffer.from(parts.join('') + head),
    Buffer.from(content),
    Buffer.from(`\r\n--${mark}--\r\n`),
  ]);
  const reply = await world.app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    headers: { 'content-type': `multipart/form-data; boundary=${mark}`, cookie: `${sessionCookie}=${who.cookie}` },
    payload,
  });
  return { status: reply.statusCode, body: reply.json() };
}
