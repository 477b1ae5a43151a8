import { createContext, useContext, useMemo, useState } from 'react';
import type { ItemView } from '#contract/casework.ts';
import { useRemembered } from '../../office/remembered.ts';
import { useOfficer } from '../../office/session.ts';
import { type FilePaper, paperAfter, papersOfFile } from './papers-of-file.ts';

/** What stands beside the paper where the screen has no room for everything. */
export const panes = ['form', 'conditions', 'acts'] as const;
export type Pane = (typeof panes)[number];
/** The parts of the file, one at a time where nothing is compared. */
export const fileParts = ['form', 'files', 'papers', 'exchanges'] as const;
export type FilePart = (typeof fileParts)[number];

/** 对照阅读: what of the file is on the screen. */
export interface Reading {
  readonly on: boolean;
  readonly papers: readonly FilePaper[];
  /** The paper beside the form. */
  readonly shown: FilePaper | undefined;
  readonly pane: Pane;
  readonly part: FilePart;
  /** Key of the condition that is being looked at; null for none. */
  readonly condition: string | null;
  readonly turn: (on: boolean) => void;
  readonly showPane: (pane: Pane) => void;
  readonly showPart: (part: FilePart) => void;
  /** Opens a paper beside the form; with the condition it is to show. */
  readonly open: (id: string, condition?: string) => void;
  /** The same where one already reads it. */
  readonly choose: (id: string) => void;
  readonly step: (by: 1 | -1) => void;
  readonly leaveCondition: () => void;
}

const Context = createContext<Reading | null>(null);
export const ReadingProvider = Context.Provider;

/** The reading of the item's page this stands in. */
export function useReading(): Reading {
  const reading = useContext(Context);
  if (!reading) throw new Error('outside of an item page');
  return reading;
}

/** To the paper, once it is on the page. */
export function scrollToPaper(): void {
  requestAnimationFrame(() => document.querySelector('.workspace-paper')?.scrollIntoView({ block: 'start' }));
}

/** Whether one compares is remembered for this person on this machine; what is open lasts as long as the page. */
export function useReadingOf(view: ItemView): Reading {
  const { officerId } = useOfficer();
  const [on, turn] = useRemembered(`reading-${officerId}`, false);
  const [id, choose] = useState<string | null>(null);
  const [pane, showPane] = useState<Pane>('form');
  const [part, showPart] = useState<FilePart>('form');
  const [condition, look] = useState<string | null>(null);
  const papers = useMemo(() => papersOfFile(view), [view]);
  const shown = papers.find((one) => one.id === id) ?? papers[0];
  return {
    on: on && papers.length > 0,
    papers,
    shown,
    pane,
    part,
    condition,
    turn,
    showPane,
    showPart,
    open: (paper, about) => {
      choose(paper);
      turn(true);
      // On a phone the paper stands below the form: one press leads to it.
      if (window.matchMedia('(max-width: 760px)').matches) scrollToPaper();
      if (about !== undefined) {
        look(about);
        showPane('form');
      }
    },
    choose,
    step: (by) => choose(paperAfter(papers, shown?.id ?? null, by)?.id ?? null),
    leaveCondition: () => look(null),
  };
}
