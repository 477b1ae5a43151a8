import { randomUUID } from 'node:crypto';
import {
  beginUpload,
  dropUpload,
  finishUpload,
  listReusableMaterials,
  putUploadChunk,
  reuseAttachment,
} from '#contract/attachments.ts';
import { pdf } from './files.ts';
import { beginningOf, handIn } from './hand-in.ts';
import type { ApplicantSide, Road } from './road.ts';
import { check, Fault, need, type Step } from './steps.ts';

const sideOf = (road: Road): ApplicantSide => need(road.applicant, '申请人的登录');

/** Materials on a bad line, files that only look like materials, and what was given before. */
export function handInMaterials(road: Road): Step[] {
  return [
    ['上传断了线：同一个文件从断开的地方接着传', (note) => goOn(road, note)],
    ['改了名字的程序、损坏的文件：不收，说明是什么、怎么办', (note) => refuseOthers(road, note)],
    ['上次交过的材料，本人同意后再用', (note) => giveAgain(road, note)],
  ];
}

async function goOn(road: Road, note: (text: string) => void): Promise<void> {
  const { person, subjectKey } = sideOf(road);
  const paper = pdf('缴款凭证.pdf', `paid ${road.run}`);
  // Comments make it longer than one piece.
  const filling = Buffer.from(`%${'x'.repeat(70)}\n`.repeat(6_000));
  const content = Buffer.concat([paper.content.subarray(0, 9), filling, pdfBody(paper.content)]);
  const file = { ...paper, content };
  const body = beginningOf('duties-proof', file);
  const first = await person.ask(beginUpload, { params: { subjectKey }, body });
  const params = { subjectKey, uploadId: first.uploadId };
  const piece = content.subarray(0, first.chunkBytes);
  await person.put(putUploadChunk, { params, query: { at: 0 } }, piece);
  const twice = await person.put(putUploadChunk, { params, query: { at: 0 } }, piece);
  check(twice.received === piece.length, '同一段传两次，多算了');
  await person.refused(finishUpload, { params, body: {} }, 409, 'upload-incomplete');
  const again = await person.ask(beginUpload, { params: { subjectKey }, body });
  check(again.uploadId === first.uploadId && again.received === piece.length, '没有从断开的地方接着传');
  const kept = await handIn(person, subjectKey, 'duties-proof', file);
  const repeated = await person.ask(finishUpload, { params, body: {} });
  check(repeated.attachmentId === kept.attachmentId, '再说一次“传完了”，得到了第二份材料');
  check(kept.pages === 1, `应为 1 页，得到 ${kept.pages}`);
  const other = await person.ask(beginUpload, {
    params: { subjectKey },
    body: beginningOf('duties-proof', pdf('不要了.pdf', `dropped ${road.run}`)),
  });
  const { dropped } = await person.ask(dropUpload, { params: { subjectKey, uploadId: other.uploadId } });
  check(dropped, '取消的上传还在');
  note(`${content.length} 字节，断在 ${piece.length}，接着传完；核对一致，${kept.pages} 页`);
}

/** The objects of a PDF with the table that says where they stand left out: it is found all the same. */
function pdfBody(content: Uint8Array): Buffer {
  const letters = Buffer.from(content).toString('latin1');
  return Buffer.from(`${letters.slice(9, letters.indexOf('xref\n0'))}%%EOF\n`, 'latin1');
}

async function refuseOthers(road: Road, note: (text: string) => void): Promise<void> {
  const { person, subjectKey } = sideOf(road);
  const tries = [
    ['发票.pdf', Buffer.from('MZ\x90\0 this program cannot be run in DOS mode', 'latin1')],
    ['照片.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb', 'hex')],
  ] as const;
  for (const [name, content] of tries) {
    const said = await handIn(person, subjectKey, 'duties-proof', { name, type: 'application/pdf', content }).then(
      () => undefined,
      (error: unknown) => error,
    );
    check(said instanceof Fault && /400：file-(type|damaged)/.test(said.message), `${name} 没有被拒绝：${said}`);
    note(`${name}：${said.message.replace(/^.*?file-\w+ /, '').replace(/（.*$/, '')}`);
  }
}

async function giveAgain(road: Road, note: (text: string) => void): Promise<void> {
  const { person, subjectKey } = sideOf(road);
  const { materials, consent } = await person.ask(listReusableMaterials, { params: { subjectKey } });
  const one = need(materials[0], '以前交过的材料');
  const body = { requestId: randomUUID(), consent: true } as const;
  const params = { subjectKey, attachmentId: one.attachmentId };
  const given = await person.ask(reuseAttachment, { params, body });
  const twice = await person.ask(reuseAttachment, { params, body });
  check(given.attachmentId === twice.attachmentId && given.attachmentId !== one.attachmentId, '再用的不是新的一份');
  note(
    `可以再用 ${materials.length} 份；${one.fileName}，${one.applicationNumber} 交过，到 ${one.until} 为止。“${consent}”`,
  );
}
