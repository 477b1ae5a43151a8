import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../access/use-session.ts';
import { call } from '../api.ts';
import { asProblem, type FieldProblem } from '../api-problem.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { DateField, TextField } from '../ui/Field.tsx';
import { Skeleton } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { DayCounterPauses } from './DayCounterPauses.tsx';
import { DayCounterResult } from './DayCounterResult.tsx';
import './day-counter.css';
import { checkQuestion, type DayQuestionInput, readQuestion, toQuery } from './day-question.ts';

const units = [
  { value: 'working-days', label: '工作日' },
  { value: 'natural-days', label: '自然日' },
  { value: 'months', label: '月' },
] as const;

/** 算日子: so many days from a day, with the reason for each of them. Anybody may, nothing is kept. */
export function DayCounter() {
  const session = useSession();
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  return (
    <Page
      title="算日子"
      lead="期限到哪一天，哪些天算、哪些天不算，一天一天说清楚。放假和调休按国务院办公厅公布的安排。"
    >
      {session.data ? (
        // A question in the address is asked at once; a new address starts the page anew.
        <Asking key={JSON.stringify(search)} today={session.data.today} search={search} />
      ) : (
        <Skeleton lines={6} />
      )}
    </Page>
  );
}

function Asking({ today, search }: { today: string; search: Record<string, unknown> }) {
  const asked = readQuestion(search, today);
  const [input, setInput] = useState(asked);
  const [faults, setFaults] = useState<readonly FieldProblem[]>([]);
  const navigate = useNavigate();
  const ready = asked.count !== '' && checkQuestion(asked).length === 0;
  const answer = useQuery({
    queryKey: ['day-counts', asked],
    queryFn: () => call('countDays', { query: toQuery(asked) }),
    enabled: ready,
  });
  const ask = (event: React.FormEvent) => {
    event.preventDefault();
    const found = checkQuestion(input);
    setFaults(found);
    if (found.length === 0) void navigate({ to: '/days', search: toQuery(input) as never, resetScroll: false });
  };
  return (
    <>
      <ErrorSummary errors={faults} />
      <form className="card stack no-print" onSubmit={ask} noValidate>
        <Questions {...{ input, faults, setInput }} />
        <Button type="submit" wide busy={answer.isFetching} busyText="正在推算…">
          算一算
        </Button>
      </form>
      {answer.error && (
        <Banner tone="bad" live title="没有算出来">
          <p>{asProblem(answer.error).detail}</p>
        </Banner>
      )}
      {answer.data && <DayCounterResult count={answer.data} />}
    </>
  );
}

interface QuestionsProps {
  readonly input: DayQuestionInput;
  readonly faults: readonly FieldProblem[];
  readonly setInput: (input: DayQuestionInput) => void;
}

function Questions({ input, faults, setInput }: QuestionsProps) {
  const error = (id: string) => faults.find((one) => one.field === id)?.text;
  return (
    <>
      <DateField
        id="from"
        label="从哪一天起？"
        hint="收到、送达、受理的那一天。这一天不计入。"
        error={error('from')}
        value={input.from}
        onChange={(from) => setInput({ ...input, from })}
      />
      <ChoiceField
        id="unit"
        legend="按什么算？"
        inline
        choices={units}
        value={[input.unit]}
        onChange={([unit]) => setInput({ ...input, unit: unit as DayQuestionInput['unit'] })}
      />
      <TextField
        id="count"
        label={input.unit === 'months' ? '几个月？' : '几天？'}
        inputMode="numeric"
        error={error('count')}
        value={input.count}
        onChange={(count) => setInput({ ...input, count: count.trim() })}
      />
      <ChoiceField
        id="direction"
        legend="往哪边算？"
        inline
        choices={[
          { value: 'forward', label: '往后算', hint: '到哪天为止' },
          { value: 'back', label: '往前算', hint: '最晚哪天以前' },
        ]}
        value={[input.direction]}
        onChange={([direction]) => setInput({ ...input, direction: direction as DayQuestionInput['direction'] })}
      />
      {input.direction === 'forward' && (
        <DayCounterPauses pauses={input.pauses} error={error} onChange={(pauses) => setInput({ ...input, pauses })} />
      )}
    </>
  );
}
