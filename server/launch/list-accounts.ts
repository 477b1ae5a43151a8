import { demoAccounts } from '../access/demo-accounts.ts';

/**
 * `npm run accounts`: the demo accounts, one a line. With the word `few` after it, as the start prints them: two of each
 * role, which is enough to walk the road.
 */
const fewOfEach = 2;
const seen = new Map<string, number>();
const shown =
  process.argv[2] === 'few'
    ? demoAccounts.filter(({ role }) => {
        seen.set(role, (seen.get(role) ?? 0) + 1);
        return (seen.get(role) ?? 0) <= fewOfEach;
      })
    : demoAccounts;
process.stdout.write('\n演示账号（口令公开，仅供试用）：\n');
for (const { login, password, role, who } of shown) {
  process.stdout.write(`  ${login.padEnd(24)} ${password.padEnd(14)} ${who}（${role}）\n`);
}
if (shown.length < demoAccounts.length) process.stdout.write(`共 ${demoAccounts.length} 个，全部：npm run accounts\n`);
