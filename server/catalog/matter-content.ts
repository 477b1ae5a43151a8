import type { Matter } from '#domain/catalog/catalog.ts';

/** A row of matter_version joined to matter_key. */
export interface MatterVersionRow {
  readonly matter_key: string;
  readonly version: number;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly name: string;
  readonly law_entry: string;
  readonly content: MatterContent;
  /** The filing that opened it; null for versions delivered with a release. */
  readonly change_id: string | null;
}

/** What of a matter stands in the column content: everything that has no column of its own. */
export type MatterContent = Omit<Matter, 'matterKey' | 'version' | 'name' | 'lawEntry' | 'validFrom' | 'validTo'>;

/** The content column of a version. */
export function contentOf(matter: Matter): MatterContent {
  const {
    matterKey: _key,
    version: _version,
    name: _name,
    lawEntry: _entry,
    validFrom: _from,
    validTo: _to,
    ...content
  } = matter;
  return content;
}

/** The version a row holds. */
export function matterOf(row: MatterVersionRow): Matter {
  return {
    ...row.content,
    matterKey: row.matter_key,
    version: row.version,
    name: row.name,
    lawEntry: row.law_entry,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}
