import type { Static, TObject, TSchema } from 'typebox';
import type * as access from '#contract/access.ts';
import type * as assessCase from '#contract/assess-case.ts';
import type * as attachments from '#contract/attachments.ts';
import type * as authorisations from '#contract/authorisations.ts';
import type * as calendar from '#contract/calendar.ts';
import type * as casework from '#contract/casework.ts';
import type * as catalog from '#contract/catalog.ts';
import type * as catalogChanges from '#contract/catalog-changes.ts';
import type * as decisionPreview from '#contract/decision-preview.ts';
import type * as drafts from '#contract/drafts.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import type * as explanations from '#contract/explanations.ts';
import type * as guide from '#contract/guide.ts';
import type * as handOver from '#contract/hand-over.ts';
import type * as imports from '#contract/imports.ts';
import type * as intake from '#contract/intake.ts';
import type * as lawRows from '#contract/law-rows.ts';
import type * as notice from '#contract/notice.ts';
import type * as noticeQueue from '#contract/notice-queue.ts';
import type * as objectionByCode from '#contract/objection-by-code.ts';
import type * as objectionChain from '#contract/objection-chain.ts';
import type * as objections from '#contract/objections.ts';
import type * as opinions from '#contract/opinions.ts';
import type * as partner from '#contract/partner.ts';
import type * as portals from '#contract/portals.ts';
import type * as progress from '#contract/progress.ts';
import type * as publication from '#contract/publication.ts';
import type * as questions from '#contract/questions.ts';
import type * as queue from '#contract/queue.ts';
import type * as readings from '#contract/readings.ts';
import type * as record from '#contract/record.ts';
import type * as recordOrders from '#contract/record-orders.ts';
import type * as reminders from '#contract/reminders.ts';
import type * as repairNotices from '#contract/repair-notices.ts';
import type * as sharedData from '#contract/shared-data.ts';
import type * as signOff from '#contract/sign-off.ts';
import type * as supervision from '#contract/supervision.ts';
import type * as window from '#contract/window.ts';

type Contract = typeof access &
  typeof authorisations &
  typeof readings &
  typeof catalog &
  typeof guide &
  typeof portals &
  typeof calendar &
  typeof record &
  typeof recordOrders &
  typeof repairNotices &
  typeof noticeQueue &
  typeof partner &
  typeof assessCase &
  typeof explanations &
  typeof reminders &
  typeof imports &
  typeof catalogChanges &
  typeof lawRows &
  typeof intake &
  typeof attachments &
  typeof drafts &
  typeof questions &
  typeof progress &
  typeof window &
  typeof handOver &
  typeof casework &
  typeof queue &
  typeof sharedData &
  typeof signOff &
  typeof opinions &
  typeof objections &
  typeof objectionChain &
  typeof objectionByCode &
  typeof publication &
  typeof notice &
  typeof decisionPreview &
  typeof supervision;

/** Names of the endpoints, as contract exports them. */
export type EndpointName = {
  [K in keyof Contract]: Contract[K] extends Endpoint<infer _P, infer _Q, infer _B, infer _R> ? K : never;
}[keyof Contract];

type Parts<N extends EndpointName> =
  Contract[N] extends Endpoint<infer P, infer Q, infer B, infer R> ? { p: P; q: Q; b: B; r: R } : never;
// An endpoint without params (query, body) leaves the widest schema behind; its static type has no names of its own.
type Named<S, Key extends string> = S extends TObject
  ? string extends keyof Static<S>
    ? unknown
    : Record<string, never> extends Static<S>
      ? { [K in Key]?: Static<S> }
      : { [K in Key]: Static<S> }
  : unknown;
type Sent<S> = S extends TSchema ? (unknown extends Static<S> ? unknown : { body: Static<S> }) : unknown;

/** What is sent to an endpoint: exactly the parts it declares. */
export type CallInput<N extends EndpointName> = Named<Parts<N>['p'], 'params'> &
  Named<Parts<N>['q'], 'query'> &
  Sent<Parts<N>['b']>;
/** What an endpoint answers. */
export type ReplyTo<N extends EndpointName> = Static<Parts<N>['r']>;
/** The path parameters and query of an endpoint: what an address is made of. */
export type AddressInput<N extends EndpointName> = Named<Parts<N>['p'], 'params'> & Named<Parts<N>['q'], 'query'>;
