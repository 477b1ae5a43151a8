import { createHash } from 'node:crypto';
import { getItem } from '#contract/casework.ts';
import { downloadArchive } from '#contract/notice.ts';
import { readZip } from '../read-zip.ts';
import { itemOf, officerOf, type Road } from './road.ts';
import { check, need, type Step, until } from './steps.ts';

/** The office keeps a closed application as one package; its list is signed and every digest in it is true. */
export function archive(road: Road): Step[] {
  return [
    [
      '办结归档：一个包装下文书、材料、元数据、台账，清单有签名',
      async (note) => {
        const { subjectKey, applicationId } = need(road.joint, '联办申请');
        const { unitId, itemId } = itemOf(road, 'tax');
        const officer = await officerOf(road, unitId);
        // The last papers are printed by the worker a moment after the last decision.
        await until('还不能归档', 60, async () => {
          const { notArchivable } = await officer.ask(getItem, { params: { subjectKey, itemId } });
          return notArchivable ? undefined : true;
        });
        const { content } = await officer.download(downloadArchive, { params: { subjectKey, applicationId } });
        const files = readZip(content);
        const list = need(files.get('签名/清单.json'), '归档清单');
        const { files: listed } = JSON.parse(list.toString()) as { files: { path: string; sha256: string }[] };
        for (const { path, sha256 } of listed) {
          const file = need(files.get(path), path);
          check(createHash('sha256').update(file).digest('hex') === sha256, `${path} 与清单不符`);
        }
        for (const part of ['元数据.xml', '元数据.json', '签名/清单.sig', '签名/公钥.pem', '清单.csv'])
          check(files.has(part), `归档包里没有 ${part}`);
        check(
          listed.some(({ path }) => path.startsWith('台账/')) && listed.some(({ path }) => path.startsWith('文书/')),
          '归档包里没有台账或者文书',
        );
        note(`${listed.length} 个文件，${Math.round(content.length / 1024)} KB，摘要逐一相符`);
      },
    ],
  ];
}
