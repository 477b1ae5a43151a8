import { type PaperKind, paperTitles } from '#contract/paper-models.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { type SealedPdf, type Signer, SigningFailure, type SigningParty } from '../gateways/signing/signer.ts';
import type { PaperRow } from './paper-store.ts';
import { platformName } from './platform-name.ts';

/** Who seals a paper. */
export interface SealParty {
  readonly unitId: SigningParty;
  readonly unitName: string;
}

/** What an applicant says in his own name: the platform vouches for the file, no unit for what it says. */
const ownPapers: readonly PaperKind[] = ['joint-application-form', 'commitment'];

/**
 * The organ that a paper names, as a unit of the catalogue; papers of a unit that has another name by now are found by the one unit they
 * are filed under. Throws SigningFailure where there is none: a paper is not sealed by somebody else.
 */
export function sealPartyOf(paper: PaperRow, catalog: Catalog): SealParty {
  const platform = { unitId: 'platform', unitName: platformName } as const;
  const { organName } = paper.model.head;
  if (ownPapers.includes(paper.kind) || organName === platformName) return platform;
  const named = [...catalog.units.values()].find((unit) => unit.name === organName);
  const [filed, more] = paper.unit_ids;
  const unit = named ?? (more === undefined && filed !== undefined ? catalog.units.get(filed) : undefined);
  if (!unit) throw new SigningFailure('certificate-refused', `目录里没有名称为“${organName}”的单位，不能加盖它的签章`);
  return { unitId: unit.unitId, unitName: unit.name };
}

/** Seals a printed paper in the name of its organ. Throws SigningFailure. */
export async function sealPaper(
  signer: Signer,
  paper: PaperRow,
  pdf: Uint8Array,
  party: SealParty,
  at: Date,
): Promise<SealedPdf> {
  const title = paper.model.head.title ?? paperTitles[paper.kind];
  const reason = [title, paper.doc_number].filter(Boolean).join(' ');
  return signer.sealPdf({ ...party, pdf, reason, at });
}
