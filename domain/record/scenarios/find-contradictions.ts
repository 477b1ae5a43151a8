/** What no answer may say, whatever the case: held by the properties over thousands of cases and by bench/assess.ts over a million. */
import { headingOf, parseCitation } from '#law/cite.ts';
import { recordClasses } from '#law/classes.ts';
import { addDays, type PlainDate } from '../../plain-date.ts';
import { type CaseInput, dutiesDone, routeWords, type Verdict, verdictWords } from '../assess-case.ts';

/** A rule every answer keeps, with its name in one sentence. */
interface Demand {
  readonly says: string;
  readonly holds: (answer: Verdict, input: CaseInput) => boolean;
}

const refusing: readonly Verdict['verdict'][] = ['not-yet', 'barred', 'no-route', 'duties-outstanding'];

/** When a verdict is one of these words, what follows. */
function when(words: readonly Verdict['verdict'][], says: string, holds: Demand['holds']): Demand {
  return {
    says: `${words.join(', ')}: ${says}`,
    holds: (answer, input) => !words.includes(answer.verdict) || holds(answer, input),
  };
}

const demands: readonly Demand[] = [
  { says: 'verdict, class and route are known words', holds: (one) => areKnownWords(one) },
  {
    says: 'every day exists',
    holds: (one) => daysOf(one).every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && addDays(day, 0) === day),
  },
  { says: 'limits are whole and not negative', holds: ({ limits }) => Object.values(limits).every(isLimit) },
  {
    says: 'the minimum does not end after the maximum',
    holds: ({ publication: { earliestEnd, latestEnd } }) =>
      earliestEnd === null || latestEnd === null || earliestEnd <= latestEnd,
  },
  when(
    ['not-yet'],
    'applying is possible later, not today',
    ({ application: { route, from } }, { on }) => route === 'apply' && (from === null || from > on),
  ),
  when(
    ['repairable-now'],
    'applying is possible today',
    ({ application: { route, from } }, { on }) => route === 'apply' && from !== null && from <= on,
  ),
  when(['repairable-now'], 'the duties are performed', (_, input) => dutiesDone(input)),
  when(
    ['repairable-now', 'not-yet', 'duties-outstanding', 'ends-automatically'],
    'the maximum is not over',
    (one, { on }) => one.publication.latestEnd === null || on <= one.publication.latestEnd,
  ),
  when(['repairable-now', 'not-yet'], 'it is on display', (one, input) => one.publication.shown || isYetToShow(input)),
  when(['duties-outstanding'], 'a duty is open', (_, input) => !dutiesDone(input)),
  when(['duties-outstanding'], 'the way is to apply', ({ application }) => application.route === 'apply'),
  when(
    ['ends-automatically'],
    'it is on display, ends on a day, and nobody can apply',
    ({ publication, application }) =>
      publication.shown &&
      publication.latestEnd !== null &&
      application.route === 'automatic' &&
      application.from === null,
  ),
  when(['not-published'], 'it is not on display', ({ publication }) => !publication.shown),
  when(
    ['not-published'],
    'there is nothing to apply for',
    ({ application: { route, from } }) => route === 'none' && from === null,
  ),
  when(
    ['no-route'],
    'no office here can be asked',
    ({ application: { route, from } }) => (route === 'none' || route === 'judicial') && from === null,
  ),
  when(['barred'], 'the bar has an end in the future or none', ({ application: { route, from } }, { on }) =>
    route === 'apply' ? from !== null && from > on : route === 'none' && from === null,
  ),
  when(['needs-classification'], 'the class is open', (one) => one.class === 'needs-classification'),
  when(
    ['needs-classification', 'needs-confirmation'],
    'an office is asked',
    ({ application }) => application.route === 'needs-confirmation',
  ),
  {
    says: 'after the maximum it is off display, unless an office must confirm',
    holds: ({ verdict, publication: { shown, latestEnd } }, { on }) =>
      verdict === 'needs-confirmation' || latestEnd === null || on <= latestEnd || !shown,
  },
  when(
    ['not-yet'],
    'the first day is the day after the minimum',
    ({ publication, application }) =>
      publication.earliestEnd === null || application.from === addDays(publication.earliestEnd, 1),
  ),
  { says: 'there is a reason', holds: ({ reasons }) => reasons.length > 0 },
  {
    says: 'every reason is a sentence',
    holds: ({ reasons }) => reasons.every(({ code, text }) => code !== '' && /[。）]$/.test(text)),
  },
  {
    says: 'every reason cites a place that is summarised',
    holds: ({ reasons }) => reasons.every(({ cite }) => resolves(cite)),
  },
  when(refusing, 'who is refused is told an article, not only a text', ({ verdict, reasons }) =>
    reasons.some(({ code, cite }) => (code === verdict || verdict !== 'duties-outstanding') && namesArticle(cite)),
  ),
];

/** The demands an answer breaks, each as one sentence; empty when it keeps them all. */
export function findContradictions(input: CaseInput, answer: Verdict): string[] {
  return demands.filter((one) => !one.holds(answer, input)).map((one) => one.says);
}

function areKnownWords({ verdict, class: found, application }: Verdict): boolean {
  return (
    verdictWords.includes(verdict) &&
    routeWords.includes(application.route) &&
    (found === 'needs-classification' || recordClasses.includes(found))
  );
}

function daysOf({ publication, application }: Verdict): PlainDate[] {
  return [publication.from, publication.earliestEnd, publication.latestEnd, application.from].filter(
    (day) => day !== null,
  );
}

function isLimit(limit: number | null): boolean {
  return limit === null || (Number.isInteger(limit) && limit >= 0);
}

/** The abnormal list is left by curing its reason, also before its entry is on display. */
function isYetToShow({ matter, publishedDate, on }: CaseInput): boolean {
  return matter === 'abnormal-operation' && publishedDate !== null && publishedDate > on;
}

const places = new Map<string, { resolves: boolean; article: boolean }>();

function placeOf(cite: string): { resolves: boolean; article: boolean } {
  const known = places.get(cite);
  if (known) return known;
  // A row that an office entered is a place of its own (law/law-book.ts).
  if (/^(confirmation|standard):./.test(cite)) return { resolves: true, article: true };
  const citation = parseCitation(cite);
  const article = citation !== undefined && citation.article !== null;
  const place = { resolves: citation !== undefined && (!article || headingOf(citation) !== undefined), article };
  places.set(cite, place);
  return place;
}

function resolves(cite: string): boolean {
  return placeOf(cite).resolves;
}

function namesArticle(cite: string): boolean {
  return /^(confirmation|standard):/.test(cite) || placeOf(cite).article;
}
