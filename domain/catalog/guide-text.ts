import type { MatterLimits, MatterMaterial } from './catalog.ts';

/** A sentence of the guide with the citation ids it rests on; never without one. */
export interface Cited {
  readonly text: string;
  readonly cites: readonly string[];
}

/** One step of the way, with its limit in words. */
export interface GuideStep extends Cited {
  readonly title: string;
  readonly limit: string | null;
}

/** A way in: where an application for a matter can be handed in. `link` null where the address is the office's own. */
export interface GuideDoor {
  readonly name: string;
  readonly text: string;
  readonly link: string | null;
}

/** A question people ask and what catalogue and law answer. */
export interface GuideQuestion {
  readonly key: string;
  readonly question: string;
  readonly answers: readonly Cited[];
}

/** A part of the front matter (附件2). */
export interface GuideSection {
  readonly title: string;
  readonly lines: readonly Cited[];
}

/** What is served as a material: who has it, why it is needed and by which clause. */
export type GuideMaterial = Pick<MatterMaterial, 'key' | 'name' | 'why' | 'required' | 'source' | 'cites'>;

/** The guide of one matter on one day, for everywhere: what its version and digest are made of. Units are told apart by region elsewhere. */
export interface MatterGuide {
  readonly matterKey: string;
  readonly position: number;
  readonly name: string;
  /** The layer for people who do not read law, seven questions. */
  readonly plain: readonly GuideQuestion[];
  readonly what: readonly Cited[];
  readonly who: readonly Cited[];
  readonly conditions: readonly Cited[];
  readonly periods: readonly Cited[];
  readonly materials: readonly GuideMaterial[];
  readonly steps: readonly GuideStep[];
  readonly limits: MatterLimits;
  /** What stands beside the limits: another channel's, what is open. */
  readonly limitNotes: readonly Cited[];
  readonly results: readonly Cited[];
  readonly remedies: readonly Cited[];
  readonly doors: readonly GuideDoor[];
  readonly fee: Cited;
  readonly questions: readonly GuideQuestion[];
  /** What named offices have settled in writing under the texts. */
  readonly confirmed: readonly Cited[];
  readonly openQuestions: readonly string[];
}

/** 《信用修复一件事指引》 of one day. */
export interface WholeGuide {
  readonly title: string;
  readonly front: readonly GuideSection[];
  readonly matters: readonly MatterGuide[];
}

/** A sentence with its clauses. */
export function say(text: string, ...cites: readonly string[]): Cited {
  return { text, cites: [...new Set(cites)] };
}
