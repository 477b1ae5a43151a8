import type { AmountUnit } from './import-amounts.ts';
import type { ColumnSpelling, ImportColumn, ImportTemplate } from './import-column-names.ts';
import { listColumns } from './import-list-columns.ts';
import { penaltyColumns } from './import-penalty-columns.ts';
import { sharedColumns, subjectColumns } from './import-subject-columns.ts';

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
