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
  const { code = '', message } = error as NodeJS.ErrnoException;
  // No way to the server, no such database or role, a wrong password.
  const unreachable = /^(E[A-Z]+|08...|28...|3D000)$/.test(code);
  const setting = process.env.DATABASE_URL ? '设置 DATABASE_URL 指定的数据库' : '数据库';
  process.stderr.write(unreachable ? `${setting}连不上：${message}\n` : `${message}\n`);
  process.exitCode = 1;
}
