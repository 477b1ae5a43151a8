import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call, newRequestId, type ReplyTo } from '../../api.ts';
import { asProblem, type FieldProblem } from '../../api-problem.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { DateField, TextArea, TextField } from '../../ui/Field.tsx';
import { FileUpload, type UploadedFile } from '../../ui/FileUpload.tsx';
import { sendMaterial } from '../send-material.ts';

interface Props {
  readonly law: ReplyTo<'listRecordOrders'>['possible'][number];
  readonly subjectKey: string;
  readonly recordId: string;
}

const titles: Readonly<Record<string, string>> = {
  shielding: '申请重整、和解期间临时屏蔽',
  completion: '告知已经执行完毕，打开申请修复的路',
};

/** One thing that can be asked for, with what the clause says, the paper it wants and what it leaves open. */
export function AskOrder({ law, subjectKey, recordId }: Props) {
  const [open, setOpen] = useState(false);
  const term = law.days === null ? '' : `${law.duty === 'shall' ? '应当' : '可以'}在 ${law.days} 个工作日内办理。`;
  return (
    <section className="section">
      <h2>{titles[law.kind] ?? law.name}</h2>
      <p>
        {law.text}。{term}
      </p>
      {law.open.map((one) => (
        <p key={one.text} className="small">
          没有写明的：{one.text}
        </p>
      ))}
      <p className="small">{law.cites.map((one) => one.text).join('；')}</p>
      {open ? (
        <AskForm law={law} subjectKey={subjectKey} recordId={recordId} />
      ) : (
        <Button onClick={() => setOpen(true)}>填写申请</Button>
      )}
    </section>
  );
}

const emptyGround = { title: '民事裁定书', number: '', office: '', day: '' };

function AskForm({ law, subjectKey, recordId }: Props) {
  const [as, setAs] = useState<'enterprise' | 'administrator'>('enterprise');
  const [ground, setGround] = useState(emptyGround);
  const [note, setNote] = useState('');
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const requestId = useRef(newRequestId());
  const queries = useQueryClient();
  const ask = useMutation({
    mutationFn: () =>
      call('askRecordOrder', {
        params: { subjectKey, recordId },
        body: {
          requestId: requestId.current,
          kind: law.kind as 'shielding' | 'completion',
          as,
          ground: { ...ground, attachmentId: files[0]?.id ?? null },
          note,
        },
      }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['record-orders', recordId] }),
        queries.invalidateQueries({ queryKey: ['records'] }),
      ]),
  });
  const problem = ask.error ? asProblem(ask.error) : null;
  const faults = (problem?.fields ?? []).map((one) => ({ ...one, field: one.field.replace('ground.', 'ground-') }));
  const faultOf = (id: string) => faults.find((one) => one.field === id)?.text;
  const field = (key: keyof typeof emptyGround) => ({
    id: `ground-${key}`,
    value: ground[key],
    error: faultOf(`ground-${key}`),
    onChange: (value: string) => setGround({ ...ground, [key]: value }),
  });
  return (
    <form
      className="stack-wide"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <ErrorSummary errors={faults as FieldProblem[]} />
      {problem && faults.length === 0 && (
        <Banner tone="bad" live title="没有提交成功">
          <p>{problem.detail}</p>
        </Banner>
      )}
      <ChoiceField
        id="as"
        legend="谁申请"
        choices={[
          { value: 'enterprise', label: '企业' },
          { value: 'administrator', label: '管理人' },
        ]}
        value={[as]}
        onChange={([next]) => setAs(next === 'administrator' ? 'administrator' : 'enterprise')}
      />
      <p>要交：{law.paper}</p>
      <TextField label="文书名称" maxLength={100} {...field('title')} />
      <TextField label="案号" hint="例如（2026）赣01破1号" maxLength={100} {...field('number')} />
      <TextField label="作出裁定的法院" maxLength={100} {...field('office')} />
      <DateField label="裁定日期" {...field('day')} />
      <fieldset className="field">
        <legend className="field-label">裁定书</legend>
        <FileUpload
          id="court-ruling"
          label="裁定书"
          files={files}
          send={async (file, onProgress, signal) => {
            const kept = await sendMaterial(subjectKey, 'court-ruling', file, onProgress, signal);
            setFiles([
              { id: kept.attachmentId, name: kept.fileName, bytes: kept.bytes, waiting: kept.scan === 'waiting' },
            ]);
          }}
          onRemove={() => setFiles([])}
          error={faultOf('ground-attachmentId')}
        />
      </fieldset>
      <TextArea id="note" label="说明" optional maxLength={1000} value={note} onChange={setNote} />
      <Button type="submit" wide busy={ask.isPending} busyText="正在提交…">
        提交
      </Button>
    </form>
  );
}
