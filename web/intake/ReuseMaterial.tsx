import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ReusableMaterial } from '#contract/attachments.ts';
import { call, newRequestId } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { Button } from '../ui/Button.tsx';
import { DateText } from '../ui/DateText.tsx';
import { sizeText } from '../ui/upload-words.ts';
import type { Kept } from './send-material.ts';

/** What the subject gave before and may give again, and how large a file may be; asked once for a whole screen. */
export function useReusable(subjectKey: string) {
  return useQuery({
    queryKey: ['reusable', subjectKey],
    queryFn: () => call('listReusableMaterials', { params: { subjectKey } }),
    staleTime: 60_000,
  });
}

interface Props {
  readonly subjectKey: string;
  readonly materialKey: string;
  readonly onReused: (kept: Kept) => void;
}

/** 上次交过，可以再用: for one material, each file with the day, the application and the last day; pressing the button is the consent. */
export function ReuseMaterial({ subjectKey, materialKey, onReused }: Props) {
  const { data } = useReusable(subjectKey);
  const offered = data?.materials.filter((one) => one.materialKey === materialKey) ?? [];
  if (!data || offered.length === 0) return null;
  return (
    <details className="unfold">
      <summary>上次交过 {offered.length} 份，可以再用</summary>
      <p className="small">
        按下“同意，再用这一份”，表示：{data.consent}交过的材料 {data.months} 个月内可以再用。
      </p>
      <ul className="plain stack">
        {offered.map((one) => (
          <Offered key={one.attachmentId} one={one} subjectKey={subjectKey} onReused={onReused} />
        ))}
      </ul>
    </details>
  );
}

function Offered({ one, subjectKey, onReused }: { one: ReusableMaterial } & Pick<Props, 'subjectKey' | 'onReused'>) {
  const requestId = useRef(newRequestId());
  const reuse = useMutation({
    mutationFn: () =>
      call('reuseAttachment', {
        params: { subjectKey, attachmentId: one.attachmentId },
        body: { requestId: requestId.current, consent: true },
      }),
    onSuccess: (kept) => {
      requestId.current = newRequestId();
      onReused(kept);
    },
  });
  return (
    <li>
      <strong>{one.fileName}</strong>
      <span className="small">（{sizeText(one.bytes)}）</span>
      <br />
      <span className="small">
        <DateText date={dayOf(one.givenAt)} />
        交，用于申请 {one.applicationNumber}；可以再用到 <DateText date={one.until} />
      </span>
      {reuse.error && (
        <p className="bad" role="alert">
          {asProblem(reuse.error).detail}
        </p>
      )}
      <div>
        <Button kind="secondary" busy={reuse.isPending} busyText="正在取用…" onClick={() => reuse.mutate()}>
          同意，再用这一份
          <span className="visually-hidden">：{one.fileName}</span>
        </Button>
      </div>
    </li>
  );
}

/** The day in Shanghai of an instant. */
function dayOf(instant: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(instant));
}
