import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ObjectionWay } from '#contract/objection-views.ts';
import { useGo } from '../../address.ts';
import { useAct, useRequestId } from '../../ask.ts';
import { Refused } from '../../Refused.tsx';
import type { Uploaded } from '../UploadField.tsx';
import { submissionOf, type Visit } from '../visit.ts';
import type { OpenPoint } from '../visit-points.ts';

interface Typed {
  readonly claims: Readonly<Record<string, string>>;
  readonly reasons: string;
  readonly files: readonly Uploaded[];
  readonly door: 'credit-china' | 'unit' | null;
  readonly contact: { readonly name: string; readonly phone: string };
}

/** What is typed of an objection at the counter, what is still open of it, and its one submission. */
export function useCounterObjection(it: {
  readonly subjectKey: string;
  readonly recordId: string;
  readonly way: ObjectionWay | undefined;
  readonly visit: Visit;
  readonly contact: { readonly name: string; readonly phone: string };
}) {
  const { subjectKey, recordId, way, visit } = it;
  const [typed, setTyped] = useState<Typed>({ claims: {}, reasons: '', files: [], door: null, contact: it.contact });
  const lodge = useAct('lodgeObjection', ['listWindowObjections', 'getObjectionWays', 'listRecords']);
  const requestId = useRequestId();
  const client = useQueryClient();
  const go = useGo();
  const sent = useRef(false);
  const open = way !== undefined && way.open === null && way.whyNot === null && way.elsewhere === null;
  // What was ticked for another ground is not sent with this one.
  const fields = new Set(way?.facts.map((fact) => fact.field));
  const claims = Object.entries(typed.claims).filter(([field]) => fields.has(field));
  const send = () => {
    if (!way || !open || lodge.isPending || sent.current) return;
    lodge.mutate(
      {
        params: { subjectKey },
        body: {
          requestId: requestId.current(),
          recordId,
          itemId: way.itemId,
          ground: way.ground,
          door: typed.door ?? way.doors[0] ?? 'unit',
          claims: claims.map(([field, shouldSay]) => ({ field, shouldSay })),
          reasons: typed.reasons,
          request: '',
          contact: typed.contact,
          attachmentIds: typed.files.map((file) => file.attachmentId),
          visit: submissionOf(visit, '').visit,
        },
      },
      {
        onSuccess: ({ summary }) => {
          sent.current = true;
          requestId.answered();
          void client.invalidateQueries({ queryKey: ['getWindowDesk'] });
          go(`/window/${subjectKey}/objections/${summary.objectionId}`, { print: '1' });
        },
        onError: (error) => requestId.answered(error),
      },
    );
  };
  return {
    typed,
    change: (part: Partial<Typed>) => setTyped((was) => ({ ...was, ...part })),
    open,
    points: open ? contentPoints(typed, way, claims) : [],
    busy: lodge.isPending,
    refused: <Refused error={lodge.error} />,
    send,
  };
}

function contentPoints(
  typed: Typed,
  way: ObjectionWay,
  claims: readonly (readonly [field: string, value: string])[],
): OpenPoint[] {
  const points: OpenPoint[] = [];
  if (way.facts.length > 0 && claims.length === 0) points.push({ id: 'objection-claims', text: '选择哪里不对。' });
  for (const [field, value] of claims)
    if (value.trim() === '') {
      const label = way.facts.find((fact) => fact.field === field)?.label ?? '';
      points.push({ id: `objection-claim-${field}`, text: `填写${label}应当是什么。` });
    }
  if (typed.reasons.trim().length < 4) points.push({ id: 'objection-reasons', text: '填写事实和理由。' });
  if (typed.contact.name.trim() === '') points.push({ id: 'objection-contact', text: '填写联系人。' });
  if (!/^[\d\-+ ]{7,20}$/.test(typed.contact.phone.trim()))
    points.push({ id: 'objection-phone', text: '填写能打通的电话。' });
  return points;
}
