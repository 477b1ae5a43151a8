import type { Refusal } from '../../refusal.ts';
import type { Catalog } from '../catalog.ts';
import type { ChangePlan, ProposedChange } from './catalog-change.ts';
import { planCalendarDay, planCalendarYear } from './plan-calendar.ts';
import { planClassStandard } from './plan-class-standard.ts';
import { planConfirmation } from './plan-confirmation.ts';
import { planMatter } from './plan-matter.ts';
import { planUnit } from './plan-unit.ts';

/** What a change would do to the catalogue, whatever the day it is filed; refuses what catalogue or law do not allow. */
export function planChange(catalog: Catalog, change: ProposedChange, changeId = 'proposed'): ChangePlan | Refusal {
  switch (change.kind) {
    case 'matter':
      return planMatter(catalog, change, changeId);
    case 'confirmation':
      return planConfirmation(catalog, change, changeId);
    case 'class-standard':
      return planClassStandard(catalog, change, changeId);
    case 'calendar-year':
      return planCalendarYear(catalog, change);
    case 'calendar-day':
      return planCalendarDay(catalog, change);
    case 'unit':
      return planUnit(catalog, change);
  }
}

/** Several changes, one after the other; stops at the first that is refused and says which. */
export function planChanges(
  catalog: Catalog,
  changes: readonly ProposedChange[],
): ChangePlan | (Refusal & { at: number }) {
  let plan: ChangePlan = { after: catalog, diff: [] };
  for (const [index, change] of changes.entries()) {
    const next = planChange(plan.after, change, `proposed-${index + 1}`);
    if ('refused' in next) return { ...next, at: index };
    plan = { after: next.after, diff: [...plan.diff, ...next.diff] };
  }
  return plan;
}
