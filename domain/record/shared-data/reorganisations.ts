import { formatChinese, type PlainDate } from '../../plain-date.ts';

/** A case of reorganisation or settlement as courts share it. */
export interface ReorganisationCase {
  readonly court: string;
  readonly caseNo: string;
  readonly acceptedOn: PlainDate;
  readonly planApprovedOn: PlainDate | null;
  readonly completedOn: PlainDate | null;
  readonly administrator: string | null;
}

/** How far it is: the plan is being carried out, it was carried out, or no plan is approved yet; `none`: no case is known. */
export type ReorganisationStanding = 'running' | 'completed' | 'accepted' | 'none';

/** What the cases of an enterprise come to: the one that says most about today. */
export interface JudgedReorganisation {
  readonly standing: ReorganisationStanding;
  readonly found: ReorganisationCase | null;
}

const standingOf = (one: ReorganisationCase): ReorganisationStanding =>
  one.completedOn ? 'completed' : one.planApprovedOn ? 'running' : 'accepted';
const order: readonly ReorganisationStanding[] = ['running', 'accepted', 'completed'];

/** A plan that runs comes before a case that is only accepted, and that before one that is over; of two alike the later. */
export function judgeReorganisations(cases: readonly ReorganisationCase[]): JudgedReorganisation {
  const [found] = [...cases].sort(
    (a, b) => order.indexOf(standingOf(a)) - order.indexOf(standingOf(b)) || b.acceptedOn.localeCompare(a.acceptedOn),
  );
  return found ? { standing: standingOf(found), found } : { standing: 'none', found: null };
}

/** The same in a sentence. */
export function reorganisationWords({ standing, found }: JudgedReorganisation): string {
  if (!found) return '没有查到破产重整、和解案件。';
  const { court, caseNo, acceptedOn, planApprovedOn, completedOn, administrator } = found;
  const head = `${court}${caseNo}，${formatChinese(acceptedOn)}受理`;
  const approved = planApprovedOn ? `，${formatChinese(planApprovedOn)}批准重整计划（认可和解协议）` : '';
  const end = {
    running: '，正在执行',
    completed: completedOn ? `，${formatChinese(completedOn)}执行完毕` : '',
    accepted: '，还没有批准重整计划（认可和解协议）',
    none: '',
  }[standing];
  return `${head}${approved}${end}${administrator ? `；管理人${administrator}` : ''}。`;
}
