import type { PlainDate } from '../../plain-date.ts';
import type { FactChange, GroundPaper, OpenPoint, OrderEffect, OrderKind, OrderState } from './record-order.ts';

/** Who brought an order about. */
export type OrderOrigin = 'unit' | 'enterprise' | 'administrator' | 'platform';

/** What an order says, as it was decided or asked. */
export interface OrderContent {
  readonly kind: OrderKind;
  readonly origin: OrderOrigin;
  readonly ground: GroundPaper | null;
  /** What is done, in the words of the rule of that day. */
  readonly text: string;
  readonly note: string;
  readonly statement: string | null;
  readonly changes: readonly FactChange[];
  readonly open: readonly OpenPoint[];
  /** The day the unit had the paper, from which days are counted. */
  readonly knownOn: PlainDate;
  readonly dueOn: PlainDate | null;
}

interface Payloads {
  asked: OrderContent;
  ordered: OrderContent;
  declined: { readonly reasons: readonly string[] };
  'effect-confirmed': { readonly system: string; readonly effect: OrderEffect; readonly receiptNo: string };
  done: { readonly late: boolean };
}

export type OrderEventType = keyof Payloads;

/** Something that happened to an order, as its chain keeps it. */
export type OrderEvent = {
  [T in OrderEventType]: {
    readonly type: T;
    readonly on: PlainDate;
    readonly cites: readonly string[];
    readonly payload: Payloads[T];
  };
}[OrderEventType];

/** Where an order stands after an event. */
export function stateAfter(before: OrderState | null, type: OrderEventType): OrderState {
  switch (type) {
    case 'asked':
      return 'asked';
    case 'ordered':
      return 'ordered';
    case 'declined':
      return 'declined';
    case 'done':
      return 'done';
    case 'effect-confirmed':
      return before ?? 'ordered';
  }
}
