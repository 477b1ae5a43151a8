import type { CatalogChange } from '#contract/catalog-changes.ts';

/** Words for what the keepers of the catalogue read. */
export const stateWords: Readonly<Record<CatalogChange['state'], string>> = {
  filed: '等待审核',
  approved: '已同意',
  rejected: '已退回',
  withdrawn: '已撤回',
};

/** Where a filing stands, in one word with its tone. */
export function standing(change: Pick<CatalogChange, 'state' | 'inForce'>): { text: string; tone: string } {
  if (change.state === 'approved')
    return change.inForce ? { text: '✓ 已生效', tone: 'chip-good' } : { text: '已同意，等生效', tone: 'chip-good' };
  if (change.state === 'filed') return { text: '等待审核', tone: 'chip-attention' };
  return { text: stateWords[change.state], tone: change.state === 'rejected' ? 'chip-bad' : '' };
}

/** Whether what the filing would do is still being counted. */
export function isBeingTried(change: CatalogChange): boolean {
  return change.state === 'filed' && change.trial === null && change.kind !== 'unit';
}

export const levelWords = { province: '省级', city: '市级', county: '县级', 'new-area': '赣江新区' } as const;
export type Level = keyof typeof levelWords;
export const levels = Object.keys(levelWords) as Level[];

export const receivers = { 'credit-china': '信用中国', 'market-platform': '市场监管平台', court: '执行法院' } as const;

/** 3 个工作日; 没有规定 where no rule sets a limit. */
export const limitText = (days: number | null): string => (days === null ? '没有规定' : `${days} 个工作日`);

export const limitWords = {
  accept: '受理期限',
  decide: '审核决定期限',
  extend: '可以延长',
  total: '全程期限',
  effects: '落实期限',
} as const;
export type LimitKey = keyof typeof limitWords;
export const limitKeys = Object.keys(limitWords) as LimitKey[];

/** 《…》（文号，出具单位，日期） of a paper. */
export function paperText(paper: { title: string; number: string | null; office: string }): string {
  return `《${paper.title}》（${paper.number ? `${paper.number}，` : ''}${paper.office}）`;
}
