import { Button } from 'antd';
import { useRef, useState } from 'react';
import { call, newRequestId } from '../../api.ts';
import { useAsk } from '../ask.ts';
import { Refused } from '../Refused.tsx';
import { momentText, shortDay } from '../when.ts';
import type { Uploaded } from './UploadField.tsx';

interface Props {
  readonly subjectKey: string;
  readonly materialKey: string;
  readonly onReused: (kept: Uploaded) => void;
}

/** What this subject gave at this window before and may give again: the clerk asks the visitor, pressing says that the visitor agreed. */
export function ReuseChoice({ subjectKey, materialKey, onReused }: Props) {
  const { data } = useAsk('listReusableMaterials', { params: { subjectKey } }, { staleTime: 60_000 });
  const requests = useRef<Record<string, string>>({});
  const [error, setError] = useState<unknown>(null);
  const offered = data?.materials.filter((one) => one.materialKey === materialKey) ?? [];
  if (offered.length === 0) return null;
  const reuse = async (attachmentId: string) => {
    setError(null);
    requests.current[attachmentId] ??= newRequestId();
    try {
      const body = { requestId: requests.current[attachmentId], consent: true } as const;
      onReused(await call('reuseAttachment', { params: { subjectKey, attachmentId }, body }));
      delete requests.current[attachmentId];
    } catch (fault) {
      setError(fault);
    }
  };
  return (
    <div className="quiet">
      <p>上次交过，来人同意就可以再用：</p>
      {offered.map((one) => (
        <p key={one.attachmentId}>
          <Button size="small" onClick={() => void reuse(one.attachmentId)}>
            来人同意，再用“{one.fileName}”
          </Button>{' '}
          {momentText(one.givenAt)}交，申请 {one.applicationNumber}，到 {shortDay(one.until)} 为止
        </p>
      ))}
      <Refused error={error} />
    </div>
  );
}
