import { citeRow, type LawBook } from '#law/law-book.ts';
import type { Matter, Unit } from '../catalog/catalog.ts';
import type { EventOf } from '../item/events.ts';
import type { Limits } from '../item/item.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Verdict } from '../record/assess-case.ts';
import { type FieldFault, type Refusal, refuse } from '../refusal.ts';
import { faultOfExtra } from './extra-fields.ts';

/** One ticked record with everything known about it. */
export interface Lodging {
  readonly index: number;
  readonly applicationId: string;
  readonly number: string;
  readonly channel: 'online' | 'window';
  readonly windowUnitId: string | null;
  readonly subjectKind: 'organisation' | 'sole-trader' | 'person';
  readonly record: { readonly recordId: string; readonly docNumber: string; readonly repairedOn: PlainDate | null };
  readonly matter: Matter;
  readonly unit: Unit;
  readonly verdict: Verdict;
  readonly extra: Readonly<Record<string, string>>;
  /** Keys of the materials for which at least one file was handed in. */
  readonly provided: ReadonlySet<string>;
  readonly today: PlainDate;
  /** What named offices confirmed under the texts. */
  readonly law: LawBook;
}

/**
 * Verdicts that keep an application from being lodged. They rest on clauses that were read (law: sure V); what is unsure or needs the
 * authority to classify is lodged and decided there. Outstanding duties do not bar lodging: the applicant brings the proof, and the
 * authority finds the condition met or not (36号第十四、十五条).
 */
const barring: readonly Verdict['verdict'][] = ['not-yet', 'ends-automatically', 'not-published', 'barred'];

/** Whether a verdict keeps a record from being applied for: the box that is grey in the browser and the refusal of the server. */
export function barsLodging(verdict: {
  readonly verdict: string;
  readonly application: { readonly route: string };
}): boolean {
  const noRoute = verdict.verdict === 'no-route' && verdict.application.route !== 'judicial';
  return noRoute || (barring as readonly string[]).includes(verdict.verdict);
}

function kindWord(kind: Lodging['subjectKind']): string {
  return { organisation: '法人及非法人组织', 'sole-trader': '个体工商户', person: '自然人' }[kind];
}

function legalBar(it: Lodging): Refusal | null {
  const { record, verdict, matter } = it;
  const name = `${matter.name}（${record.docNumber}）`;
  if (record.repairedOn)
    return refuse('conflict', 'already-repaired', `${name}已于 ${record.repairedOn} 修复，不用再申请。`);
  if (!barsLodging(verdict)) return null;
  const from = verdict.application.from ? `${verdict.application.from} 起可以申请。` : '';
  return refuse(
    'unmet-condition',
    `verdict-${verdict.verdict}`,
    `${name}现在不能申请：${verdict.reasons.map((one) => one.text).join('')}${from}`,
    {
      // The reason that decides stands last; its article comes first.
      cite: verdict.reasons.map((one) => one.cite).reverse(),
      more: { recordId: record.recordId, from: verdict.application.from },
    },
  );
}

function formFaults(it: Lodging): FieldFault[] {
  const at = `items.${it.index}`;
  const fields = it.matter.extraFields
    .map((field) => ({ field, fault: faultOfExtra(field, it.extra[field.key]) }))
    .filter(({ fault }) => fault !== null)
    .map(({ field, fault }) => ({
      field: `${at}.extra.${field.key}`,
      text: `${fault}（${it.matter.name}）：${field.why}`,
    }));
  const materials = it.matter.materials
    .filter((one) => one.required && one.source === 'applicant' && !it.provided.has(one.key))
    .map((one) => ({
      field: `${at}.materials.${one.key}`,
      text: `缺少材料“${one.name}”（${it.matter.name}）：${one.why}`,
    }));
  return [...fields, ...materials];
}

/** Lodges one record of a joint application, or says why not. */
export function lodgeItem(it: Lodging): EventOf<'submitted'> | Refusal {
  const { matter, unit } = it;
  if (!matter.subjectTypes.includes(it.subjectKind))
    return refuse('unmet-condition', 'subject-type', `${matter.name}不适用于${kindWord(it.subjectKind)}。`, {
      cite: matter.conditions.flatMap((one) => one.cites).slice(0, 1),
    });
  const bar = legalBar(it);
  if (bar) return bar;
  const faults = formFaults(it);
  if (faults.length > 0)
    return refuse('invalid', 'form-incomplete', `还有 ${faults.length} 处没有填好。`, { fields: faults });
  const pause = it.law.confirmed('correction:general', it.today);
  const limits: Limits = {
    ...matter.limits,
    cites: matter.limitCites,
    ...(pause?.value === 'stops' && matter.receiver === 'credit-china'
      ? { pausedForCorrection: [citeRow(pause)] }
      : {}),
  };
  return {
    type: 'submitted',
    on: it.today,
    cites:
      matter.receiver === 'credit-china'
        ? ['ndrc36:13', 'ndrc36:14']
        : matter.receiver === 'court'
          ? ['spc17:10']
          : ['samr107:14'],
    payload: {
      applicationId: it.applicationId,
      recordId: it.record.recordId,
      number: it.number,
      matterKey: matter.matterKey,
      matterVersion: matter.version,
      unitId: unit.unitId,
      regionCode: unit.regionCode,
      windowUnitId: it.windowUnitId,
      channel: it.channel,
      receiver: matter.receiver,
      decider: matter.decider,
      limits,
    },
  };
}
