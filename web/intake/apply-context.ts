import { createContext, useContext } from 'react';
import type { Static } from 'typebox';
import type { SessionView } from '#contract/access.ts';
import type { MatterView } from '#contract/catalog.ts';
import type { DraftContent, DraftView, MatterChanged } from '#contract/drafts.ts';
import type { FormContent, Prefill } from '#contract/intake.ts';
import type { RecordView } from '#contract/record.ts';
import type { FieldProblem } from '../api-problem.ts';
import type { SignatureValue } from '../ui/SignaturePad.tsx';
import type { ChosenRecord } from './application-checks.ts';
import type { SaveState } from './use-draft.ts';

/** Everything the screens of one application work on. */
export interface Apply {
  readonly draftId: string;
  readonly subjectKey: string;
  readonly content: DraftContent;
  readonly state: SaveState;
  readonly records: readonly RecordView[];
  readonly matters: readonly MatterView[];
  readonly chosen: readonly ChosenRecord[];
  /** Shared data is being asked: which papers are needed may still become less. */
  readonly asking: boolean;
  readonly prefill: Static<typeof Prefill>;
  readonly today: string;
  /** How surely the login knows the person; submitting needs `high`. */
  readonly assurance: SessionView['assurance'];
  readonly agreed: boolean;
  readonly signature: SignatureValue;
  /** Matters that have another version than when the draft was begun. */
  readonly changed: readonly MatterChanged[];
  /** Versions of matters whose changes have been read on this screen. */
  readonly seen: Readonly<Record<string, number>>;
  acknowledge(changed: readonly MatterChanged[]): void;
  update(change: (content: DraftContent) => DraftContent): void;
  saveNow(): Promise<void>;
  sign(agreed: boolean, signature: SignatureValue): void;
  /** After another device saved too: goes on with this content, over what that device saved. */
  settle(theirs: Static<typeof DraftView>, chosen: DraftContent): void;
}

export const ApplyContext = createContext<Apply | null>(null);

/** What stops the whole form on one page, shown at each field; null where each task has a screen of its own. */
export const WholeFormFaults = createContext<readonly FieldProblem[] | null>(null);

/** The application being filled in; only below ApplyLayout. */
export function useApply(): Apply {
  return useContext(ApplyContext)!;
}

/** Changes fields of the form. */
export function withForm(change: Partial<FormContent>): (content: DraftContent) => DraftContent {
  return (content) => ({ ...content, form: { ...content.form, ...change } });
}

/** File names by attachment id, for this visit: the draft itself keeps only ids. */
export function rememberFile(id: string, file: { name: string; bytes: number; waiting: boolean }): void {
  sessionStorage.setItem(`file:${id}`, JSON.stringify(file));
}

/** Name and size of an attachment where this visit uploaded it. */
export function recallFile(id: string): { name: string; bytes?: number; waiting?: boolean } {
  try {
    return JSON.parse(sessionStorage.getItem(`file:${id}`) ?? 'null') ?? { name: '已上传的材料' };
  } catch {
    return { name: '已上传的材料' };
  }
}
