import { allEndpoints } from '#contract/all-endpoints.ts';
import { allCallers, type Caller } from '#contract/endpoint.ts';

const words: Readonly<Record<Caller, string>> = {
  guest: '任何人',
  applicant: '申请人',
  officer: '经办人',
  'window-clerk': '窗口',
  supervisor: '督办',
  reviewer: '审核',
  head: '负责人',
  'catalog-keeper': '目录',
  operator: '数据',
};

/** docs/roles.md: which caller may use which endpoint, from the contract; server/testing/role-matrix.test.ts proves every cell. */
export function roleTable(): string {
  const rows = allEndpoints.map((endpoint) => {
    const cells = allCallers.map((caller) =>
      endpoint.by.includes('guest') || endpoint.by.includes(caller) ? '●' : '',
    );
    return `| ${endpoint.summary} | \`${endpoint.method} ${endpoint.path}\` | ${cells.join(' | ')} |`;
  });
  return [
    '# 谁能用哪个接口',
    '',
    '由 `contract/` 生成（`npm run generate`），不要手改。每一格都由 `server/testing/role-matrix.test.ts` 实际试过。',
    '',
    `| 接口 | 地址 | ${allCallers.map((caller) => words[caller]).join(' | ')} |`,
    `|---|---|${allCallers.map(() => ':-:').join('|')}|`,
    ...rows,
    '',
  ].join('\n');
}
