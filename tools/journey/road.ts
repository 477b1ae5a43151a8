import type { Static } from 'typebox';
import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type { Prefill, submitApplication } from '#contract/intake.ts';
import type { ItemSummary } from '#contract/item.ts';
import type { RecordView } from '#contract/record.ts';
import type { InventedRecords } from './invented-records.ts';
import { logInOfficer } from './log-in.ts';
import { openPerson, type Person, type Platform } from './person.ts';
import type { Sandbox } from './sandbox.ts';
import { need } from './steps.ts';
import type { RunRecord } from './told-records.ts';

/** A submitted joint application and who may look at it. */
export interface Submitted extends ReplyOf<typeof submitApplication> {
  readonly subjectKey: string;
}

/** An applicant's side of the road. */
export interface ApplicantSide {
  readonly person: Person;
  readonly subjectKey: string;
  readonly sandbox: Sandbox;
  readonly name: string;
}

/** What the steps hand on to one another. */
export interface Road {
  readonly platform: Platform;
  readonly guest: Person;
  /** Number of this run, in every document number it invents. */
  readonly run: string;
  today?: string;
  operator?: Person;
  invented?: InventedRecords;
  applicant?: ApplicantSide;
  prefill?: Static<typeof Prefill>;
  readonly records: Map<RunRecord, RecordView>;
  joint?: Submitted;
  window?: Submitted & { readonly clerk: Person; readonly sent: BodyOf<typeof submitApplication> };
  /** The item that waited for an outside system to come back. */
  waiting?: ItemSummary;
  readonly officers: Map<string, Person>;
}

/** The road before its first step. */
export function openRoad(url: URL): Road {
  const platform: Platform = { url, called: new Set() };
  // Seconds since the beginning of 2026: no two runs on one data folder have the same.
  const run = String(Math.floor((Date.now() - Date.UTC(2026, 0, 1)) / 1000));
  return { platform, guest: openPerson(platform), run, records: new Map(), officers: new Map() };
}

/** An officer of the demonstration, logged in once a run. */
export async function officerOf(road: Road, login: string): Promise<Person> {
  const known = road.officers.get(login) ?? (await logInOfficer(road.platform, login));
  road.officers.set(login, known);
  return known;
}

/** The record of this run with this part to play. */
export function recordOf(road: Road, which: RunRecord): RecordView {
  return need(road.records.get(which), `演练记录 ${which}`);
}

/** The item that the joint application holds for a record of this run. */
export function itemOf(road: Road, which: RunRecord): ItemSummary {
  const { recordId } = recordOf(road, which);
  const submitted = need(road.joint, '联办申请');
  return need(
    submitted.items.find((item) => item.recordId === recordId),
    `${which} 的办件`,
  );
}
