import type { CatalogChange } from '#contract/catalog-changes.ts';
import type { Officer } from '../session.ts';

/** Whether the person filed it: who filed is kept as unit and name. */
export function isMine(change: Pick<CatalogChange, 'filedBy'>, officer: Officer): boolean {
  return change.filedBy === `${officer.unit?.name} ${officer.name}`;
}

/** Whether the person may take it back: who filed, or another keeper of the unit that filed. */
export function mayWithdraw(change: Pick<CatalogChange, 'filedBy' | 'state'>, officer: Officer): boolean {
  return (
    change.state === 'filed' &&
    officer.roles.includes('catalog-keeper') &&
    change.filedBy.startsWith(`${officer.unit?.name} `)
  );
}
