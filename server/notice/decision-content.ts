import type { ItemPaper } from '#contract/paper-parts.ts';
import type { EventOf } from '#domain/item/events.ts';
import { groundWords } from '#domain/record/orders/revocation-consequences.ts';
import { formatCitation } from '#law/cite.ts';
import { listRemovalOf } from '#law/list-removal.ts';
import type { PaperContent } from '../catalog/order-paper.ts';
import type { ItemFile } from './item-file.ts';
import { effectLines, findingLines, remedyText } from './paper-words.ts';

// What the two decisions on a repair say.

/** What papers about one item begin with. */
type SharedContent = Omit<ItemPaper, 'head'>;

/** A sentence of the officer, ended as one, or nothing. */
function sentence(note: string): string {
  const text = note.trim();
  return text === '' || /[。！？]$/.test(text) ? text : `${text}。`;
}

/** The facts in the officer's words stand where a paper tells what was found, before the conditions. */
const foundBy = (note: string) => (note.trim() === '' ? {} : { foundText: sentence(note) });

/** 准予信用修复决定书, or 移出名单决定书 where the list's own rule decides on removal. */
export function grant(file: ItemFile, shared: SharedContent, event: EventOf<'granted'>): PaperContent {
  const { findings, note } = event.payload;
  const by = file.item.clocks.effects?.due;
  const content = {
    ...shared,
    acceptedOn: file.acceptedOn ?? event.on,
    ...foundBy(note),
    conditions: findingLines(file.matter, findings),
    notes: `经查实隐瞒真实情况、弄虚作假的，依法撤销本决定，恢复公示。`,
  };
  const removal = listRemovalOf(file.matter.lawEntry, event.on);
  if (!removal) return { kind: 'grant-decision', ...content, effects: effectLines(file.matter, by) };
  const { listName, removal: word, also, done } = removal.value;
  return {
    kind: 'removal-decision',
    ...content,
    basis: [...new Set([...removal.cite.map(formatCitation), ...content.basis])],
    listName,
    removal: word,
    alsoText: also,
    effects: done.map((text) => ({ text, ...(by === undefined ? {} : { by }) })),
  };
}

/** 不予信用修复决定书. */
export function refusal(file: ItemFile, shared: SharedContent, event: EventOf<'refused'>): PaperContent {
  const { findings, reasons, note = '' } = event.payload;
  return {
    kind: 'refusal-decision',
    ...shared,
    acceptedOn: file.acceptedOn ?? event.on,
    ...foundBy(note),
    reasons: [...findingLines(file.matter, findings), ...reasons.map(({ text }) => ({ text }))],
    insteadText: '符合修复条件后，可以依法再次提出申请。',
    remedies: remedyText(file.matter),
  };
}

/** 撤销信用修复决定书: what was found, and what follows by the law of that day, each with its article. */
export function revocation(file: ItemFile, shared: SharedContent, event: EventOf<'revoked'>): PaperContent {
  const { ground, finding, reasons, heard, consequences, grantedOn, grantDocNumber } = event.payload;
  return {
    kind: 'revocation-decision',
    ...shared,
    grantedOn,
    grantDocNumber,
    reasons: [{ text: groundWords[ground], evidence: finding }, ...reasons.map(({ text }) => ({ text }))],
    ...(heard === '' ? {} : { heardText: heard }),
    consequences: consequences.said.map(({ text, cites }) => ({
      text,
      ...(cites.length > 0 ? { citeText: cites.map(formatCitation).join('、') } : {}),
    })),
    remedies: remedyText(file.matter),
  };
}
