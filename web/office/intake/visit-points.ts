import type { MatterView } from '#contract/catalog.ts';
import type { RecordView } from '#contract/record.ts';
import { visitFaults } from '#domain/intake/window-visit.ts';
import { agentOf, submissionOf, type Visit } from './visit.ts';

/** Something still open, and the place to go to. */
export interface OpenPoint {
  readonly id: string;
  readonly text: string;
}

/** The matter of a record as it is asked of it; undefined until the catalogue is there. */
export type MatterOf = (record: RecordView) => MatterView | undefined;

/** What is still open, in the order of the page. The note of the visit is judged by the rule that the server refuses by. */
export function openPoints(
  visit: Visit,
  records: readonly RecordView[],
  matterOf: MatterOf,
  today: string,
): OpenPoint[] {
  return [
    ...personPoints(visit, today),
    ...formPoints(visit),
    ...materialPoints(visit, records, matterOf),
    ...endPoints(visit, today),
  ];
}

function faultsOfVisit(visit: Visit, today: string) {
  const body = submissionOf(visit, '');
  const { signature } = body.commitment;
  return visitFaults(body.visit, {
    subjectKind: visit.form.subjectKind ?? 'organisation',
    agentName: body.form.agent?.name ?? null,
    signature: {
      way: signature.way,
      scans: signature.attachmentIds?.length ?? 0,
      drawn: (signature.path ?? '').trim() !== '',
    },
    today,
  });
}

/** Who is at the counter and how that was checked: what is still open of it. */
export function personPoints(visit: Visit, today: string): OpenPoint[] {
  const points = faultsOfVisit(visit, today)
    .filter((one) => one.field.startsWith('visit.persons'))
    .map((one) => ({ id: idOfField(one.field), text: one.text }));
  visit.persons.forEach((one, at) => {
    if (!one.way) points.push({ id: `person-${at}-way`, text: '选择怎样核对了来访人的身份。' });
    if (one.relation === 'agent' && !one.authorisation)
      points.push({ id: `person-${at}-authorisation`, text: '选择经办人凭什么代办。' });
  });
  if (agentOf(visit) && !visit.agentPhone.trim()) points.push({ id: 'agent-phone', text: '填写经办人电话。' });
  return points;
}

/** `visit.persons.0.documentNumber` stands at `person-0-documentNumber`. */
function idOfField(field: string): string {
  const [, , at, name] = field.split('.');
  return at === undefined ? 'person-0-name' : `person-${at}-${name}`;
}

function formPoints(visit: Visit): OpenPoint[] {
  const points: OpenPoint[] = [];
  if (visit.chosen.length === 0) points.push({ id: 'visit-records', text: '勾选要修复的失信信息。' });
  for (const [key, label] of [
    ['address', '住所'],
    ['phone', '联系电话'],
    ['facts', '申请事实和理由'],
  ] as const)
    if (!visit.form[key]?.trim()) points.push({ id: `field-${key}`, text: `填写${label}。` });
  return points;
}

function materialPoints(visit: Visit, records: readonly RecordView[], matterOf: MatterOf): OpenPoint[] {
  return records.flatMap((record) => {
    const matter = matterOf(record);
    if (!matter) return [];
    const id = record.recordId;
    const fields = matter.extraFields
      .filter((one) => one.required && !visit.extra[id]?.[one.key]?.trim())
      .map((one) => ({ id: `extra-${id}-${one.key}`, text: `填写“${one.label}”（${matter.name}）。` }));
    const files = matter.materials
      .filter((one) => one.required && one.source === 'applicant' && !visit.files[id]?.[one.key]?.length)
      .map((one) => ({ id: 'missing-material', text: `上传“${one.name}”（${matter.name}）。` }));
    return [...fields, ...files];
  });
}

function endPoints(visit: Visit, today: string): OpenPoint[] {
  const points: OpenPoint[] = [];
  if (!visit.agreed) points.push({ id: 'visit-commitment', text: '请来访人阅读承诺书并勾选同意。' });
  if (!visit.signed.name.trim()) points.push({ id: 'field-signer', text: '填写签名人姓名。' });
  for (const one of faultsOfVisit(visit, today)) {
    if (one.field === 'commitment.signature') points.push({ id: 'visit-signature', text: one.text });
    if (one.field.startsWith('visit.originals'))
      points.push({ id: `original-${one.field.split('.')[2]}-name`, text: one.text });
  }
  return points;
}

/** The first button of a required material that has no file yet; its 用刚才上传的同一份 where there is one. */
export function missingMaterial(): HTMLElement | null {
  const places = [...document.querySelectorAll<HTMLElement>('[aria-labelledby="materials-title"] .material')];
  const open = places.find((one) => one.textContent?.includes('必交') && !one.querySelector('.upload li'));
  if (!open) return null;
  const buttons = [...open.querySelectorAll<HTMLElement>('button')];
  return buttons.find((one) => one.textContent?.includes('同一份')) ?? buttons.at(-1) ?? null;
}

/** Moves the focus to a place of the counter, into it where the place itself takes none. */
export function goToPoint(id: string): void {
  const place = id === 'missing-material' ? missingMaterial() : document.getElementById(id);
  if (!place) return;
  const inside = place.querySelector<HTMLElement>(
    'input:checked, input:not([type="hidden"]):not([disabled]):not([hidden]), select, textarea, button:not([disabled])',
  );
  const takes = place.matches('input, textarea, select, button, a');
  place.scrollIntoView({ block: 'center' });
  (takes ? place : (inside ?? place)).focus();
}
