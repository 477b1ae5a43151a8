import type { SubjectType } from '#law/matter-keys.ts';
import type { PlainDate } from '../plain-date.ts';
import { plainText } from './import-cell.ts';
import { normaliseName } from './import-doc-number.ts';
import { fault, has, pastDayOf, type RowView, textOf, warn } from './import-row-view.ts';

/** What a row says of its subject's registration beside name and code. */
export interface ImportedRegistration {
  /** 注销日期. */
  readonly deregisteredOn?: PlainDate;
  /** 曾用名, in the file's order. */
  readonly formerNames?: readonly string[];
}

const columns = ['registrationState', 'deregisteredOn', 'formerNames'] as const;

/** Reads 登记状态, 注销日期 and 曾用名; undefined where the sheet has none of these columns. */
export function readRegistration(view: RowView, kind: SubjectType, name: string): ImportedRegistration | undefined {
  if (!columns.some((column) => has(view, column))) return undefined;
  const deregisteredOn = readDeregistration(view, kind);
  const formerNames = readFormerNames(view, kind, name);
  return {
    ...(deregisteredOn === undefined ? {} : { deregisteredOn }),
    ...(formerNames.length === 0 ? {} : { formerNames }),
  };
}

/** A deregistration needs its day; 吊销 is none, since the subject then still exists. */
function readDeregistration(view: RowView, kind: SubjectType): PlainDate | undefined {
  const state = plainText(textOf(view, 'registrationState', 50));
  const before = view.faults.length;
  const day = pastDayOf(view, 'deregisteredOn');
  if (view.faults.length > before) return undefined;
  const isRevoked = /吊销/.test(state) && !/已注销|并注销/.test(state);
  const isOver = /注销/.test(state) && !isRevoked && !/未注销|申请注销|注销公告|注销中/.test(state);
  if (kind === 'person' && (isOver || day !== undefined)) {
    fault(view, day === undefined ? 'registrationState' : 'deregisteredOn', '自然人没有登记注销，请核对是否填错了行');
    return undefined;
  }
  if (isOver && day === undefined) fault(view, 'deregisteredOn', `登记状态为“${state}”的，须填注销日期`);
  if (day !== undefined && state !== '' && !isOver) {
    if (isRevoked) warn(view, 'registrationState', `“${state}”不是注销，已按注销日期一栏之外的内容导入，没有登记注销`);
    else fault(view, 'deregisteredOn', `登记状态为“${state}”，却填了注销日期，请核对`);
    return undefined;
  }
  return day;
}

function readFormerNames(view: RowView, kind: SubjectType, name: string): string[] {
  const text = textOf(view, 'formerNames', 600);
  if (text === '' || /^[-—/无]+$/.test(text.trim())) return [];
  if (kind === 'person') {
    warn(view, 'formerNames', '自然人的曾用名不导入');
    return [];
  }
  const names = text
    .split(/[、；;，,|\n]+/)
    .map(normaliseName)
    .filter((one) => one !== '' && one !== name);
  const long = names.find((one) => one.length > 200);
  if (long) fault(view, 'formerNames', `名称超过 200 字（现有 ${long.length} 字）`);
  return [...new Set(names)].slice(0, 20);
}
