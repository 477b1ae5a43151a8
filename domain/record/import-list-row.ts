import { plainText } from './import-cell.ts';
import type { ImportColumn } from './import-column-names.ts';
import { normaliseDocNumber, normaliseName } from './import-doc-number.ts';
import { optionalDate, optionalText, readClass, readDutiesPerformed, readExtra, readField } from './import-facts.ts';
import { readMatter, recordTypeOf } from './import-matters.ts';
import { publishedDayOf } from './import-penalty-row.ts';
import type { ImportedFacts, ReadRecord } from './import-record.ts';
import { dateOf, fault, findingDayOf, has, neededText, pastDayOf, type RowView, textOf } from './import-row-view.ts';
import { readOrganCode, readSubject } from './import-subject.ts';

/** Columns some lists have (court, transport); kept under the file's own heading. */
const RARER: readonly ImportColumn[] = [
  'address',
  'plateNumber',
  'transportPermit',
  'obligation',
  'executionBasis',
  'performedPart',
  'outstandingPart',
];

function matterOf(view: RowView): string | undefined {
  const text = has(view, 'matter') ? textOf(view, 'matter', 200) : '';
  if (text === '' && view.context.matterKey !== undefined) return view.context.matterKey;
  const matter = text === '' ? undefined : readMatter(text, view.context.laterLists);
  if (matter === undefined)
    fault(view, 'matter', text === '' ? '必填，未填写' : `“${text}”不是联办事项，请按联办申请表中的名称填写`);
  else if (recordTypeOf(matter) === 'penalty') fault(view, 'matter', '行政处罚信息请用“双公示”行政处罚模板导入');
  return matter;
}

function factsOf(view: RowView): ImportedFacts {
  const acts = [textOf(view, 'act', 2000), textOf(view, 'actFacts', 5000)];
  const act = acts.find((text) => text !== '') ?? '';
  if (act === '') fault(view, has(view, 'act') ? 'act' : 'actFacts', '必填，未填写');
  const field = readField(view);
  const degree = readClass(view);
  const term = dateOf(view, 'termEnds');
  const extra = readExtra(view, RARER);
  return {
    penalties: [],
    ...(field !== undefined && { field }),
    ...(degree !== undefined && { class: degree }),
    act,
    ...(acts[1] !== '' && { actFacts: acts[1] }),
    basis: textOf(view, 'basis', 2000),
    content: textOf(view, 'content', 4000),
    ...(term !== undefined && { measuresEnd: term }),
    ...optionalDate(view, 'validUntil'),
    ...optionalText(view, 'remark', 512),
    ...(extra !== undefined && { extra }),
  };
}

/** Reads a row of the template for abnormal listings and lists. Faults and warnings are added to the view. */
export function readListRow(view: RowView): ReadRecord | undefined {
  const matterKey = matterOf(view);
  const subject = readSubject(view);
  const docNumber = normaliseDocNumber(textOf(view, 'docNumber', 128));
  const findingDate = findingDayOf(view);
  const organName = normaliseName(neededText(view, 'organName', 200));
  const organCode = readOrganCode(view, 'organCode', false);
  const sourceOrganName = plainText(textOf(view, 'sourceOrganName', 200));
  const publishedDate = publishedDayOf(view, findingDate);
  const facts = factsOf(view);
  const dutiesPerformed = readDutiesPerformed(view);
  const correctionDate = pastDayOf(view, 'correctionDate') ?? null;
  if (view.faults.length > 0 || !matterKey || !subject || !findingDate) return undefined;
  return {
    matterKey,
    recordType: recordTypeOf(matterKey),
    subject,
    docNumber: docNumber === '' ? null : docNumber,
    findingDate,
    publishedDate,
    organName,
    organCode,
    ...(sourceOrganName !== '' && { sourceOrganName }),
    facts,
    dutiesPerformed,
    correctionDate,
  };
}
