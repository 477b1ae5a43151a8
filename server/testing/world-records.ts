import { randomUUID } from 'node:crypto';
import { makeCitizenId } from '#domain/citizen-id.ts';
import type { Services } from '../platform/app-context.ts';
import { type Database, insertRows } from '../platform/database.ts';
import { v7 } from '../platform/uuid.ts';

/** What a record of a test says beside the usual. */
export interface NewRecord {
  readonly matterKey?: string;
  readonly recordType?: 'penalty' | 'abnormal' | 'serious-list' | 'judgment';
  readonly unitId?: string;
  readonly regionCode?: string;
  readonly organName?: string;
  readonly findingDate?: string;
  readonly publishedDate?: string | null;
  readonly facts?: object;
  readonly dutiesPerformed?: boolean;
  readonly class?: 'minor' | 'general' | 'serious' | null;
}

let serial = 0;

/** Puts a record into the database as an import would. */
export async function makeRecord(db: Database, now: Date, subjectKey: string, over: NewRecord): Promise<string> {
  serial += 1;
  const recordId = v7(now);
  const it = {
    matterKey: 'work-safety',
    recordType: 'serious-list',
    unitId: 'emergency-360100',
    regionCode: '360100',
    organName: '南昌市应急管理局',
    findingDate: '2025-06-02',
    publishedDate: '2025-06-10',
    facts: { penalties: [], act: '示例事由' },
    dutiesPerformed: true,
    class: null,
    ...over,
  };
  await db.read({ sees: 'all' }, (tx) =>
    insertRows(
      tx,
      'record',
      [
        'subject_key',
        'record_id',
        'matter_key',
        'record_type',
        'natural_key',
        'digest',
        'doc_number',
        'finding_date',
        'published_date',
        'organ_name',
        'unit_id',
        'region_code',
        'facts',
        'duties_performed',
        'class',
        'created_at',
        'updated_at',
      ],
      [
        [
          subjectKey,
          recordId,
          it.matterKey,
          it.recordType,
          `key-${serial}`,
          `digest-${serial}`,
          `示例〔2025〕${serial}号`,
          it.findingDate,
          it.publishedDate,
          it.organName,
          it.unitId,
          it.regionCode,
          JSON.stringify(it.facts),
          it.dutiesPerformed,
          it.class,
          now,
          now,
        ],
      ],
    ),
  );
  return recordId;
}

/** The body of a joint application with everything the matters ask for, files included. */
export async function makeApplication(
  services: Services,
  subjectKey: string,
  recordIds: readonly string[],
  windowUnitId?: string,
): Promise<ReturnType<typeof submission>> {
  const { matters } = await services.catalog();
  const now = services.clock.now();
  const items = await services.db.read({ sees: 'all' }, async (tx) => {
    const built = [];
    for (const recordId of recordIds) {
      const [row] = await tx.run<{ matter_key: string }>(
        'select matter_key from record where subject_key = $1 and record_id = $2',
        [subjectKey, recordId],
      );
      const matter = matters.find((one) => one.matterKey === row?.matter_key)!;
      const materials = [];
      for (const one of matter.materials.filter((material) => material.required && material.source === 'applicant')) {
        const attachmentId = v7(now);
        materials.push({ key: one.key, attachmentIds: [attachmentId] });
        await insertRows(
          tx,
          'attachment',
          [
            'subject_key',
            'attachment_id',
            'material_key',
            'file_name',
            'media_type',
            'bytes',
            'digest',
            'content',
            'uploaded_by',
            'uploaded_at',
            'window_unit_id',
          ],
          [
            [
              subjectKey,
              attachmentId,
              one.key,
              `${one.name}.pdf`,
              'application/pdf',
              9,
              '0'.repeat(64),
              Buffer.from('%PDF-1.4\n'),
              '{}',
              now,
              windowUnitId ?? null,
            ],
          ],
        );
      }
      const extra = Object.fromEntries(
        matter.extraFields
          .filter((field) => field.required)
          .map((field) => [field.key, field.choices?.[0] ?? (field.type === 'date' ? '2026-03-02' : '示例')]),
      );
      built.push({ recordId, extra, materials });
    }
    return built;
  });
  return submission(recordIds, windowUnitId ? { items, ...atCounter() } : { items });
}

/** What a window notes beside the form: the person in charge, known by an identity card, who signed on the screen. */
function atCounter() {
  return {
    visit: {
      persons: [
        {
          relation: 'legal-rep',
          name: '示例甲',
          document: 'id-card',
          documentNumber: makeCitizenId('36010219900101000'),
          way: 'reader',
        },
      ],
      originals: [],
    },
    commitment: { agreed: true, signature: { way: 'drawn', name: '示例甲', path: 'M10,10 L90,40' } },
  };
}

/** A joint application over records, as the web sends it. */
export function submission(recordIds: readonly string[], over: Record<string, unknown> = {}) {
  return {
    requestId: randomUUID(),
    form: {
      subjectKind: 'organisation',
      name: '示例有限公司',
      identifier: '91360102MAEXAMP012',
      address: '南昌市东湖区示例路1号',
      phone: '13900000001',
      registryOrgan: '南昌市东湖区市场监督管理局',
      legalRep: '示例甲',
      facts: '已经改正并缴清罚款。',
    },
    items: recordIds.map((recordId) => ({ recordId, extra: {}, materials: [] })),
    commitment: { agreed: true, signature: { way: 'typed', name: '示例甲' } },
    ...over,
  };
}
