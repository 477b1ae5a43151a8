import { ActDrawer } from '../../office/ActDrawer.tsx';
import { Labelled } from '../../office/Labelled.tsx';
import { TextBox } from '../../office/TextInput.tsx';
import { useKept } from '../../office/use-kept.ts';
import type { ActProps } from '../act-props.ts';
import { DecisionPreview } from '../DecisionPreview.tsx';
import type { ItemActName } from '../done-words.ts';
import { ProposalText } from '../ProposalText.tsx';
import { useItemAct } from '../use-item-act.ts';

interface StepWords {
  readonly act: ItemActName;
  readonly title: string;
  readonly verb: string;
  readonly says: string;
  /** Label of the words that go with the step; null: none. */
  readonly words: string | null;
  readonly field: 'note' | 'reason';
  readonly preview?: true;
  readonly danger?: true;
}

function StepDrawer({ view, close, done, step }: ActProps & { step: StepWords }) {
  const draft = useKept(`${view.summary.itemId}/${step.act}`);
  const act = useItemAct(step.act, view, draft.over(done));
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
      busy={act.busy}
      error={act.error}
      refresh={act.refresh}
      submit={() => act.send(step.words === null ? {} : { [step.field]: words.trim() })}
      width={680}
    >
      <p>{step.says}</p>
      {proposal && (
        <>
          <p>
            <strong>{proposal.actName}</strong>，{proposal.by.name}提请
            {proposal.reviewed && `；${proposal.reviewed.by.name}审核通过`}
            {proposal.reviewed?.note && `：${proposal.reviewed.note}`}
          </p>
          {step.preview ? <DecisionPreview view={view} /> : <ProposalText proposal={proposal} />}
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
export const EndorseDrawer = (props: ActProps) => (
  <StepDrawer
    {...props}
    step={{
      act: 'endorseItem',
      title: '审核通过',
      verb: '审核通过，送负责人签发',
      says: '审核通过后送负责人签发；不同意的，请退回承办人并写明理由。',
      words: '审核意见（可以不填）',
      field: 'note',
      preview: true,
    }}
  />
);

/** 签发. */
export const SignDrawer = (props: ActProps) => (
  <StepDrawer
    {...props}
    step={{
      act: 'signItem',
      title: '签发',
      verb: '签发',
      says: '签发即作出决定：今天按现行规定再核对一次，编号、出文书、通知申请人。',
      words: '签发意见（可以不填）',
      field: 'note',
      preview: true,
    }}
  />
);

/** 退回承办人. */
export const ReturnDrawer = (props: ActProps) => (
  <StepDrawer
    {...props}
    step={{
      act: 'returnProposal',
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
export const RetractDrawer = (props: ActProps) => (
  <StepDrawer
    {...props}
    step={{
      act: 'retractProposal',
      title: '撤回提请',
      verb: '撤回提请',
      says: '撤回后可以修改再提请，也可以改办别的。',
      words: null,
      field: 'note',
    }}
  />
);
