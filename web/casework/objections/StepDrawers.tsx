import { ActDrawer } from '../../office/ActDrawer.tsx';
import { DueChip } from '../../office/DueChip.tsx';
import { Labelled } from '../../office/Labelled.tsx';
import { useOfficer } from '../../office/session.ts';
import { TextBox } from '../../office/TextInput.tsx';
import { useKept } from '../../office/use-kept.ts';
import { ProposedLines } from './ObjectionChain.tsx';
import type { ObjectionActProps } from './objection-act-props.ts';
import type { ObjectionActName } from './objection-done-words.ts';
import { useObjectionAct } from './use-objection-act.ts';

interface StepWords {
  readonly act: ObjectionActName;
  readonly title: string;
  readonly verb: string;
  readonly says: string;
  /** Label of the words that go with the step; null: none. */
  readonly words: string | null;
  readonly field: 'note' | 'reason';
  readonly danger?: true;
}

function StepDrawer({ view, close, step }: ObjectionActProps & { step: StepWords }) {
  const draft = useKept(`${view.summary.objectionId}/${step.act}`);
  const act = useObjectionAct(step.act, view, draft.over(close));
  const { today } = useOfficer();
  const [words, setWords] = draft.field('words', '');
  const proposal = view.chain?.proposal;
  return (
    <ActDrawer
      draft={draft}
      title={step.title}
      open
      close={close}
      verb={step.verb}
      danger={step.danger ?? false}
      {...act}
      submit={() => act.send(step.words === null ? {} : { [step.field]: words.trim() })}
      width={680}
    >
      <p>{step.says}</p>
      {proposal && (
        <>
          <p>
            <DueChip due={view.summary.due} today={today} closed={false} /> <strong>{proposal.actName}</strong>，
            {proposal.by.name}提请
            {proposal.reviewed && `；${proposal.reviewed.by.name}审核通过`}
            {proposal.reviewed?.note && `：${proposal.reviewed.note}`}
          </p>
          <ProposedLines proposal={proposal} />
        </>
      )}
      {step.words !== null && (
        <Labelled label={step.words}>
          {(id) => (
            <TextBox
              id={id}
              value={words}
              maxLength={500}
              autoSize={{ minRows: 2, maxRows: 8 }}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Labelled>
      )}
    </ActDrawer>
  );
}

/** 审核通过. */
export const EndorseDrawer = (props: ObjectionActProps) => (
  <StepDrawer
    {...props}
    step={{
      act: 'endorseObjection',
      title: '审核通过',
      verb: '审核通过，送负责人签发',
      says: '审核通过后送负责人签发；不同意的，请退回承办人并写明理由。',
      words: '审核意见（可以不填）',
      field: 'note',
    }}
  />
);

/** 签发. */
export const SignDrawer = (props: ObjectionActProps) => (
  <StepDrawer
    {...props}
    step={{
      act: 'signObjection',
      title: '签发',
      verb: '签发',
      says: '签发即作出答复：今天按现行规定再核对一次，更正信息、编号、出文书、通知申请人。',
      words: '签发意见（可以不填）',
      field: 'note',
    }}
  />
);

/** 退回承办人. */
export const ReturnDrawer = (props: ObjectionActProps) => (
  <StepDrawer
    {...props}
    step={{
      act: 'returnObjection',
      title: '退回承办人',
      verb: '退回承办人',
      says: '退回后由承办人接着上次的内容修改，再次提请。',
      words: '退回的理由',
      field: 'reason',
      danger: true,
    }}
  />
);

/** 撤回提请. */
export const RetractDrawer = (props: ObjectionActProps) => (
  <StepDrawer
    {...props}
    step={{
      act: 'retractObjection',
      title: '撤回提请',
      verb: '撤回提请',
      says: '撤回后可以修改再提请，也可以改办别的。',
      words: null,
      field: 'note',
    }}
  />
);
