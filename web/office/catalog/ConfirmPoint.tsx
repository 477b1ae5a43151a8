import { Link, useParams } from '@tanstack/react-router';
import { Input, InputNumber, Radio, Select } from 'antd';
import { addDays } from '#domain/plain-date.ts';
import type { ReplyTo } from '../../api.ts';
import { useAsk } from '../ask.ts';
import { Loaded, Nothing } from '../Loaded.tsx';
import { useOfficer } from '../session.ts';
import { paperText } from './catalog-words.ts';
import { basisOf, type DraftPaper, noPaper, paperOf } from './draft-paper.ts';
import { Fielded, GroupFault } from './Fielded.tsx';
import { FilingForm } from './FilingForm.tsx';
import { PaperFields } from './PaperFields.tsx';
import { type FilingBase, useFiling } from './use-filing.ts';

type Point = ReplyTo<'listLawPoints'>['points'][number];
type Clock = 'finding' | 'published' | 'correction';

interface ConfirmDraft extends FilingBase {
  readonly choice: string;
  readonly months: number | null;
  readonly clock: Clock;
  readonly paper: DraftPaper;
  readonly until: string;
}

/** An office's written answer to a point the texts leave open. */
export function ConfirmPoint() {
  const { point = '' } = useParams({ strict: false }) as { point?: string };
  const query = useAsk('listLawPoints', { query: {} });
  return (
    <Loaded query={query} rows={8} screen="录入书面答复">
      {({ points }) => {
        const found = points.find((one) => one.key === point);
        return found ? <Form key={point} point={found} /> : <Nothing>没有这个待确认的问题。</Nothing>;
      }}
    </Loaded>
  );
}

/** Days left between filing and the usual decision. */
export const roomToDecide = 7;

function Form({ point }: { point: Point }) {
  const { today } = useOfficer();
  const initial: ConfirmDraft = {
    effectiveOn: addDays(today, roomToDecide),
    basis: '',
    urgentReason: '',
    choice: '',
    months: null,
    clock: 'finding',
    paper: noPaper,
    until: '',
  };
  const filing = useFiling<ConfirmDraft>(
    `confirm.${point.key}`,
    initial,
    (draft) => ({
      kind: 'confirmation',
      target: point.key,
      content: {
        value: point.answer === 'choice' ? draft.choice : { months: draft.months ?? -1, clock: draft.clock },
        paper: paperOf(draft.paper),
        ...(draft.until ? { until: draft.until } : {}),
      },
    }),
    (draft) => basisOf(draft.paper),
  );
  const { draft, set } = filing;
  return (
    <FilingForm
      title={`录入确认：${point.name}`}
      intro={<Link to={'/catalog/points' as never}>← 全部待确认问题</Link>}
      kind="confirmation"
      filing={filing}
      basisFromPaper
    >
      <Standing point={point} />
      <section className="card drawer-body" aria-labelledby="answer-title">
        <h2 id="answer-title">答复</h2>
        {point.answer === 'choice' ? (
          <fieldset className="choices">
            <legend>有权机关怎么答复</legend>
            <Radio.Group
              className="choices-down"
              value={draft.choice}
              options={point.choices.map((one) => ({ value: one.value, label: one.label }))}
              onChange={(event) => set({ choice: event.target.value as string })}
            />
            <GroupFault path="content.value" />
          </fieldset>
        ) : (
          <Wait draft={draft} set={set} />
        )}
      </section>
      <section className="card drawer-body" aria-labelledby="paper-title">
        <h2 id="paper-title">答复的文件</h2>
        <PaperFields paper={draft.paper} set={(paper) => set({ paper })} />
        <Until value={draft.until} set={(until) => set({ until })} />
      </section>
    </FilingForm>
  );
}

function Standing({ point }: { point: Point }) {
  return (
    <section className="card" aria-labelledby="standing-title">
      <h2 id="standing-title">现在的情况</h2>
      <dl className="facts facts-wide">
        <dt>由谁答复</dt>
        <dd>{point.whoAnswers}</dd>
        {point.confirmed ? (
          <>
            <dt>已有的确认</dt>
            <dd>
              {point.confirmed.text}，{paperText(point.confirmed.paper)}
            </dd>
          </>
        ) : (
          <>
            <dt>确认以前</dt>
            <dd>{point.until}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

const clocks = [
  { value: 'finding', label: '认定文书之日' },
  { value: 'published', label: '公布之日' },
  { value: 'correction', label: '改正之日' },
];

function Wait({ draft, set }: { draft: ConfirmDraft; set: (change: Partial<ConfirmDraft>) => void }) {
  return (
    <div className="form-grid">
      <Fielded label="等几个月可以申请" path="content.value" below hint="0 表示没有等待期，最长 36 个月">
        {(control) => (
          <InputNumber
            {...control}
            min={0}
            max={36}
            precision={0}
            value={draft.months}
            onChange={(months) => set({ months })}
          />
        )}
      </Fielded>
      <Fielded label="从哪一天起算" path="content.value.clock">
        {(control) => <Select {...control} value={draft.clock} options={clocks} onChange={(clock) => set({ clock })} />}
      </Fielded>
    </div>
  );
}

/** The last day of a row that ends by itself. */
export function Until({ value, set }: { value: string; set: (day: string) => void }) {
  return (
    <Fielded label="终止日（没有写明的不填）" path="content.until">
      {(control) => (
        <span className="day-field">
          <Input {...control} type="date" value={value} onChange={(event) => set(event.target.value)} />
        </span>
      )}
    </Fielded>
  );
}
