import type { DraftContent } from '#contract/drafts.ts';
import type { Uploaded } from './UploadField.tsx';
import { emptyPerson, type PersonTyped, type Visit } from './visit.ts';

/** A visit as it is kept on the server: everything as typed, files by their ids with the names to show again. */
export function draftOf(visit: Visit): DraftContent {
  const materials = Object.fromEntries(
    Object.entries(visit.files).map(([recordId, byKey]) => [
      recordId,
      Object.fromEntries(Object.entries(byKey).map(([key, files]) => [key, files.map((one) => one.attachmentId)])),
    ]),
  );
  const all = [
    ...Object.values(visit.files).flatMap((byKey) => Object.values(byKey).flat()),
    ...visit.signed.scans,
    ...visit.persons.flatMap((one) => one.authorisationScans),
  ];
  const { agent: _, ...form } = visit.form;
  return {
    recordIds: [...visit.chosen],
    form: visit.agentPhone ? { ...form, agent: { name: '', identifier: '', phone: visit.agentPhone } } : form,
    extra: Object.fromEntries(Object.entries(visit.extra).map(([id, fields]) => [id, { ...fields }])),
    materials,
    counter: {
      persons: visit.persons.map(personDraft),
      originals: visit.originals.map((one) => ({ ...one })),
      agreed: visit.agreed,
      signature: { way: visit.signed.way, name: visit.signed.name, path: visit.signed.path },
      scans: visit.signed.scans.map((one) => one.attachmentId),
      uploads: [...new Map(all.map((one) => [one.attachmentId, uploadDraft(one)])).values()],
    },
  };
}

const uploadDraft = ({ attachmentId, materialKey, fileName, mediaType, bytes, digest }: Uploaded) => ({
  attachmentId,
  materialKey,
  fileName,
  mediaType,
  bytes,
  digest,
});

function personDraft(one: PersonTyped) {
  return {
    relation: one.relation,
    name: one.name,
    document: one.document,
    documentNumber: one.documentNumber,
    ...(one.way ? { way: one.way } : {}),
    ...(one.authorisation
      ? {
          authorisation: {
            way: one.authorisation,
            attachmentIds: one.authorisationScans.map((file) => file.attachmentId),
            note: one.authorisationNote,
          },
        }
      : {}),
  };
}

/** The visit that a draft holds; `begun` fills what a draft of another kind (or an earlier release) does not say. */
export function visitOf(content: DraftContent, begun: Visit): Visit {
  const { counter } = content;
  const known = new Map((counter?.uploads ?? []).map((one) => [one.attachmentId, one as Uploaded]));
  const filesOf = (ids: readonly string[]) => ids.flatMap((id) => known.get(id) ?? []);
  const { agent, ...form } = content.form;
  return {
    ...begun,
    chosen: content.recordIds,
    form: { ...begun.form, ...form },
    agentPhone: agent?.phone ?? '',
    extra: content.extra,
    files: Object.fromEntries(
      Object.entries(content.materials).map(([recordId, byKey]) => [
        recordId,
        Object.fromEntries(Object.entries(byKey).map(([key, ids]) => [key, filesOf(ids)])),
      ]),
    ),
    ...(counter
      ? {
          persons: counter.persons.map((one) => ({
            ...emptyPerson,
            relation: one.relation ?? emptyPerson.relation,
            name: one.name ?? '',
            document: one.document ?? emptyPerson.document,
            documentNumber: one.documentNumber ?? '',
            way: one.way ?? null,
            authorisation: one.authorisation?.way ?? null,
            authorisationNote: one.authorisation?.note ?? '',
            authorisationScans: filesOf(one.authorisation?.attachmentIds ?? []),
          })),
          originals: counter.originals.map((one) => ({ ...one, returnBy: one.returnBy ?? '' })),
          agreed: counter.agreed,
          signed: {
            way: counter.signature.way === 'drawn' ? ('drawn' as const) : ('paper' as const),
            name: counter.signature.name,
            path: counter.signature.path,
            scans: filesOf(counter.scans),
          },
        }
      : {}),
  };
}
