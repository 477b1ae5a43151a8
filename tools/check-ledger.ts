import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkLedger } from '#server/item/check-ledger.ts';
import { headLine, readHandedOver } from '#server/item/read-handed-over.ts';
import { otherLedgers } from '#server/other-ledgers.ts';
import { loadConfigOrExit } from '#server/platform/load-config.ts';
import { findDatabase } from '#server/platform/postgres/find-database.ts';

const mostTold = 200;

/**
 * `npm run check:ledger`: checks the chain, the signed heads and the refold of every item, objection and order about a record in the
 * running database; exit code 1 on any fault. `-- --heads <file>` holds the heads against a file that somebody kept, `-- --keys <id,id>` names the keys that are known,
 * `-- --save <file>` writes the heads to hand over once all is well.
 */
const { values } = parseArgs({
  options: { heads: { type: 'string' }, keys: { type: 'string' }, save: { type: 'string' } },
});
const { appUrl } = findDatabase(loadConfigOrExit());
const began = performance.now();
const trust = {
  keyIds: values.keys?.split(',').filter((id) => id !== '') ?? [],
  ...(values.heads ? { handedOver: readHandedOver(readFileSync(values.heads, 'utf8')) } : {}),
};
const { items, entries, others, heads, faults } = await checkLedger(appUrl, trust, otherLedgers);
const seconds = ((performance.now() - began) / 1000).toFixed(1);
const last = heads.at(-1);
const sealed = last ? `日封 ${heads.length} 份，封到 ${last.day}，密钥号 ${last.keyId}` : '还没有日封';
const seen = [`${items} 个办件、${entries} 条记录`]
  .concat(others.map((one) => `${one.things} 件${one.name}、${one.entries} 条记录`))
  .join('，');
if (faults.length === 0) console.log(`台账完好：核对了 ${seen}（${sealed}），用时 ${seconds} 秒`);
else {
  console.log(`最早不符的一条——${faults[0]}`);
  for (const fault of faults.slice(1, mostTold)) console.log(fault);
  if (faults.length > mostTold) console.log(`另有 ${faults.length - mostTold} 处，没有列出`);
  console.log(`核对了 ${seen}（${sealed}），发现 ${faults.length} 处不符`);
}
if (values.save && faults.length === 0) {
  writeFileSync(values.save, heads.map(headLine).join(''));
  console.log(`${heads.length} 份日封已写入 ${values.save}`);
}
process.exit(faults.length === 0 ? 0 : 1);
