import type { AttachmentView } from '#contract/attachments.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { openClamdClient } from '../gateways/scanner/clamd-client.ts';
import type { ScannerPort } from '../gateways/scanner/scanner-port.ts';
import { type Applicant, ledgerActor, type Officer } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Config } from '../platform/config.ts';
import type { Scope, Tx } from '../platform/database.ts';
import { orderJobs } from '../platform/outbox.ts';
import { v7 } from '../platform/uuid.ts';
import { findByRequest, insertAttachment, type NewAttachment, toAttachmentView } from './attachment-store.ts';
import { digestOf } from './files/digest-of.ts';
import { nameFor } from './files/file-kinds.ts';
import { inspectFile } from './files/inspect-file.ts';

/** While somebody waits; the task that asks again has more patience. */
const patienceMs = 12_000;

/** The scanner that the settings name; none where they name none. */
export function scannerOf(config: Config, timeoutMs = patienceMs): ScannerPort | undefined {
  return config.clamavAddress === '' ? undefined : openClamdClient({ address: config.clamavAddress, timeoutMs });
}

/** A whole file that has come in, by whichever way. */
export interface ArrivedFile {
  readonly actor: Applicant | Officer;
  readonly scope: Scope;
  readonly subjectKey: string;
  readonly requestId: string;
  readonly materialKey: string;
  readonly fileName: string;
  readonly content: Buffer;
}

type Scanned = Pick<NewAttachment, 'scan' | 'scanned_at' | 'scan_found'>;

/**
 * Looks into a file, has it scanned and keeps it. A file that must not be kept leaves nothing behind; a scanner that cannot be asked
 * loses no file: it is kept, marked, and asked about again later. `beside` runs in the same transaction.
 */
export async function keepFile(
  services: Services,
  file: ArrivedFile,
  beside: (tx: Tx) => Promise<unknown> = async () => undefined,
): Promise<AttachmentView | Refusal> {
  const inspected = await inspectFile(file.content, services.config.pdfPageLimit);
  if (isRefusal(inspected)) return inspected;
  const scanned = await scan(services, inspected.content);
  if (isRefusal(scanned)) return scanned;
  const { actor, subjectKey, requestId } = file;
  const now = services.clock.now();
  return services.db.transaction(file.scope, async (tx) => {
    await beside(tx);
    const kept = await insertAttachment(tx, {
      ...scanned,
      subject_key: subjectKey,
      attachment_id: v7(now),
      request_id: requestId,
      material_key: file.materialKey,
      file_name: nameFor(file.fileName, inspected.kind),
      media_type: inspected.kind,
      bytes: inspected.content.length,
      digest: digestOf(inspected.content),
      pages: inspected.pages,
      content: inspected.content,
      uploaded_by: ledgerActor(actor, subjectKey),
      uploaded_at: now,
      window_unit_id: actor.kind === 'officer' ? actor.unit.unitId : null,
    });
    if (kept?.scan === 'waiting')
      await orderJobs(
        tx,
        subjectKey,
        [{ task: 'scan-attachment', payload: { attachmentId: kept.attachment_id } }],
        now,
      );
    // The other half of a double request was faster.
    return toAttachmentView(kept ?? (await findByRequest(tx, subjectKey, requestId))!);
  });
}

async function scan(services: Services, content: Buffer): Promise<Scanned | Refusal> {
  const scanner = scannerOf(services.config);
  if (!scanner) return { scan: 'received', scanned_at: null, scan_found: null };
  const said = await scanner.scan(content);
  const at = services.clock.now();
  if (said.verdict === 'clean') return { scan: 'clean', scanned_at: at, scan_found: null };
  if (said.verdict === 'unavailable') {
    services.log.warn({ why: said.why }, 'scanner cannot be asked; the file waits');
    return { scan: 'waiting', scanned_at: at, scan_found: said.why };
  }
  services.log.warn({ found: said.found }, 'infected file refused');
  const text = '这份文件里查出了病毒，没有保存。请在没有病毒的手机或电脑上重新拍照、重新导出后再传。';
  return refuse('invalid', 'file-infected', text, { fields: [{ field: 'file', text }] });
}
