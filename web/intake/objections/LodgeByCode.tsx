import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ObjectionsByCode } from '#contract/objection-by-code.ts';
import type { ObjectionWay } from '#contract/objection-views.ts';
import { objectionLength } from '#contract/objections.ts';
import { call, newRequestId } from '../../api.ts';
import { asProblem } from '../../api-problem.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextArea, TextField } from '../../ui/Field.tsx';
import { FileUpload, type UploadedFile } from '../../ui/FileUpload.tsx';
import type { HeldCode } from '../file-by-code.ts';
import { sendByCode } from '../send-by-code.ts';
import { EvidenceNote } from './EvidenceNote.tsx';

interface Props {
  readonly item: ObjectionsByCode['items'][number];
  readonly way: ObjectionWay;
  readonly code: HeldCode;
  readonly done: () => void;
}

/** The form of an objection for the holder of number and query code; controls carry the item's number, since several may be open. */
export function LodgeByCode({ item, way, code, done }: Props) {
  const at = (name: string) => `objection-${item.itemNumber}-${name}`;
  const [reasons, setReasons] = useState('');
  const [contact, setContact] = useState({ name: '', phone: '' });
  const [door, setDoor] = useState<'credit-china' | 'unit'>(way.doors[0] ?? 'unit');
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const requestId = useRef(newRequestId());
  const lodge = useMutation({
    mutationFn: () =>
      call('lodgeObjectionByCode', {
        body: {
          ...code,
          itemNumber: item.itemNumber,
          requestId: requestId.current,
          door,
          reasons,
          contact,
          attachmentIds: files.map((file) => file.id),
        },
      }),
    onSuccess: done,
  });
  const problem = lodge.error ? asProblem(lodge.error) : null;
  const faults = (problem?.fields ?? []).map((one) => ({ ...one, field: at(one.field.replace('.', '-')) }));
  const faultOf = (name: string) => faults.find((one) => one.field === at(name))?.text;
  return (
    <form
      className="stack-wide"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        lodge.mutate();
      }}
    >
      <ErrorSummary errors={faults} />
      {problem && faults.length === 0 && (
        <Banner tone="bad" live title="没有提交成功">
          <p>{problem.detail}</p>
          <p className="small">您填的内容都在；不知道有没有提交成功的，再按一次也不会重复。</p>
        </Banner>
      )}
      <TextArea
        id={at('reasons')}
        label="事实和理由"
        hint="写清楚为什么不同意。有佐证材料的，在下面上传。"
        maxLength={objectionLength.reasons}
        value={reasons}
        error={faultOf('reasons')}
        onChange={setReasons}
      />
      <fieldset className="field">
        <legend className="field-label">佐证材料</legend>
        <EvidenceNote way={way} none={files.length === 0} />
        <FileUpload
          id={at('files')}
          label="佐证材料"
          files={files}
          send={async (file, onProgress, signal) => {
            const of = { ...code, itemNumber: item.itemNumber };
            const kept = await sendByCode(of, 'objection-evidence', file, onProgress, signal);
            setFiles((before) => [
              ...before,
              { id: kept.attachmentId, name: kept.fileName, bytes: kept.bytes, waiting: kept.scan === 'waiting' },
            ]);
          }}
          onRemove={(id) => setFiles((before) => before.filter((one) => one.id !== id))}
          error={faultOf('attachmentIds')}
        />
      </fieldset>
      {way.doors.length > 1 && (
        <ChoiceField
          id={at('door')}
          legend="怎样提出"
          choices={[
            { value: 'credit-china', label: '通过“信用中国”', hint: '收到后 1 个工作日内推送给认定单位' },
            { value: 'unit', label: '直接向认定单位', hint: item.unitName },
          ]}
          value={[door]}
          onChange={([next]) => setDoor(next === 'unit' ? 'unit' : 'credit-china')}
        />
      )}
      <TextField
        id={at('contact-name')}
        label="联系人"
        maxLength={60}
        autoComplete="name"
        value={contact.name}
        error={faultOf('contact-name')}
        onChange={(name) => setContact({ ...contact, name })}
      />
      <TextField
        id={at('contact-phone')}
        label="联系电话"
        type="tel"
        maxLength={20}
        autoComplete="tel"
        value={contact.phone}
        error={faultOf('contact-phone')}
        onChange={(phone) => setContact({ ...contact, phone })}
      />
      <Button type="submit" wide busy={lodge.isPending} busyText="正在提交…">
        提交异议
      </Button>
    </form>
  );
}
