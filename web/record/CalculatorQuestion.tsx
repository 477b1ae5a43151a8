import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { parsePlainDate } from '#domain/plain-date.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceButtons } from '../ui/ChoiceButtons.tsx';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { DateField } from '../ui/Field.tsx';
import { unknown } from './assessment.ts';
import type { Question } from './calculator-questions.ts';

interface CalculatorQuestionProps {
  question: Question;
  value: string | undefined;
  today: string;
  onAnswer: (value: string) => void;
}

/** One question of the calculator: one tap answers and goes on; ticks and days need 下一步. */
export function CalculatorQuestion({ question, value, today, onAnswer }: CalculatorQuestionProps) {
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [question.id]);
  return (
    <>
      <h2 id={title} tabIndex={-1} ref={heading}>
        {question.title}
      </h2>
      {question.hint && question.kind !== 'day' && <p className="field-hint">{question.hint}</p>}
      {question.kind === 'one' && (
        <ChoiceButtons choices={question.choices ?? []} chosen={value} onChoose={onAnswer} labelledBy={title} />
      )}
      {question.kind === 'many' && <Many question={question} value={value} onAnswer={onAnswer} />}
      {question.kind === 'day' && <Day question={question} value={value} today={today} onAnswer={onAnswer} />}
    </>
  );
}

function Many({ question, value, onAnswer }: Omit<CalculatorQuestionProps, 'today'>) {
  const [chosen, setChosen] = useState<readonly string[]>(value ? value.split('、') : []);
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen.length === 0) setError('请选一项或者几项');
    else onAnswer(chosen.join('、'));
  };
  return (
    <form className="stack-wide" onSubmit={submit} noValidate>
      <ChoiceField
        id={question.id}
        legend={<span className="visually-hidden">{question.title}</span>}
        many
        inline
        error={error}
        choices={question.choices ?? []}
        value={chosen}
        onChange={setChosen}
      />
      <Button type="submit" wide>
        下一步
      </Button>
    </form>
  );
}

function Day({ question, value, today, onAnswer }: CalculatorQuestionProps) {
  const [day, setDay] = useState(value === unknown ? '' : (value ?? ''));
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = faultOf(question, day, today);
    setError(wrong);
    if (!wrong) onAnswer(day);
  };
  return (
    <form className="stack-wide" onSubmit={submit} noValidate>
      <DateField
        id={question.id}
        label="日期"
        {...(question.hint ? { hint: question.hint } : {})}
        error={error}
        value={day}
        onChange={setDay}
      />
      <div className="row">
        <Button type="submit" wide>
          下一步
        </Button>
        {question.skip && (
          <Button kind="quiet" onClick={() => onAnswer(unknown)}>
            {question.skip}
          </Button>
        )}
      </div>
    </form>
  );
}

function faultOf(question: Question, day: string, today: string): string | undefined {
  if (!parsePlainDate(day)) return '请填写年、月、日';
  if (!question.future && day > today) return '这个日期不能晚于今天';
  if (question.from && day < question.from) return '这个日期不会早于决定书的日期';
  return undefined;
}
