import type { Import } from './find-imports.ts';

/** The modules in the order a file travels; an import points to the same one or an earlier one. */
const modules = [
  'access',
  'catalog',
  'record',
  'item',
  'intake',
  'casework',
  'publication',
  'notice',
  'supervision',
] as const;

/** Which folders a folder may import from, itself aside. */
const upstream: Readonly<Record<string, readonly string[]>> = {
  law: [],
  domain: ['law'],
  contract: ['law', 'domain'],
  documents: ['law', 'domain', 'contract'],
  server: ['law', 'domain', 'contract', 'documents'],
  web: ['law', 'domain', 'contract'],
  samples: ['law', 'domain', 'contract'],
  sandbox: ['law', 'domain', 'contract', 'samples', 'server'],
  db: ['law', 'domain', 'contract', 'server'],
  tools: ['law', 'domain', 'contract', 'server', 'samples', 'documents', 'db'],
  bench: ['law', 'domain', 'contract', 'server', 'samples', 'tools', 'sandbox'],
  e2e: ['law', 'domain', 'contract', 'server', 'samples', 'tools', 'sandbox'],
};

/** Packages that pure rings may name: none at run time, these in their tests. */
const testPackages = /^(vitest|fast-check|node:.*)$/;

/** Why an import is not allowed, in Chinese; undefined when it is. */
export function mayImport(file: string, { specifier, target }: Import): string | undefined {
  const isTest = /\.test\.tsx?$/.test(file) || /\/testing\//.test(file);
  if (target === undefined) return mayUsePackage(file, specifier, isTest);
  const [from, to] = [ringOf(file), ringOf(target)];
  if (isTest) return undefined;
  if (from !== to) {
    if (!(upstream[from] ?? []).includes(to)) return `${from} 不能引用 ${to}`;
    if (!specifier.startsWith('#') && upstream[to] !== undefined && aliased.has(to)) return `跨层引用应写 #${to}/…`;
  }
  if (from !== 'server' && to === 'server' && !/^server\/(platform|launch|testing|gateways)\//.test(target)) {
    return from === 'sandbox' ? '仿真服务只能用 server/platform 和 server/gateways 的约定' : undefined;
  }
  if (/\/testing\//.test(target) && from === 'server') return '正式代码不能引用测试代码';
  return from === to ? mayImportWithin(file, target) : undefined;
}

const aliased = new Set(['law', 'domain', 'contract', 'server', 'sandbox']);

function mayUsePackage(file: string, specifier: string, isTest: boolean): string | undefined {
  const ring = ringOf(file);
  if (ring === 'law' || ring === 'domain') {
    return isTest && testPackages.test(specifier) ? undefined : `${ring} 不用任何软件包`;
  }
  if (ring === 'contract' && !isTest && specifier !== 'typebox') return 'contract 只用 typebox';
  if (ring === 'web' && !isTest && specifier.startsWith('node:') && !file.endsWith('.config.ts')) {
    return '浏览器里没有 node 的模块';
  }
  return undefined;
}

/** Within a ring: modules upstream only; platform, gateways and the kit know no module. */
function mayImportWithin(file: string, target: string): string | undefined {
  const [here, there] = [areaOf(file), areaOf(target)];
  const [rankHere, rankThere] = [rankOf(here), rankOf(there)];
  if (rankHere >= 0 && rankThere > rankHere) return `${here} 在 ${there} 的上游，只能反过来引用`;
  if (rankThere >= 0 && ['platform', 'gateways', 'ui'].includes(here)) return `${here} 不认识任何业务模块`;
  if (here === 'platform' && there !== 'platform') return 'platform 只能引用自己';
  return undefined;
}

function ringOf(file: string): string {
  return file.split('/')[0] ?? '';
}

/** The folder below the ring, or the file itself where the ring has one file per module. */
function areaOf(file: string): string {
  return (file.split('/')[1] ?? '').replace(/\.tsx?$/, '');
}

function rankOf(area: string): number {
  return modules.indexOf(area as (typeof modules)[number]);
}
