import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareWithGolden, drawPapers, goldenFolder, keepAsGolden } from './papers/golden-papers.ts';

/** `node tools/golden-papers.ts`: says which papers look otherwise than kept; with `--keep` their look now is kept. */
const drawn = await drawPapers();
const differences = compareWithGolden(drawn, join(tmpdir(), 'papers-that-differ'));
for (const line of differences) console.log(line);
if (process.argv.includes('--keep')) {
  keepAsGolden(drawn);
  console.log(`${drawn.size} 页样张保存在 ${goldenFolder}`);
} else if (differences.length > 0) {
  console.log('有意修改的：看过以后用 node tools/golden-papers.ts --keep 保存为新的样张。');
  process.exitCode = 1;
} else console.log(`${drawn.size} 页与样张一致。`);
