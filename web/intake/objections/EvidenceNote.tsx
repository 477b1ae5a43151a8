import type { ObjectionWay } from '#contract/objection-views.ts';

/** Whether evidence is needed and what may come of giving none, with its article, before the objection is sent. */
export function EvidenceNote({ way: { evidence }, none }: { way: Pick<ObjectionWay, 'evidence'>; none: boolean }) {
  if (!evidence) return null;
  return (
    <p className={none ? undefined : 'field-hint'}>
      {none && '▲ '}
      {evidence.text}
      {evidence.cites.length > 0 && `（${evidence.cites.map((one) => one.text).join('、')}）`}
    </p>
  );
}
