import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findCircles } from './find-circles.ts';
import { findImports, type Import, isOnlyReexports } from './find-imports.ts';
import { mayImport } from './import-rules.ts';

/** Names that say nothing about what is inside. */
const emptyNames = /^(utils?|helpers?|common|shared|misc|types?|managers?|services?|handlers?|base|data|info|index)$/;

/** Files that may be longer than 250 lines, tests aside, each with its reason. */
const longFiles: Readonly<Record<string, string>> = {
  'law/list-matters.ts': '法条数据：一事项一段',
  'law/sources.ts': '法条数据：文件目录',
};
const longest = 250;

const root = resolve(import.meta.dirname, '..');
const sources = '{law,domain,contract,db,server,sandbox,web,documents,e2e,bench,samples,tools}/**/*.{ts,tsx}';

/** Looks at every source file: directions of imports, circles, barrels, names, length. One sentence for each fault. */
export function findFaults(folder = root): string[] {
  const files = globSync(sources, { cwd: folder, exclude: ['**/node_modules/**', '**/*.d.ts'] }).sort();
  const graph = new Map<string, Import[]>();
  const faults: string[] = [];
  for (const file of files) {
    const text = readFileSync(resolve(folder, file), 'utf8');
    const imports = findImports(file, text);
    graph.set(file, imports);
    for (const each of imports) {
      const why = mayImport(file, each);
      if (why !== undefined) faults.push(`${file} 引用了 ${each.specifier}：${why}`);
    }
    if (isOnlyReexports(text)) faults.push(`${file} 只是转出别的文件：直接引用原文件`);
    const words = file.split('/').map((part) => part.replace(/(\.test)?\.tsx?$/, ''));
    if (words.some((word) => emptyNames.test(word))) faults.push(`${file} 的名字没有说明内容`);
    const lines = text.split('\n').length - 1;
    if (lines > longest && !/\.test\.tsx?$/.test(file) && longFiles[file] === undefined) {
      faults.push(`${file} 有 ${lines} 行，上限 ${longest} 行`);
    }
  }
  for (const circle of findCircles(graph)) faults.push(`循环引用：${circle.join(' → ')}`);
  return faults;
}
