import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findFaults } from './check-imports.ts';
import { findImports, isOnlyReexports } from './find-imports.ts';
import { mayImport } from './import-rules.ts';

const from = (file: string, specifier: string) => mayImport(file, findImports(file, `import '${specifier}';`)[0]!);

describe('directions', () => {
  test.each([
    ['domain/casework/decide-item.ts', '#law/periods.ts'],
    ['domain/casework/decide-item.ts', '../item/evolve.ts'],
    ['contract/casework.ts', './item.ts'],
    ['server/casework/decide.ts', '../platform/http.ts'],
    ['server/casework/decide.ts', 'pg'],
    ['server/app.ts', './supervision/routes.ts'],
    ['web/app/main.tsx', '../supervision/Figures.tsx'],
    ['sandbox/main.ts', '#server/platform/load-config.ts'],
    ['law/periods.test.ts', 'fast-check'],
    ['server/gateways/open-gateways.test.ts', '#sandbox/open-sandbox.ts'],
  ])('%s may import %s', (file, specifier) => {
    expect(from(file, specifier)).toBeUndefined();
  });

  test.each([
    ['law/periods.ts', '#domain/plain-date.ts', 'law 不能引用 domain'],
    ['law/periods.ts', 'node:fs', '不用任何软件包'],
    ['domain/item/evolve.ts', 'typebox', '不用任何软件包'],
    ['domain/item/evolve.ts', '../casework/decide-item.ts', '上游'],
    ['contract/item.ts', './casework.ts', '上游'],
    ['contract/item.ts', 'fastify', 'typebox'],
    ['server/intake/lodge.ts', '../casework/decide.ts', '上游'],
    ['server/platform/http.ts', '../access/authenticate.ts', 'platform'],
    ['server/gateways/court/client.ts', '../../item/ledger.ts', '不认识'],
    ['server/item/ledger.ts', '../../web/api.ts', 'server 不能引用 web'],
    ['server/item/ledger.ts', '#sandbox/main.ts', 'server 不能引用 sandbox'],
    ['server/item/ledger.ts', '../testing/world.ts', '测试代码'],
    ['server/item/ledger.ts', '../../domain/item/evolve.ts', '#domain/'],
    ['web/ui/Table.tsx', '../casework/Queue.tsx', '不认识'],
    ['web/casework/Queue.tsx', '#server/item/ledger.ts', 'web 不能引用 server'],
    ['web/casework/Queue.tsx', 'node:fs', '浏览器'],
    ['sandbox/main.ts', '#server/item/ledger.ts', 'server/platform'],
  ])('%s may not import %s', (file, specifier, why) => {
    expect(from(file, specifier)).toContain(why);
  });
});

test('imports are found in all their spellings, comments aside', () => {
  const text = [
    "import { a } from './a.ts';",
    "import type { B } from './b.ts';",
    'import {\n  c,\n  d,\n} from "./c.ts";',
    "export { e } from './e.ts';",
    "import './f.css';",
    "const g = await import('./g.ts');",
    "// import './no.ts';",
    "/* import './no.ts'; */",
  ].join('\n');
  const found = findImports('web/x.ts', text).map(({ target, typeOnly }) => `${target}${typeOnly ? ' type' : ''}`);
  expect(found).toEqual(['web/a.ts', 'web/b.ts type', 'web/c.ts', 'web/e.ts', 'web/f.css', 'web/g.ts']);
});

test('a file that only passes on is told from one that also says something', () => {
  expect(isOnlyReexports("export * from './a.ts';\nexport { b } from './b.ts';\n")).toBe(true);
  expect(isOnlyReexports("export { b } from './b.ts';\nexport const c = 1;\n")).toBe(false);
  expect(isOnlyReexports('')).toBe(false);
});

describe('a tree of files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'check-imports-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }

  test('circles, empty names and long files are found; circles of types alone are none', () => {
    write('domain/item/a.ts', "import { b } from './b.ts';\nexport const a = b;\n");
    write('domain/item/b.ts', "import { a } from './a.ts';\nexport const b = a;\n");
    write('domain/item/c.ts', "import type { D } from './d.ts';\nexport type C = D;\n");
    write('domain/item/d.ts', "import type { C } from './c.ts';\nexport type D = C;\n");
    write('server/item/utils.ts', 'export const x = 1;\n');
    write('web/item/Long.tsx', 'export const x = 1;\n'.repeat(251));
    expect(findFaults(folder)).toEqual([
      'server/item/utils.ts 的名字没有说明内容',
      'web/item/Long.tsx 有 251 行，上限 250 行',
      '循环引用：domain/item/a.ts → domain/item/b.ts → domain/item/a.ts',
    ]);
  });
});
