import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { CalendarYear } from '#contract/calendar.ts';
import { readHolidayNotice } from '#domain/read-holiday-notice.ts';
import { useAct, useAsk } from '../ask.ts';
import { DayField } from '../DayField.tsx';
import { Labelled } from '../Labelled.tsx';
import { Loaded } from '../Loaded.tsx';
import { Refused } from '../Refused.tsx';
import { useOfficer } from '../session.ts';
import { TextBox, TextLine } from '../TextInput.tsx';
import { CalendarDays } from './CalendarDays.tsx';
import { CatalogFrame } from './CatalogFrame.tsx';
import { DiffTable } from './DiffTable.tsx';
import { type ArrangementInput, contentOf, firstInput, withNotice } from './year-arrangement.ts';

/** 录入一年的放假安排: paste the notice, look through what was read, compare, file. Another keeper approves it. */
export function CalendarYearEditor() {
  const { year = '' } = useParams({ strict: false }) as { year?: string };
  const { today } = useOfficer();
  const query = useAsk('getCalendarYear', { params: { year } }, { staleTime: Infinity });
  return (
    <CatalogFrame
      title={`录入${year}年放假安排`}
      intro="按国务院办公厅的通知录入。通知中途调整的，在现有安排上改，整年一起报备。"
    >
      <Loaded query={query} rows={10}>
        {(it) => <Editor key={it.year} year={it} today={today} />}
      </Loaded>
    </CatalogFrame>
  );
}

function Editor({ year, today }: { year: CalendarYear; today: string }) {
  const [input, setInput] = useState<ArrangementInput>(() => firstInput(year, today));
  const preview = useAct('previewCatalogChange');
  const file = useAct('fileCatalogChange', ['listCatalogChanges']);
  const navigate = useNavigate();
  const change = (part: Partial<ArrangementInput>) => {
    preview.reset();
    file.reset();
    setInput({ ...input, ...part });
  };
  const body = {
    kind: 'calendar-year' as const,
    target: String(year.year),
    effectiveOn: input.effectiveOn,
    basis: `${input.title}${input.number && `（${input.number}）`}`,
    content: contentOf(input),
  };
  return (
    <div className="filing-main">
      <PasteNotice year={year.year} take={(text) => change(withNotice(input, readHolidayNotice(text)))} />
      <section className="card drawer-body" aria-labelledby="notice-title">
        <h2 id="notice-title">通知</h2>
        <Notice input={input} change={change} />
      </section>
      <CalendarDays year={year.year} input={input} change={change} />
      <section className="card drawer-body" aria-labelledby="compare-title">
        <h2 id="compare-title">对照和报备</h2>
        {preview.data && <DiffTable diff={preview.data.diff} />}
        <Refused error={preview.error ?? file.error} />
        <div className="decide-acts">
          <Button loading={preview.isPending} onClick={() => preview.mutate({ body })}>
            和现行日历对照
          </Button>
          <Button
            type="primary"
            loading={file.isPending}
            disabled={!preview.data}
            onClick={() =>
              file.mutate(
                { body },
                { onSuccess: ({ changeId }) => void navigate({ to: `/catalog/changes/${changeId}` as never }) },
              )
            }
          >
            报备
          </Button>
        </div>
        <p className="quiet">先对照，看清楚每一天，再报备。另一位目录管理人员审核同意以后，在办件的期限自动重算。</p>
      </section>
    </div>
  );
}

function PasteNotice({ year, take }: { year: number; take: (text: string) => void }) {
  const [text, setText] = useState('');
  const [said, say] = useState('');
  const read = () => {
    const found = readHolidayNotice(text);
    const days = found.festivals.reduce((sum, festival) => sum + festival.days.length, 0);
    if (found.year !== year || days === 0)
      return say(
        found.year === null || days === 0
          ? '没有读出放假安排。请粘贴通知全文（从标题到日期），或者在下面逐项填写。'
          : `这是${found.year}年的通知，现在录入的是${year}年。`,
      );
    say(
      `读出 ${found.festivals.length} 个节日、放假 ${days} 天、调休上班 ${found.makeupWorkdays.length} 天，请逐项核对。`,
    );
    take(text);
  };
  return (
    <section className="card drawer-body" aria-labelledby="paste-title">
      <h2 id="paste-title">粘贴通知全文，自动填写</h2>
      <Labelled label="通知全文">
        {(id) => (
          <TextBox
            id={id}
            value={text}
            maxLength={5000}
            autoSize={{ minRows: 4, maxRows: 10 }}
            placeholder="国务院办公厅关于……年部分节假日安排的通知……"
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Labelled>
      <div>
        <Button onClick={read}>读取</Button>
      </div>
      <p role="status">{said}</p>
    </section>
  );
}

interface NoticeProps {
  readonly input: ArrangementInput;
  readonly change: (part: Partial<ArrangementInput>) => void;
}

function Notice({ input, change }: NoticeProps) {
  const line = (label: string, key: 'title' | 'number', maxLength: number) => (
    <Labelled label={label}>
      {(id) => (
        <TextLine
          id={id}
          value={input[key]}
          maxLength={maxLength}
          onChange={(event) => change({ [key]: event.target.value })}
        />
      )}
    </Labelled>
  );
  return (
    <>
      {line('通知标题', 'title', 120)}
      {line('文号（没有公布的不填）', 'number', 60)}
      <DayField label="通知的日期" value={input.issuedOn} change={(issuedOn) => change({ issuedOn })} />
      <DayField label="从哪天起按它计算" value={input.effectiveOn} change={(effectiveOn) => change({ effectiveOn })} />
    </>
  );
}
