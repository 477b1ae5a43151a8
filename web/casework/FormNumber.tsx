import { useState } from 'react';
import type { ItemView } from '#contract/casework.ts';
import { useAsk } from '../office/ask.ts';
import { Refused } from '../office/Refused.tsx';
import { hasRole, useOfficer } from '../office/session.ts';

interface Props {
  readonly view: ItemView;
  readonly of: 'identifier' | 'agentIdentifier';
  readonly masked: string;
}

/** The number of a person, masked until somebody asks for it; asking is noted in the reading log. */
export function FormNumber({ view, of, masked }: Props) {
  const { subjectKey, itemId } = view.summary;
  const [asked, ask] = useState(false);
  const works = hasRole(useOfficer(), ['officer', 'window-clerk']);
  const numbers = useAsk('readFormNumbers', { params: { subjectKey, itemId } }, { enabled: asked, staleTime: 300_000 });
  if (!masked.includes('*')) return <span className="figures">{masked}</span>;
  return (
    <>
      <span className="figures">{(asked && numbers.data?.[of]) || masked}</span>{' '}
      {works && (
        <button type="button" className="link" aria-pressed={asked} onClick={() => ask(!asked)}>
          {asked ? '遮住' : '显示（会记录）'}
        </button>
      )}
      {asked && <Refused error={numbers.error} />}
    </>
  );
}
