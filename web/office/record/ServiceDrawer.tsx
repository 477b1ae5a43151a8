import { App, Button, Checkbox, Select } from 'antd';
import { useRef, useState } from 'react';
import { diffDays } from '#domain/plain-date.ts';
import { servedByAnnouncement } from '#domain/record/judge-service.ts';
import { type ServiceWay, serviceWayRules } from '#law/service-ways.ts';
import { type CallInput, upload } from '../../api.ts';
import { ActDrawer } from '../ActDrawer.tsx';
import { useAct } from '../ask.ts';
import { DayField } from '../DayField.tsx';
import { Labelled } from '../Labelled.tsx';
import { Refused } from '../Refused.tsx';
import { useOfficer } from '../session.ts';
import { TextBox, TextLine } from '../TextInput.tsx';
import { useKept } from '../use-kept.ts';
import { serviceWays } from '../words.ts';

type ServiceBody = CallInput<'noteService'>['body'];
interface Props {
  readonly record: { readonly subjectKey: string; readonly recordId: string; readonly docNumber: string };
  /** What was noted before: the new entry corrects it and says why. */
  readonly before?: Partial<Omit<ServiceBody, 'reason' | 'proofId'>>;
  readonly close: () => void;
}

/** How and when the notice was served, and when the decision was: together, or how many days later. */
export function ServiceDrawer({ record, before, close }: Props) {
  const draft = useKept(`${record.recordId}/${before ? 'service-corrected' : 'service'}`);
  const act = useAct('noteService', ['listUnitRecords', 'listNotices', 'getNoticeHistory']);
  const { today } = useOfficer();
  const { message } = App.useApp();
  const [body, setBody] = draft.field<ServiceBody>('body', { servedHow: 'direct', servedOn: today, ...before });
  const change = (next: Partial<ServiceBody>) => setBody((was) => ({ ...was, ...next }));
  const params = { subjectKey: record.subjectKey, recordId: record.recordId };
  const submit = () =>
    act.mutate(
      {
        params,
        body: { ...body, receivedBy: body.receivedBy?.trim() ?? '', receiptNumber: body.receiptNumber?.trim() ?? '' },
      },
      {
        onSuccess: (it) => {
          const noted = before ? '送达登记已更正，原来的登记保留。' : '送达情况已登记。';
          if (it.notes.length > 0) void message.warning(`${noted}${it.notes.join('')}`, 12);
          else void message.success(noted);
          draft.over(close)();
        },
      },
    );
  return (
    <ActDrawer
      draft={draft}
      title={before ? '更正送达登记' : '登记告知书送达'}
      open
      close={close}
      verb={before ? '更正登记' : '登记送达'}
      busy={act.isPending}
      error={act.error}
      submit={submit}
    >
      <p>{record.docNumber}</p>
      <ServiceFields body={body} change={change} />
      <Labelled label="签收人（可以不填）">
        {(id) => (
          <TextLine
            id={id}
            value={body.receivedBy ?? ''}
            maxLength={60}
            onChange={(event) => change({ receivedBy: event.target.value })}
          />
        )}
      </Labelled>
      <ProofField params={params} keep={(proofId) => change({ proofId })} />
      {before && (
        <Labelled label="更正理由（必填）">
          {(id) => (
            <TextBox
              id={id}
              value={body.reason ?? ''}
              maxLength={300}
              onChange={(event) => change({ reason: event.target.value })}
            />
          )}
        </Labelled>
      )}
    </ActDrawer>
  );
}

type Shared = Pick<ServiceBody, 'servedHow' | 'servedOn' | 'decisionServedOn' | 'announcedOn' | 'receiptNumber'>;

/** Way, days and number: what one entry and an entry for many have in common. */
export function ServiceFields({ body, change }: { body: Shared; change: (next: Partial<Shared>) => void }) {
  const { today } = useOfficer();
  const apart = body.decisionServedOn !== undefined;
  const late = apart && body.decisionServedOn && body.servedOn ? diffDays(body.decisionServedOn, body.servedOn) : 0;
  return (
    <>
      <label className="field" htmlFor="served-how">
        送达方式
      </label>
      <Select
        id="served-how"
        value={body.servedHow}
        options={serviceWays}
        onChange={(servedHow) =>
          change({ servedHow, announcedOn: servedHow === 'public' ? (body.announcedOn ?? '') : undefined })
        }
      />
      <WayHint way={body.servedHow} on={today} />
      {body.servedHow === 'public' && (
        <DayField
          label="公告发出日期"
          value={body.announcedOn ?? ''}
          max={today}
          change={(announcedOn) => {
            const counted = announcedOn ? servedByAnnouncement(announcedOn) : null;
            change({ announcedOn, ...(counted && counted <= today ? { servedOn: counted } : {}) });
          }}
        />
      )}
      <DayField label="告知书送达日期" value={body.servedOn} max={today} change={(servedOn) => change({ servedOn })} />
      <Checkbox
        checked={!apart}
        onChange={(event) => change({ decisionServedOn: event.target.checked ? undefined : body.servedOn })}
      >
        和决定书同一天送达
      </Checkbox>
      {apart && (
        <DayField
          label="决定书送达日期"
          value={body.decisionServedOn ?? ''}
          max={today}
          change={(decisionServedOn) => change({ decisionServedOn })}
        />
      )}
      {late > 0 && (
        <p className="chip chip-attention">！比决定书晚 {late} 天送达，不算两书同达；再晚也要送达并登记。</p>
      )}
      <Labelled label="送达回证或邮件编号（可以不填）">
        {(id) => (
          <TextLine
            id={id}
            value={body.receiptNumber ?? ''}
            maxLength={60}
            onChange={(event) => change({ receiptNumber: event.target.value })}
          />
        )}
      </Labelled>
    </>
  );
}

/** Which day counts as the day of service, and what to keep: by the way chosen. */
function WayHint({ way, on }: { way: ServiceWay; on: string }) {
  const rule = serviceWayRules[way].on(on);
  if (!rule) return null;
  return (
    <p className="quiet">
      送达日期填{rule.value.counts}；留存{rule.value.receipt}。
    </p>
  );
}

interface ProofProps {
  readonly params: { readonly subjectKey: string; readonly recordId: string };
  readonly keep: (proofId: string) => void;
}

function ProofField({ params, keep }: ProofProps) {
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (file: File) => {
    setBusy(true);
    setError(null);
    try {
      const kept = await upload('keepServiceProof', { params, body: {}, file });
      keep(kept.proofId);
      setName(kept.fileName);
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
      if (input.current) input.current.value = '';
    }
  };
  return (
    <div>
      <input
        ref={input}
        type="file"
        hidden
        accept=".pdf,.jpg,.jpeg,.png"
        onChange={(event) => event.target.files?.[0] && void send(event.target.files[0])}
      />
      <Button onClick={() => input.current?.click()} loading={busy}>
        上传送达凭证（可以不传）
      </Button>{' '}
      <span className="quiet">{name && `已上传：${name}`}</span>
      <Refused error={error} />
    </div>
  );
}
