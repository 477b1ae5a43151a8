import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ObjectionWay } from '#contract/objection-views.ts';
import { objectionLength } from '#contract/objections.ts';
import { call, newRequestId } from '../../api.ts';
import { asProblem, type FieldProblem } from '../../api-problem.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextArea, TextField } from '../../ui/Field.tsx';
import { FileUpload, type UploadedFile } from '../../ui/FileUpload.tsx';
import { sendMaterial } from '../send-material.ts';
import { ClaimFields } from './ClaimFields.tsx';
import { EvidenceNote } from './EvidenceNote.tsx';

interface Props {
  readonly way: ObjectionWay;
  readonly subjectKey: string;
  readonly recordId: string;
  readonly unitName: string;
  readonly contact: { readonly name: string; readonly phone: string };
}

/** What an objection says; faults of the server come back to their fields. */
export function ObjectionForm({ way, subjectKey, recordId, unitName, contact: known }: Props) {
  const [claims, setClaims] = useState<Readonly<Record<string, string>>>({});
  const [reasons, setReasons] = useState('');
  const [contact, setContact] = useState(known);
  const [door, setDoor] = useState<'credit-china' | 'unit'>(way.doors[0] ?? 'unit');
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const requestId = useRef(newRequestId());
  const queries = useQueryClient();
  const navigate = useNavigate();
  const lodge = useMutation({
    mutationFn: () =>
      call('lodgeObjection', {
        params: { subjectKey },
        body: {
          requestId: requestId.current,
          recordId,
          itemId: way.itemId,
          ground: way.ground,
          door,
          claims: Object.entries(claims).map(([field, shouldSay]) => ({ field, shouldSay })),
          reasons,
          request: '',
          contact,
          attachmentIds: files.map((file) => file.id),
        },
      }),
    onSuccess: async (view) => {
      await queries.invalidateQueries({ queryKey: ['objections'] });
      await queries.invalidateQueries({ queryKey: ['objection-ways'] });
      await navigate({
        to: '/objections/$subjectKey/$objectionId',
        params: { subjectKey, objectionId: view.summary.objectionId },
      });
    },
  });
  const problem = lodge.error ? asProblem(lodge.error) : null;
  const faults = (problem?.fields ?? []).map((one) => ({ ...one, field: controlOf(one.field, Object.keys(claims)) }));
  const faultOf = (id: string) => faults.find((one) => one.field === id)?.text;
  return (
    <form
      className="stack-wide"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        lodge.mutate();
      }}
    >
      <ErrorSummary errors={faults as FieldProblem[]} />
      {problem && faults.length === 0 && (
        <Banner tone="bad" live title="没有提交成功">
          <p>{problem.detail}</p>
          <p className="small">您填的内容都在；不知道有没有提交成功的，再按一次也不会重复。</p>
        </Banner>
      )}
      {way.facts.length > 0 && (
        <ClaimFields facts={way.facts} claims={claims} change={setClaims} faultOf={faultOf} id="claims" />
      )}
      <TextArea
        id="reasons"
        label="事实和理由"
        hint="写清楚哪里不对、为什么。有决定书、截图等佐证材料的，在下面上传。"
        maxLength={objectionLength.reasons}
        value={reasons}
        error={faultOf('reasons')}
        onChange={setReasons}
      />
      <fieldset className="field">
        <legend className="field-label">佐证材料</legend>
        <EvidenceNote way={way} none={files.length === 0} />
        <FileUpload
          id="objection-files"
          label="佐证材料"
          files={files}
          send={async (file, onProgress, signal) => {
            const kept = await sendMaterial(subjectKey, 'objection-evidence', file, onProgress, signal);
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
          id="door"
          legend="怎样提出"
          choices={[
            { value: 'credit-china', label: '通过“信用中国”', hint: '收到后 1 个工作日内推送给认定单位' },
            { value: 'unit', label: '直接向认定单位', hint: unitName },
          ]}
          value={[door]}
          onChange={([next]) => setDoor(next === 'unit' ? 'unit' : 'credit-china')}
        />
      )}
      <TextField
        id="contact-name"
        label="联系人"
        maxLength={60}
        autoComplete="name"
        value={contact.name}
        error={faultOf('contact-name')}
        onChange={(name) => setContact({ ...contact, name })}
      />
      <TextField
        id="contact-phone"
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

/** The control of a field of the request: `claims.0.shouldSay` → `claims-value-act`. */
function controlOf(field: string, named: readonly string[]): string {
  const claim = /^claims\.(\d+)/.exec(field);
  if (claim) return `claims-value-${named[Number(claim[1])]}`;
  return field.replace('.', '-');
}
