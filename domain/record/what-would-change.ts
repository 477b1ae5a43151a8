/** What the subject can do about a record: every way out, each found by assessing the case once more with the one thing changed. */
import type { RecordClass } from '#law/classes.ts';
import type { PlainDate } from '../plain-date.ts';
import { assessWithSteps } from './assess.ts';
import { type CaseInput, dutiesDone } from './assess-case.ts';
import type { Answer } from './explain-dates.ts';
import type { Act, ClassBranch, WayOut, WaysOut } from './ways-out.ts';
import { firstDayOf } from './what-would-change-days.ts';
import * as words from './what-would-change-words.ts';

/** The case once an act is done: the facts it changes, on the day it is done. What others must do changes nothing here. */
export function follow(input: CaseInput, way: Pick<WayOut, 'act' | 'day'>): CaseInput {
  const on = way.day ?? input.on;
  if (way.act === 'perform-duties') return { ...input, dutiesPerformed: true, correctionDate: on, on };
  if (way.act === 'make-commitment') return { ...input, commitmentMade: true, on };
  return { ...input, on };
}

/** What one can do about a case: the first thing now, then the other ways. `answer` is that of the case itself. */
export function whatWouldChange(input: CaseInput, answer: Answer = assessWithSteps(input)): WaysOut {
  const [next, ...others] = distinct(waysFor({ input, answer }));
  return { next: next!, others };
}

interface Look {
  readonly input: CaseInput;
  readonly answer: Answer;
}

function waysFor(it: Look): (WayOut | null)[] {
  const { input, answer } = it;
  if (answer.application.route === 'judicial') return court(it);
  switch (answer.verdict) {
    case 'repairable-now':
      return [promise(it, 'apply', input.on), commitment(it), runningOut(it)];
    case 'duties-outstanding':
      return [duties(it), runningOut(it)];
    // What can be done today comes before what can only be awaited.
    case 'not-yet':
      return [duties(it), opening(it), runningOut(it)];
    case 'barred':
      return [opening(it), runningOut(it), open(it, 'object'), open(it, 'nothing')];
    case 'ends-automatically':
      return [runningOut(it), opening(it), open(it, 'object'), open(it, 'nothing')];
    case 'needs-classification':
      return [classes(it), duties(it), runningOut(it)];
    case 'needs-confirmation':
      return [open(it, 'ask-to-confirm'), duties(it), classes(it), surely(it), runningOut(it)];
    case 'no-route':
      return [open(it, 'object')];
    case 'not-published':
      return [promise(it, 'nothing', null)];
  }
}

/** An act of one's own with what it brings. */
function promise(it: Look, act: Act, day: PlainDate | null): WayOut {
  const then = assessWithSteps(follow(it.input, { act, day }));
  return {
    act,
    day,
    text: words.sayAct(act, it.input, day, then),
    thenVerdict: then.verdict,
    thenFrom: then.application.from,
    cites: words.citesOf(it.answer, act, then),
    branches: [],
  };
}

/** An act whose outcome is somebody else's word. */
function open(it: Look, act: Act): WayOut {
  return {
    act,
    day: null,
    text: words.sayAct(act, it.input, null, it.answer),
    thenVerdict: null,
    thenFrom: null,
    cites: words.citesOf(it.answer, act, it.answer),
    branches: [],
  };
}

function duties(it: Look): WayOut | null {
  return dutiesDone(it.input) ? null : promise(it, 'perform-duties', it.input.on);
}

function commitment(it: Look): WayOut | null {
  return it.input.commitmentMade === false ? promise(it, 'make-commitment', it.input.on) : null;
}

/** Waiting for the day an application is possible; duties that are open are taken as performed by then. */
function opening(it: Look): WayOut | null {
  const ready = ['repairable-now', 'duties-outstanding', 'needs-confirmation', 'needs-classification'];
  const found = firstDayOf(it.input, (one) => ready.includes(one.verdict));
  return found && promise(it, 'wait', found.day);
}

/** Between two waits that differ: the day from which nobody can doubt. */
function surely(it: Look): WayOut | null {
  const found = firstDayOf(it.input, (one) => one.verdict === 'repairable-now');
  return found && promise(it, 'wait', found.day);
}

/** Doing nothing until display ends by itself; null where the law does not surely end it then. */
function runningOut(it: Look): WayOut | null {
  if (!it.answer.publication.shown) return null;
  const found = firstDayOf(it.input, (one) => !one.publication.shown);
  const sure = found?.answer.verdict === 'not-published' || found?.answer.verdict === 'barred';
  return found && sure ? promise(it, 'wait-for-end', found.day) : null;
}

const classesInOrder: readonly RecordClass[] = ['minor', 'general', 'serious'];

/** Asking the authority for the class, with what each would mean; null where the class would change nothing. */
function classes(it: Look): WayOut | null {
  if (it.answer.class !== 'needs-classification') return null;
  const branches = classesInOrder.map((name): ClassBranch => {
    const then = assessWithSteps({ ...it.input, class: name });
    const text = words.sayClass(name, then);
    return { class: name, text, thenVerdict: then.verdict, thenFrom: then.application.from };
  });
  const matters = branches.some((one) => one.thenVerdict !== it.answer.verdict);
  if (!matters) return it.answer.verdict === 'needs-classification' ? open(it, 'ask-to-confirm') : null;
  return { ...open(it, 'ask-to-classify'), branches };
}

function court(it: Look): (WayOut | null)[] {
  return [duties(it), open(it, 'ask-court'), open(it, 'object')];
}

function distinct(ways: readonly (WayOut | null)[]): WayOut[] {
  const seen = new Set<string>();
  return ways.filter((way): way is WayOut => {
    if (way === null || seen.has(way.act + way.day)) return false;
    seen.add(way.act + way.day);
    return true;
  });
}
