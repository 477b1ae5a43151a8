import { Link } from '@tanstack/react-router';
import type { CatalogChange } from '#contract/catalog-changes.ts';
import { changeKindName } from '#domain/catalog/changes/catalog-change.ts';
import { dayText } from '../when.ts';
import { standing } from './catalog-words.ts';

/** The address of a filing's page. */
export function ChangeLink({ change, children }: { change: { changeId: string }; children: React.ReactNode }) {
  return (
    <Link className="link strong" to={`/catalog/changes/${change.changeId}` as never}>
      {children}
    </Link>
  );
}

/** One filing in a list: what, from which day, where it stands. */
export function ChangeCard({ change, children }: { change: CatalogChange; children?: React.ReactNode }) {
  const state = standing(change);
  return (
    <li className="line-card">
      <div className="line-split">
        <ChangeLink change={change}>{change.title}</ChangeLink>
        <span className={`chip ${state.tone}`}>{state.text}</span>
      </div>
      <p className="quiet">
        {changeKindName[change.kind]} · {dayText(change.effectiveOn)}起 · {change.filedBy}，{dayText(change.filedOn)}
        报备
      </p>
      {children}
    </li>
  );
}

/** What is on its way for something: filings that wait for a decision or for their day. */
export function Coming({ changes = [] }: { changes: readonly CatalogChange[] | undefined }) {
  return changes.map((one) => (
    <p key={one.changeId}>
      <span className={`chip ${standing(one).tone}`}>{standing(one).text}</span>{' '}
      <ChangeLink change={one}>{dayText(one.effectiveOn)}起的变更</ChangeLink>
    </p>
  ));
}
