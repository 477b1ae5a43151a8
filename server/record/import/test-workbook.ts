import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a hand-made archive; `claims` is the unpacked size its directory entry tells, the true one unless given. */
export interface TestPart {
  readonly name: string;
  readonly content: string | Buffer;
  readonly claims?: number;
}

/** Bytes of a ZIP archive, sound or not: tests need archives that no library would write. */
export function zipOf(parts: readonly TestPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content as string);
    const packed = deflateRawSync(content);
    const name = Buffer.from(part.name);
    const sizes = Buffer.alloc(26);
    sizes.writeUInt16LE(20, 0);
    sizes.writeUInt16LE(8, 4);
    sizes.writeUInt32LE(crc32(content), 10);
    sizes.writeUInt32LE(packed.length, 14);
    sizes.writeUInt32LE(part.claims ?? content.length, 18);
    sizes.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    files.push(Buffer.from('PK\x03\x04', 'latin1'), sizes, name, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), sizes, place, name);
    offset += 30 + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, listed, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

/** The parts of a workbook with one sheet of the given XML; more or other parts may follow. */
export function workbookParts(sheetXml: string, more: readonly TestPart[] = []): TestPart[] {
  const parts: TestPart[] = [
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      content:
        '<x:workbook xmlns:x="m"><x:sheets><x:sheet name="表&amp;一" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content:
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/sharedStrings.xml"/><Relationship Id="rId9" TargetMode="External" Target="http://example.invalid/x.xlsx"/></Relationships>',
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheetXml },
  ];
  return [...parts.filter((part) => more.every((other) => other.name !== part.name)), ...more];
}

/** A folder for the files of a test, removed by `remove`. */
export function testFolder(): { put(name: string, content: string | Buffer): string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  return {
    put(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
