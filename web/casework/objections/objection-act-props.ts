import type { ObjectionView } from '#contract/objection-views.ts';

/** What the drawer of an act on an objection is given. */
export interface ObjectionActProps {
  readonly view: ObjectionView;
  readonly close: () => void;
}
