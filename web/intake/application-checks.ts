import type { Static } from 'typebox';
import type { MaterialView, MatterView } from '#contract/catalog.ts';
import type { DraftContent } from '#contract/drafts.ts';
import type { FormContent } from '#contract/intake.ts';
import type { RecordView } from '#contract/record.ts';
import type { SharedProof } from '#contract/shared-data.ts';
import { faultOfExtra } from '#domain/intake/extra-fields.ts';
import type { FieldProblem } from '../api-problem.ts';
import type { SignatureValue } from '../ui/SignaturePad.tsx';

/** A chosen record with its matter. */
export interface ChosenRecord {
  readonly record: RecordView;
  readonly matter: MatterView | undefined;
  /** What shared data has of its payment; absent where it was not asked. */
  readonly proof?: SharedProof | undefined;
}

/** One paper that the applicant must bring, for all the chosen records that ask for it. */
export interface AskedMaterial {
  readonly material: MaterialView;
  readonly recordIds: readonly string[];
}

const phoneShape = /^(1\d{10}|0\d{2,3}-?\d{7,8}(-\d{1,6})?)$/;

/** What is missing in 主体信息. `field` is the id of the field. */
export function checkSubject(form: Partial<FormContent>): FieldProblem[] {
  const faults: FieldProblem[] = [];
  const need = (value: string | undefined, field: string, text: string) =>
    !value?.trim() && faults.push({ field, text });
  if (!form.subjectKind) faults.push({ field: 'subjectKind', text: '请选择主体类型' });
  need(form.name, 'name', '请填写主体名称');
  need(form.identifier, 'identifier', '请填写证件号码（统一社会信用代码）');
  need(form.address, 'address', '请填写住所（经营场所）');
  need(form.phone, 'phone', '请填写联系电话');
  if (form.phone && !phoneShape.test(form.phone))
    faults.push({ field: 'phone', text: '联系电话要填手机号，或带区号的座机，例如 0791-88888888' });
  if (form.subjectKind !== 'person' && form.legalRep !== undefined)
    need(form.legalRep, 'legalRep', '请填写法定代表人（负责人、经营者）');
  if (form.agent) {
    need(form.agent.name, 'agentName', '请填写经办人姓名');
    need(form.agent.identifier, 'agentIdentifier', '请填写经办人证件号码');
    need(form.agent.phone, 'agentPhone', '请填写经办人电话');
  }
  return faults;
}

/** Id of the field for one extra question of one record. */
export function extraId(recordId: string, key: string): string {
  return `extra-${recordId}-${key}`;
}

/** What is missing in 事实和理由: the statement, and what single matters ask beside it. */
export function checkReasons(content: DraftContent, chosen: readonly ChosenRecord[]): FieldProblem[] {
  const faults: FieldProblem[] = [];
  if (!content.form.facts?.trim()) faults.push({ field: 'facts', text: '请写明申请的事实和理由' });
  for (const { record, matter } of chosen)
    for (const field of matter?.extraFields ?? []) {
      const fault = faultOfExtra(field, content.extra[record.recordId]?.[field.key]);
      if (fault) faults.push({ field: extraId(record.recordId, field.key), text: `${fault}（${record.docNumber}）` });
    }
  return faults;
}

/** Papers only the applicant has: the same paper is asked once for all the records that need it. */
export function askedMaterials(chosen: readonly ChosenRecord[]): AskedMaterial[] {
  const asked = new Map<string, { material: MaterialView; recordIds: string[] }>();
  for (const { record, matter } of chosen)
    for (const material of matter?.materials ?? []) {
      if (material.source !== 'applicant') continue;
      const entry = asked.get(material.key) ?? { material, recordIds: [] };
      if (material.required && !entry.material.required) entry.material = material;
      entry.recordIds.push(record.recordId);
      asked.set(material.key, entry);
    }
  return [...asked.values()];
}

/** What the platform and the authorities look up themselves; what was found for one record stands by itself. */
export function ownMaterials(chosen: readonly ChosenRecord[]): MaterialView[] {
  const own = new Map<string, MaterialView>();
  for (const { matter } of chosen)
    for (const material of matter?.materials ?? [])
      if (material.source !== 'applicant') own.set(`${material.key} ${material.why}`, material);
  return [...own.values()];
}

/** Attachments given for a paper. */
export function filesFor(content: DraftContent, asked: AskedMaterial): string[] {
  return [...new Set(asked.recordIds.flatMap((id) => content.materials[id]?.[asked.material.key] ?? []))];
}

/** Records that ask for a paper and have no file for it yet. */
export function recordsWithout(content: DraftContent, asked: AskedMaterial): string[] {
  return asked.recordIds.filter((id) => (content.materials[id]?.[asked.material.key] ?? []).length === 0);
}

/** Required papers that have not been given for every record that asks for them. */
export function checkMaterials(content: DraftContent, chosen: readonly ChosenRecord[]): FieldProblem[] {
  return askedMaterials(chosen)
    .filter((asked) => asked.material.required && recordsWithout(content, asked).length > 0)
    .map((asked) => {
      const none = filesFor(content, asked).length === 0;
      const left = recordsWithout(content, asked).length;
      const text = none ? `请上传“${asked.material.name}”` : `“${asked.material.name}”还有 ${left} 条没有对应的文件`;
      return { field: `material-${asked.material.key}`, text };
    });
}

/** What is missing in 承诺和签名. */
export function checkCommitment(agreed: boolean, signature: SignatureValue): FieldProblem[] {
  const faults: FieldProblem[] = [];
  if (!agreed) faults.push({ field: 'agreed', text: '请阅读承诺书，并勾选“我已阅读并作出以上承诺”' });
  if (!signature.name.trim()) faults.push({ field: 'signature', text: '请填写签名人姓名' });
  if (signature.way === 'drawn' && !signature.path)
    faults.push({ field: 'signature', text: '请在签名区手写签名，或改选“输入姓名”' });
  return faults;
}

/** The form to send; only called when nothing is missing. */
export function completeForm(form: Partial<FormContent>): Static<typeof FormContent> {
  const { subjectKind, name, identifier, address, phone, registryOrgan = '', legalRep = '', facts, agent } = form;
  return {
    subjectKind: subjectKind!,
    name: name!.trim(),
    identifier: identifier!.trim(),
    address: address!.trim(),
    phone: phone!.trim(),
    registryOrgan: registryOrgan.trim(),
    legalRep: legalRep.trim(),
    facts: facts!.trim(),
    ...(agent ? { agent } : {}),
  };
}
