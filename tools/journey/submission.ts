import { randomUUID } from 'node:crypto';
import type { Static } from 'typebox';
import { listMatters, type MatterView } from '#contract/catalog.ts';
import type { BodyOf } from '#contract/endpoint.ts';
import { type FormContent, getPrefill, type SubmittedItem, type submitApplication } from '#contract/intake.ts';
import type { RecordView } from '#contract/record.ts';
import { pdf, png } from './files.ts';
import { handIn } from './hand-in.ts';
import type { Person } from './person.ts';
import { check, need } from './steps.ts';

/** A joint application ready to be submitted, and what was uploaded for it. */
export interface Prepared {
  readonly body: BodyOf<typeof submitApplication>;
  readonly uploaded: number;
  readonly bytes: number;
  /** Materials that nobody had to bring, since shared data or the authority has them. */
  readonly spared: number;
}

type Item = Static<typeof SubmittedItem>;

/** Fills the one form and uploads only what no authority and no shared source has. */
export async function prepareApplication(
  person: Person,
  subjectKey: string,
  records: readonly RecordView[],
  facts: string,
): Promise<Prepared> {
  const { form: prefilled } = await person.ask(getPrefill, { params: { subjectKey } });
  const { matters } = await person.ask(listMatters, {});
  let [uploaded, bytes, spared] = [0, 0, 0];
  const items: Item[] = [];
  for (const record of records) {
    const matter = need(
      matters.find((one) => one.matterKey === record.matterKey),
      `事项 ${record.matterKey}`,
    );
    spared += matter.materials.filter((one) => one.source !== 'applicant').length;
    const materials: Item['materials'] = [];
    for (const one of matter.materials.filter(({ source, required }) => source === 'applicant' && required)) {
      const file =
        uploaded % 2 === 0 ? pdf(`${one.name.slice(0, 20)}.pdf`, `proof ${record.recordId}`) : png('材料照片.png');
      const kept = await handIn(person, subjectKey, one.key, file);
      check(kept.bytes === file.content.length, `上传的材料大小不对：${kept.bytes}`);
      materials.push({ key: one.key, attachmentIds: [kept.attachmentId] });
      uploaded += 1;
      bytes += kept.bytes;
    }
    items.push({ recordId: record.recordId, extra: extraOf(matter, record), materials });
  }
  const form = fill(prefilled, facts);
  return {
    body: {
      requestId: randomUUID(),
      form,
      items,
      commitment: { agreed: true, signature: { way: 'typed', name: form.legalRep || form.name } },
    },
    uploaded,
    bytes,
    spared,
  };
}

function fill(given: Partial<FormContent>, facts: string): FormContent {
  return {
    subjectKind: need(given.subjectKind, '主体类型'),
    name: need(given.name, '主体名称'),
    identifier: need(given.identifier, '统一社会信用代码'),
    address: given.address || '南昌市东湖区示例路1号',
    phone: given.phone || '13900000099',
    registryOrgan: given.registryOrgan || '南昌市东湖区市场监督管理局',
    legalRep: given.legalRep || '示例甲',
    facts,
  };
}

/** Answers to the fields a matter asks beyond the joint form. */
function extraOf(matter: MatterView, record: RecordView): Record<string, string> {
  const answers = matter.extraFields
    .filter((one) => one.required)
    .map((one) => {
      if (one.type === 'choice') return [one.key, one.choices?.[0] ?? ''];
      if (one.type === 'number') return [one.key, '1'];
      return [one.key, one.type === 'date' ? (record.publishedDate ?? record.findingDate) : record.docNumber];
    });
  return Object.fromEntries(answers) as Record<string, string>;
}
