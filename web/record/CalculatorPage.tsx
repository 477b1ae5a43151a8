import type { FieldProblem } from '../api-problem.ts';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { DateField, TextField } from '../ui/Field.tsx';
import { type Answers, isPenalty } from './assessment.ts';
import { fieldChoices, matterChoices, penaltyChoices, subjectChoices, yesNo } from './calculator-questions.ts';

interface CalculatorPageProps {
  page: string;
  answers: Answers;
  faults: readonly FieldProblem[];
  onChange: (answers: Answers) => void;
}

/** The questions of one page of the calculator. */
export function CalculatorPage({ page, answers, faults, onChange }: CalculatorPageProps) {
  const error = (id: string) => faults.find((one) => one.field === id)?.text;
  const one = (key: keyof Answers) => ({
    id: key,
    error: error(key),
    value: [answers[key] as string],
    onChange: ([value]: string[]) => onChange({ ...answers, [key]: value }),
  });
  const text = (key: keyof Answers) => ({
    id: key,
    error: error(key),
    value: answers[key] as string,
    onChange: (value: string) => onChange({ ...answers, [key]: value }),
  });
  if (page === 'matter')
    return (
      <>
        <ChoiceField {...one('subjectType')} legend="是谁的信息？" choices={subjectChoices} />
        <ChoiceField {...one('matter')} legend="遇到的是哪一种？" choices={matterChoices} />
      </>
    );
  if (page === 'dates')
    return (
      <>
        <DateField
          {...text('findingDate')}
          label={isPenalty(answers.matter) ? '处罚决定书是哪天作出的？' : '列入决定是哪天作出的？'}
          hint="看决定书末尾盖章处的日期。"
        />
        <ChoiceField
          {...one('published')}
          legend="已经在网上公示了吗？"
          hint="在“信用中国”或国家企业信用信息公示系统能查到，就是已经公示。"
          choices={[
            { value: 'yes', label: '已经公示' },
            { value: 'no', label: '没有公示' },
          ]}
          inline
        />
        {answers.published === 'yes' && (
          <DateField
            {...text('publishedDate')}
            label="哪天开始公示的？"
            hint="公示页面上有。不清楚可以填决定书的日期。"
          />
        )}
      </>
    );
  if (page === 'penalty') return <PenaltyQuestions {...{ answers, onChange, error, one, text }} />;
  return (
    <>
      <ChoiceField
        {...one('duties')}
        legend={
          isPenalty(answers.matter) ? '罚款都缴清、该整改的都整改了吗？' : '该履行的义务都履行、该改正的都改正了吗？'
        }
        choices={[
          { value: 'yes', label: '都完成了' },
          { value: 'no', label: '还没有' },
        ]}
        inline
      />
      {answers.duties === 'yes' && (
        <DateField {...text('correctionDate')} label="哪天完成的？" optional hint="缴清罚款、完成整改的最后一天。" />
      )}
      <ChoiceField
        {...one('again')}
        legend="最近又因为同类行为被处罚或被列入过吗？"
        choices={yesNo.map((choice) => ({ ...choice, label: choice.value === 'yes' ? '有' : '没有' }))}
        inline
      />
    </>
  );
}

interface PenaltyProps extends Pick<CalculatorPageProps, 'answers' | 'onChange'> {
  error: (id: string) => string | undefined;
  one: (key: keyof Answers) => {
    id: string;
    error: string | undefined;
    value: string[];
    onChange: (value: string[]) => void;
  };
  text: (key: keyof Answers) => {
    id: string;
    error: string | undefined;
    value: string;
    onChange: (value: string) => void;
  };
}

function PenaltyQuestions({ answers, onChange, error, one, text }: PenaltyProps) {
  return (
    <>
      <ChoiceField
        id="penalties"
        legend="处罚了什么？"
        hint="可以选几项。"
        many
        inline
        error={error('penalties')}
        choices={penaltyChoices}
        value={answers.penalties}
        onChange={(penalties) => onChange({ ...answers, penalties })}
      />
      {answers.penalties.includes('罚款') && (
        <TextField
          {...text('amount')}
          label="罚款多少元？"
          inputMode="decimal"
          optional
          hint="只填数字，例如 20000。"
        />
      )}
      <ChoiceField
        {...one('procedure')}
        legend="是当场作出的处罚吗？"
        hint="当场开出、金额不大的，是简易程序。不清楚可以不选。"
        choices={[
          { value: 'simple', label: '当场作出' },
          { value: 'ordinary', label: '不是当场' },
        ]}
        inline
      />
      {answers.matter === 'market-penalty' && (
        <ChoiceField {...one('field')} legend="和下面哪个领域有关？" choices={fieldChoices} inline />
      )}
    </>
  );
}
