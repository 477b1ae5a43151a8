import type { FormContent } from '#contract/intake.ts';
import type { RecordView } from '#contract/record.ts';
import { barsLodging } from '#domain/intake/lodge-item.ts';
import type { AuthorisationWay, DocumentKind, IdentityWay, VisitorRelation } from '#domain/intake/window-visit.ts';
import { normaliseCode } from '#domain/uscc.ts';
import { dayText } from '../when.ts';
import type { Signed } from './SignatureField.tsx';
import type { Uploaded } from './UploadField.tsx';

/** Somebody at the counter as typed so far. */
export interface PersonTyped {
  readonly relation: VisitorRelation;
  readonly name: string;
  readonly document: DocumentKind;
  readonly documentNumber: string;
  /** Null until the clerk has said how it was checked: nothing is taken for checked. */
  readonly way: IdentityWay | null;
  readonly authorisation: AuthorisationWay | null;
  readonly authorisationNote: string;
  readonly authorisationScans: readonly Uploaded[];
}

export interface OriginalTyped {
  readonly name: string;
  readonly pages: string;
  readonly place: string;
  /** The promised day; empty: the window's usual one, which the server writes. */
  readonly returnBy: string;
}

/** One visit at the counter while it is being taken down. */
export interface Visit {
  readonly persons: readonly PersonTyped[];
  readonly chosen: readonly string[];
  readonly form: Partial<FormContent>;
  /** Telephone of the agent; name and number are those of the person checked. */
  readonly agentPhone: string;
  /** recordId → field key → text. */
  readonly extra: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** recordId → material key → files. */
  readonly files: Readonly<Record<string, Readonly<Record<string, readonly Uploaded[]>>>>;
  readonly agreed: boolean;
  readonly signed: Signed;
  readonly originals: readonly OriginalTyped[];
}

export const emptyPerson: PersonTyped = {
  relation: 'legal-rep',
  name: '',
  document: 'id-card',
  documentNumber: '',
  way: null,
  authorisation: null,
  authorisationNote: '',
  authorisationScans: [],
};

/** A visit as it begins: the form prefilled, one person to be checked, nothing else taken for granted. */
export function beginVisit(form: Partial<FormContent>): Visit {
  const organisation = form.subjectKind === 'organisation';
  return {
    persons: [
      {
        ...emptyPerson,
        relation: organisation ? 'legal-rep' : 'self',
        name: (form.subjectKind === 'person' ? form.name : form.legalRep) ?? '',
      },
    ],
    chosen: [],
    form,
    agentPhone: '',
    extra: {},
    files: {},
    agreed: false,
    signed: { way: 'paper', name: '', path: '', scans: [] },
    originals: [],
  };
}

/** The person who acts for the subject under an authority, if one is there. */
export const agentOf = (visit: Visit): PersonTyped | undefined => visit.persons.find((one) => one.relation === 'agent');

/** Whether the record may be ticked; otherwise a sentence why not. The same bars as in domain/intake/lodge-item.ts. */
export function notTickable(record: RecordView): string | null {
  const { verdict, application } = record.verdict;
  if (record.openItem) return `已经在办（${record.openItem.number}），不能重复申请。`;
  if (record.repairedOn) return '已经修复，不用再申请。';
  if (!barsLodging(record.verdict)) return null;
  if (application.from) return `${dayText(application.from)}起可以申请。`;
  return verdict === 'no-route' ? '没有申请修复的途径，原因见下。' : '现在不能申请，原因见下。';
}

/** Records by what can be done about them now, then the newest finding first. */
export function byWhatCanBeDone(rank: (verdict: string) => number) {
  return (a: RecordView, b: RecordView): number => {
    const blocked = Number(notTickable(a) !== null) - Number(notTickable(b) !== null);
    if (blocked !== 0) return blocked;
    const order = rank(a.verdict.verdict) - rank(b.verdict.verdict);
    return order !== 0 ? order : b.findingDate.localeCompare(a.findingDate);
  };
}

const ids = (files: readonly Uploaded[]) => files.map((one) => one.attachmentId);

/** The body of a joint application as the wire takes it; its draft's id is the request id, so that a repeat is the same request. */
export function submissionOf(visit: Visit, draftId: string, seen?: Record<string, number>) {
  const agent = agentOf(visit);
  const form = { registryOrgan: '', legalRep: '', ...visit.form } as FormContent;
  delete (form as Partial<FormContent>).agent;
  const name = visit.signed.name.trim();
  const signature =
    visit.signed.way === 'drawn'
      ? { way: 'drawn' as const, name, path: visit.signed.path }
      : { way: 'paper' as const, name, attachmentIds: ids(visit.signed.scans) };
  return {
    requestId: draftId,
    draftId,
    ...(seen ? { seen } : {}),
    form: agent
      ? {
          ...form,
          agent: { name: agent.name.trim(), identifier: normaliseCode(agent.documentNumber), phone: visit.agentPhone },
        }
      : form,
    items: visit.chosen.map((recordId) => ({
      recordId,
      extra: { ...visit.extra[recordId] },
      materials: Object.entries(visit.files[recordId] ?? {})
        .filter(([, files]) => files.length > 0)
        .map(([key, files]) => ({ key, attachmentIds: ids(files) })),
    })),
    commitment: { agreed: true as const, signature },
    visit: {
      persons: visit.persons.map((one) => ({
        relation: one.relation,
        name: one.name.trim(),
        document: one.document,
        documentNumber: normaliseCode(one.documentNumber),
        way: one.way ?? 'original',
        ...(one.relation === 'agent'
          ? {
              authorisation: {
                way: one.authorisation ?? 'none',
                attachmentIds: ids(one.authorisationScans),
                note: one.authorisationNote.trim(),
              },
            }
          : {}),
      })),
      // Every line that was begun: one left empty is a fault that is named, never dropped in silence.
      originals: visit.originals.map((one) => ({
        name: one.name.trim(),
        pages: Number(one.pages),
        place: one.place.trim(),
        ...(one.returnBy ? { returnBy: one.returnBy } : {}),
      })),
    },
  };
}

/** Faults of one ticked record, by what follows its place in the body: `extra.tax-ground`, `materials.proof`. */
export function faultsOf(faults: readonly { field: string; text: string }[], at: number): Record<string, string> {
  const before = `items.${at}.`;
  return Object.fromEntries(
    faults.filter((one) => one.field.startsWith(before)).map((one) => [one.field.slice(before.length), one.text]),
  );
}
