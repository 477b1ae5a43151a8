import { Button, Radio, Select } from 'antd';
import type { ObjectionView } from '#contract/objection-views.ts';
import { sayFact } from '#domain/casework/objections/record-corrections.ts';
import { ActDrawer } from '../../office/ActDrawer.tsx';
import { FactInput } from '../../office/FactInput.tsx';
import { Labelled } from '../../office/Labelled.tsx';
import { TextBox, TextLine } from '../../office/TextInput.tsx';
import { useKept } from '../../office/use-kept.ts';
import { ObjectionHandsNote, objectionVerb, returnedContent } from './ObjectionChain.tsx';
import type { ObjectionActProps } from './objection-act-props.ts';
import { useObjectionAct } from './use-objection-act.ts';

type Outcome = 'upheld' | 'partly-upheld' | 'rejected';
interface Finding {
  readonly text: string;
  readonly evidence: string;
}

interface Answer {
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  readonly corrections: readonly { readonly field: string; readonly value: string }[];
}

/** 答复: outcome, what was found, and the corrected values; what was claimed is filled in. */
export function AnswerDrawer({ view, close }: ObjectionActProps) {
  const draft = useKept(`${view.summary.objectionId}/answer`);
  const act = useObjectionAct('answerObjection', view, draft.over(close));
  const aboutRecord = view.facts.length > 0;
  const before = returnedContent<Answer>(view.chain, 'answer');
  const [outcome, setOutcome] = draft.field<Outcome | null>('outcome', before?.outcome ?? null);
  const [findings, setFindings] = draft.field<readonly Finding[]>(
    'findings',
    before?.findings ?? [{ text: '', evidence: '' }],
  );
  const [corrections, setCorrections] = draft.field<Readonly<Record<string, string>>>(
    'corrections',
    Object.fromEntries(
      before?.corrections?.map((one) => [one.field, one.value]) ?? view.claims.map((one) => [one.field, one.shouldSay]),
    ),
  );
  const corrects = aboutRecord && outcome !== null && outcome !== 'rejected';
  const submit = () =>
    outcome &&
    act.send({
      outcome,
      findings: findings.filter((one) => one.text.trim() !== '' || findings.length === 1),
      corrections: corrects ? Object.entries(corrections).map(([field, value]) => ({ field, value })) : [],
    });
  return (
    <ActDrawer
      draft={draft}
      title="答复异议"
      open
      close={close}
      verb={objectionVerb(view.chain, 'answer', '作出答复')}
      {...act}
      submit={submit}
      width={760}
    >
      <ObjectionHandsNote chain={view.chain} act="answer" />
      <Labelled label="结论">
        {(id) => (
          <Radio.Group
            id={id}
            value={outcome}
            onChange={(event) => setOutcome(event.target.value as Outcome)}
            options={[
              { value: 'upheld', label: '异议成立' },
              ...(aboutRecord ? [{ value: 'partly-upheld', label: '部分成立' }] : []),
              { value: 'rejected', label: '异议不成立' },
            ]}
          />
        )}
      </Labelled>
      {outcome && <p>{consequence(view, outcome)}</p>}
      {findings.map((one, at) => (
        <FindingLine
          key={at}
          at={at}
          finding={one}
          change={(next) => setFindings(findings.map((old, i) => (i === at ? next : old)))}
        />
      ))}
      <Button onClick={() => setFindings([...findings, { text: '', evidence: '' }])}>再写一条核查情况</Button>
      {corrects && <Corrections view={view} corrections={corrections} change={setCorrections} />}
    </ActDrawer>
  );
}

function consequence(view: ObjectionView, outcome: Outcome): string {
  if (outcome === 'rejected') return '公示和原决定不变，答复书写明其他途径。';
  if (view.summary.itemId !== null) return '原决定不再有效，申请人可以重新申请。';
  if (view.summary.ground === 'listing') return '这条列入停止公示，并通知各平台更正。';
  return '信息按下面填写的更正，前后内容记入台账，并通知各平台更正。';
}

function FindingLine(props: { at: number; finding: Finding; change: (next: Finding) => void }) {
  const { at, finding, change } = props;
  return (
    <>
      <Labelled label={`核查情况 ${at + 1}`}>
        {(id) => (
          <TextBox
            id={id}
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={finding.text}
            onChange={(event) => change({ ...finding, text: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={`依据 ${at + 1}（可不填）`}>
        {(id) => (
          <TextLine
            id={id}
            maxLength={2000}
            value={finding.evidence}
            onChange={(event) => change({ ...finding, evidence: event.target.value })}
          />
        )}
      </Labelled>
    </>
  );
}

function Corrections(props: {
  view: ObjectionView;
  corrections: Readonly<Record<string, string>>;
  change: (next: Readonly<Record<string, string>>) => void;
}) {
  const { view, corrections, change } = props;
  const named = view.facts.filter((fact) => fact.field in corrections);
  const others = view.facts.filter((fact) => !(fact.field in corrections));
  return (
    <fieldset>
      <legend>更正为</legend>
      {named.map((fact) => (
        <div key={fact.field}>
          <FactInput
            fact={fact}
            value={corrections[fact.field]!}
            change={(value) => change({ ...corrections, [fact.field]: value })}
          />
          <p className="quiet">
            现在：{sayFact(fact.field, fact.says)}{' '}
            <button
              type="button"
              className="link"
              onClick={() =>
                change(Object.fromEntries(Object.entries(corrections).filter(([field]) => field !== fact.field)))
              }
            >
              不更正这一项
            </button>
          </p>
        </div>
      ))}
      {others.length > 0 && (
        <Select
          aria-label="再更正一项"
          placeholder="再更正一项"
          value={null}
          options={others.map((fact) => ({ value: fact.field, label: fact.label }))}
          onChange={(field: string | null) => field && change({ ...corrections, [field]: '' })}
        />
      )}
    </fieldset>
  );
}
