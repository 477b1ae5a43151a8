import { checkLedger } from '#server/item/check-ledger.ts';
import { loadConfigOrExit } from '#server/platform/load-config.ts';
import { findDatabase } from '#server/platform/postgres/find-database.ts';

/** `npm run check:ledger`: refolds every item of the running database from its ledger and compares; exit code 1 on any fault. */
const { appUrl } = findDatabase(loadConfigOrExit());
const { items, faults } = await checkLedger(appUrl);
for (const fault of faults) console.log(fault);
console.log(
  faults.length === 0 ? `台账完好：核对了 ${items} 个办件` : `核对了 ${items} 个办件，发现 ${faults.length} 处不符`,
);
process.exit(faults.length === 0 ? 0 : 1);
