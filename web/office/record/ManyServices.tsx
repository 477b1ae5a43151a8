import { Button } from 'antd';
import { useState } from 'react';
import type { NoticeRow } from '#contract/notice-queue.ts';
import type { CallInput } from '../../api.ts';
import { ActDrawer } from '../ActDrawer.tsx';
import { useAct } from '../ask.ts';
import { useOfficer } from '../session.ts';
import { ServiceFields } from './ServiceDrawer.tsx';

type Body = Omit<CallInput<'noteServices'>['body'], 'records'>;

/** The same service for many decisions; afterwards what could not be noted, one by one with the reason. */
export function ManyServices({ rows, close }: { rows: readonly NoticeRow[]; close: () => void }) {
  const act = useAct('noteServices', ['listNotices']);
  const { today } = useOfficer();
  const [body, setBody] = useState<Body>({ servedHow: 'direct', servedOn: today });
  const records = rows.map(({ subjectKey, recordId }) => ({ subjectKey, recordId }));
  const left = act.data?.results.filter((one) => !one.done) ?? [];
  const submit = () => {
    if (act.data) close();
    else act.mutate({ body: { ...body, records } });
  };
  return (
    <ActDrawer
      title={`登记 ${rows.length} 条的送达`}
      open
      close={close}
      verb={act.data ? '看完了' : `登记 ${rows.length} 条的送达`}
      busy={act.isPending}
      error={act.error}
      submit={submit}
    >
      {act.data ? (
        <div role="status">
          <p>
            <strong>已登记 {act.data.done} 条。</strong>
            {left.length > 0 && `${left.length} 条没有登记：`}
          </p>
          <ul>
            {left.map((one) => (
              <li key={one.recordId}>
                {one.docNumber ?? '这一条'}：{one.text}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <>
          <p className="quiet">方式和日期相同的一起登记；不同的请分开选。已经登记过的不会改动。</p>
          <ServiceFields body={body} change={(next) => setBody((was) => ({ ...was, ...next }))} />
          <details>
            <summary>看选中的 {rows.length} 条</summary>
            <ul>
              {rows.map((one) => (
                <li key={one.recordId}>
                  {one.docNumber} {one.subjectName}
                </li>
              ))}
            </ul>
          </details>
          <Button type="link" onClick={close}>
            回去改选
          </Button>
        </>
      )}
    </ActDrawer>
  );
}
