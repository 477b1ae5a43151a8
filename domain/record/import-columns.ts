import type { AmountUnit } from './import-amounts.ts';
import { listColumns } from './import-list-columns.ts';
import { penaltyColumns } from './import-penalty-columns.ts';
import { sharedColumns, subjectColumns } from './import-subject-columns.ts';

/** The two templates: 双公示 penalties, and one for abnormal listings, serious lists and the judgment list. */
export type ImportTemplate = 'penalty' | 'list';

/** Every column a template knows, by what it holds. */
export type ImportColumn =
  | 'name'
  | 'category'
  | 'uscc'
  | 'regNo'
  | 'orgCode'
  | 'taxNo'
  | 'institutionNo'
  | 'associationNo'
  | 'legalRep'
  | 'legalRepIdKind'
  | 'legalRepIdNo'
  | 'idKind'
  | 'idNo'
  | 'docNumber'
  | 'act'
  | 'actFacts'
  | 'basis'
  | 'penaltyKinds'
  | 'penaltyKinds2'
  | 'penaltyName'
  | 'content'
  | 'fine'
  | 'confiscation'
  | 'licence'
  | 'findingDate'
  | 'validUntil'
  | 'publicUntil'
  | 'organName'
  | 'organCode'
  | 'sourceOrganName'
  | 'sourceOrganCode'
  | 'remark'
  | 'publishedDate'
  | 'procedure'
  | 'bracket'
  | 'field'
  | 'class'
  | 'termEnds'
  | 'dutiesPerformed'
  | 'correctionDate'
  | 'matter'
  | 'address'
  | 'phone'
  | 'plateNumber'
  | 'transportPermit'
  | 'obligation'
  | 'executionBasis'
  | 'performedPart'
  | 'outstandingPart';

/** A column of a template: the label used in messages, and every other heading it was met under, separated by blanks. */
export interface ColumnSpelling {
  readonly column: ImportColumn;
  readonly label: string;
  readonly headings: string;
}

/** What each template's columns are called. */
export const columnSpellings: Readonly<Record<ImportTemplate, readonly ColumnSpelling[]>> = {
  penalty: [...penaltyColumns, ...subjectColumns, ...sharedColumns],
  list: [...listColumns, ...subjectColumns, ...sharedColumns],
};

/** A heading as it is compared: half-width, no blanks, no marks of obligation, no `_`, capitals. `bare` also drops brackets with their content. */
export function headingForms(heading: string): { readonly full: string; readonly bare: string } {
  const plain = heading
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff*※"'“”：:。]/g, '')
    .replace(/[([【]((?:条件)?(?:必填|选填|非必填|可选|必填项|选填项|必录|格式[^)]*|如[^)]*|例[^)]*))[)\]】]/g, '')
    .replace(/_/g, '')
    .toUpperCase();
  const full = plain.replace(/[()[\]【】]/g, '');
  return { full, bare: plain.replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '') };
}

/** The money unit a heading announces, 万元 where it is silent, as the 双公示 standard has it. */
export function unitOfHeading(heading: string): AmountUnit {
  return /[(（[]\s*元\s*[)）\]]|人民币元|单位[:：]?元/.test(heading) ? '元' : '万元';
}

function lookupOf(template: ImportTemplate): ReadonlyMap<string, ImportColumn> {
  const lookup = new Map<string, ImportColumn>();
  for (const { column, label, headings } of columnSpellings[template])
    for (const heading of [label, ...headings.split(' ')]) {
      lookup.set(headingForms(heading).full, column);
      lookup.set(headingForms(heading).bare, column);
    }
  return lookup;
}

const LOOKUP: Readonly<Record<ImportTemplate, ReadonlyMap<string, ImportColumn>>> = {
  penalty: lookupOf('penalty'),
  list: lookupOf('list'),
};

/** Which column of a template a heading names; undefined where it names none. */
export function columnOfHeading(template: ImportTemplate, heading: string): ImportColumn | undefined {
  if (heading === '' || heading.length > 60) return undefined;
  const { full, bare } = headingForms(heading);
  return LOOKUP[template].get(full) ?? LOOKUP[template].get(bare);
}

/** The Chinese label of a column, for messages. */
export function labelOfColumn(template: ImportTemplate, column: ImportColumn): string {
  return columnSpellings[template].find((spelling) => spelling.column === column)?.label ?? column;
}
