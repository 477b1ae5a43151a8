import type { PublicPaper } from '#contract/notice.ts';
import { paperTitles } from '#contract/paper-models.ts';
import { formatChinese } from '#domain/plain-date.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { readVerificationCode } from '../catalog/verification-code.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { findStanding, type Standing } from './paper-standing.ts';
import { findPaperByCode, findPaperByDigest, type PaperRow } from './paper-store.ts';
import { platformName } from './platform-name.ts';

const everything = { sees: 'all' } as const;

interface Found {
  readonly paper: PaperRow;
  readonly standing: Standing;
}

/**
 * What the public page of a paper's code confirms. With a document number, both must be of one paper. Which of the two is wrong is not
 * said: a code alone is what the paper bears.
 */
export async function verifyPaper(services: Services, typed: string, number?: string): Promise<PublicPaper | Refusal> {
  const code = readVerificationCode(typed);
  const found = code && (await services.db.read(everything, (tx) => withStanding(tx, findPaperByCode(tx, code))));
  const fits = found && (!number?.trim() || plain(number) === plain(found.paper.doc_number ?? ''));
  if (!found || !fits)
    return refuse(
      'not-found',
      'paper-unknown',
      number?.trim()
        ? '没有这个文号和验证码的文书。请核对是否抄写正确；确认无误仍查不到的，这份文书不是本平台制发的。'
        : '没有这个验证码的文书。请核对是否抄写正确；确认无误仍查不到的，这份文书不是本平台制发的。',
    );
  return toPublic(services, found);
}

/** The same of a file, known by its SHA-256 (hex) alone. */
export async function verifyFile(services: Services, digest: string): Promise<PublicPaper | Refusal> {
  const found = await services.db.read(everything, (tx) => withStanding(tx, findPaperByDigest(tx, digest)));
  return found
    ? toPublic(services, found)
    : refuse(
        'not-found',
        'file-unknown',
        '这个文件不是本平台发出的文书原件：可能被改过、另存过，或者不是本平台的文书。',
      );
}

async function withStanding(tx: Tx, asked: Promise<PaperRow | undefined>): Promise<Found | undefined> {
  const paper = await asked;
  return paper && { paper, standing: await findStanding(tx, paper) };
}

/** Brackets of a year come in three forms, and people add blanks. */
const plain = (number: string) =>
  number
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[[(【〔]/g, '〔')
    .replace(/[\])】〕]/g, '〕');

async function toPublic(services: Services, { paper, standing }: Found): Promise<PublicPaper> {
  const { head } = paper.model;
  const printed = paper.state === 'printed';
  const catalog = await services.catalog();
  const sealer = paper.seal_party === 'platform' ? platformName : catalog.units.get(paper.seal_party ?? '')?.name;
  return {
    code: paper.verification_code,
    title: head.title ?? paperTitles[paper.kind],
    docNumber: paper.doc_number,
    issuedOn: paper.issued_on,
    issuer: head.organName,
    // That a print failed is ours to mend and nobody's business outside: the paper is being made.
    state: printed ? standing.state : 'making',
    stateText: printed ? sentenceOf(standing) : '这份文书正在生成，稍后就可以核对文件。',
    endedOn: printed ? standing.endedOn : null,
    seal:
      printed && paper.sealed_at && paper.seal_certificate
        ? {
            by: sealer ?? head.organName,
            at: paper.sealed_at,
            certificate: paper.seal_certificate,
            timeStampedAt: paper.time_stamped_at,
          }
        : null,
    digestAlgorithm: 'SHA-256',
    digest: paper.digest,
    digestSm3: paper.digest_sm3,
  };
}

function sentenceOf({ state, endedOn }: Standing): string | null {
  const since = endedOn ? `${formatChinese(endedOn)}` : '';
  if (state === 'revoked') return `${since}已经依法撤销，不再有效。`;
  if (state === 'replaced') return `${since}已经换发新的版本，请以新的为准。`;
  if (state === 'ended') return `${since}起临时屏蔽已经结束，恢复公示。`;
  return null;
}
