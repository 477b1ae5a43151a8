import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../platform/database.ts';
import { openDatabase } from '../platform/database.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { takeDocNumber } from './document-number.ts';
import { orderPaper, type PaperOrder } from './order-paper.ts';
import { catalogUnits } from './unit-names.ts';
import { readVerificationCode, verificationCode } from './verification-code.ts';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase({ seeded: false });
  db = openDatabase(database.appUrl, { max: 4, onError: () => {} });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const unit = catalogUnits().find((one) => one.unitId === 'emergency-360100')!;
const settings = { appSecret: 'a-secret-of-these-tests', publicUrl: 'https://xyxf.example.cn', demo: false };
const now = new Date('2026-05-06T02:00:00Z');
const order: PaperOrder = {
  subjectKey: '0198f0c2-7b1e-7cc0-9a55-000000000001',
  paperId: '0198f0c2-7b1e-7cc0-9a55-000000000002',
  applicationId: null,
  itemId: null,
  recordId: '0198f0c2-7b1e-7cc0-9a55-000000000003',
  organName: unit.name,
  number: { unit, kind: 'repair-notice' },
  issuedOn: '2026-05-06',
  content: {
    kind: 'commitment',
    subject: { kind: 'organisation', name: '示例公司', identifier: '91360100MA0000000X' },
  },
  units: [unit],
  windowUnitId: null,
};

describe('ordering a paper', () => {
  test('a unit orders one before anybody applied, under its own view: number, code and job come with it', async () => {
    const own = { sees: 'unit', unit: unit.unitId } as const;
    expect(await db.transaction(own, (tx) => orderPaper(tx, settings, order, now))).toBe(true);
    expect(await db.transaction(own, (tx) => orderPaper(tx, settings, order, now))).toBe(false);
    const rows = await db.read(own, (tx) => tx.run('select doc_number, state, model, region_path from paper'));
    const code = verificationCode(settings.appSecret, order.subjectKey, order.paperId);
    expect(rows).toMatchObject([
      {
        doc_number: '洪应急信修告〔2026〕1号',
        state: 'ordered',
        region_path: ['36', '3601'],
        model: {
          kind: 'commitment',
          head: {
            docNumber: '洪应急信修告〔2026〕1号',
            seal: 'space',
            verification: { code, url: `https://xyxf.example.cn/verify/${code}` },
          },
        },
      },
    ]);
    const jobs = await db.read(own, (tx) => tx.run('select task, payload from outbox'));
    expect(jobs).toEqual([{ task: 'print-paper', payload: { subjectKey: order.subjectKey, paperId: order.paperId } }]);
    const other = { sees: 'unit', unit: 'emergency-360200' } as const;
    expect(await db.read(other, (tx) => tx.run('select 1 from paper'))).toEqual([]);
  });
});

describe('document numbers', () => {
  test('a series for each unit, kind and year, without gaps: a rollback gives the number again', async () => {
    const take = (kind: 'grant-decision' | 'refusal-decision', day: string) =>
      db.transaction({ sees: 'all' }, (tx) => takeDocNumber(tx, unit, kind, day));
    expect(await take('grant-decision', '2026-05-06')).toBe('洪应急信修准〔2026〕1号');
    const broken = db.transaction({ sees: 'all' }, async (tx) => {
      await takeDocNumber(tx, unit, 'grant-decision', '2026-05-06');
      throw new Error('the act fails');
    });
    await expect(broken).rejects.toThrow('the act fails');
    const many = await Promise.all(Array.from({ length: 8 }, () => take('grant-decision', '2026-12-31')));
    expect(many.sort()).toEqual(Array.from({ length: 8 }, (_, index) => `洪应急信修准〔2026〕${index + 2}号`));
    expect(await take('refusal-decision', '2026-05-06')).toBe('洪应急信修不准〔2026〕1号');
    expect(await take('grant-decision', '2027-01-01')).toBe('洪应急信修准〔2027〕1号');
  });
});

/** As an input method in its full-width mode writes it. */
const fullWidth = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

describe('verification codes', () => {
  test('are read back in any spelling', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (subject, paper) => {
        const code = verificationCode('s', subject, paper);
        expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){2}[2-9A-HJ-NP-Z]{4}$/);
        expect(readVerificationCode(` ${code.toLowerCase().replaceAll('-', '')} `)).toBe(code);
        expect(readVerificationCode(code.replaceAll('-', '　'))).toBe(code);
        expect(readVerificationCode(fullWidth(code))).toBe(code);
      }),
      { numRuns: 100 },
    );
    for (const wrong of ['', 'ABC', 'ABCD-EFGH-JKLM-N', '查询码']) expect(readVerificationCode(wrong)).toBeUndefined();
  });
});
