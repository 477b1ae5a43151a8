import type { Refusal } from '#domain/refusal.ts';

const kindWords: Readonly<Partial<Record<Refusal['kind'], string>>> = {
  forbidden: '不是这个人的事',
  conflict: '现在不行',
  'unmet-condition': '条件不够',
};

/** The legend of a page: every code that a cell showed, with the sentences people read. */
export interface CellBook {
  /** A cell: `●` where it can be done, else the code; its sentence goes to the legend, with the names of people, state and act left open. */
  cell(bar: Refusal | null, words?: { readonly state?: string; readonly act?: string }): string;
  legend(): string[];
}

/** Begins a legend. */
export function cellBook(): CellBook {
  const seen = new Map<string, { kind: string; sentences: Set<string> }>();
  return {
    cell(bar, words = {}) {
      if (bar === null) return '●';
      const entry = seen.get(bar.code) ?? { kind: kindWords[bar.kind] ?? bar.kind, sentences: new Set() };
      seen.set(bar.code, entry);
      entry.sentences.add(leaveOpen(bar.text, words));
      return `\`${bar.code}\``;
    },
    legend() {
      const rows = [...seen].sort(([one], [other]) => (one < other ? -1 : 1));
      return table(
        ['代号', '为什么', '告诉人的话（… 是状态、办理的名称，或者人名）'],
        rows.map(([code, { kind, sentences }]) => [`\`${code}\``, kind, [...sentences].join('<br>')]),
      );
    },
  };
}

function leaveOpen(text: string, { state, act }: { state?: string; act?: string }): string {
  let open = text.replaceAll(/示例[甲乙丙]/g, '…');
  if (state) open = open.replaceAll(`“${state}”`, '“…”');
  return act ? open.replaceAll(new RegExp(`(^|可以|不用再|不能|“)${act}`, 'g'), '$1…') : open;
}

/** A table in Markdown. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(line)];
}
