import { seedCatalog } from './catalog/seed-catalog.ts';
import { loadConfigOrExit } from './platform/load-config.ts';
import { migrate } from './platform/migrate.ts';
import { findDatabase } from './platform/postgres/find-database.ts';

/** `npm run migrate`, and the launcher's step before any server starts: schema, roles, catalogue. May run any time. */
try {
  const config = loadConfigOrExit();
  const { ownerUrl, appUrl } = findDatabase(config);
  if (ownerUrl === '') {
    process.stdout.write('只设置了 APP_DATABASE_URL：不迁移数据库\n');
  } else {
    const ran = await migrate(ownerUrl, { appPassword: decodeURIComponent(new URL(appUrl).password) });
    if (ran.length > 0) process.stdout.write(`数据库已更新：${ran.join('、')}\n`);
    await seedCatalog(ownerUrl, { demo: config.demo });
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
