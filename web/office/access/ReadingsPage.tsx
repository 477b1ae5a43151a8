import { Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type { ReadingView } from '#contract/readings.ts';
import { addressOf } from '../../api.ts';
import { useFilters, useGo } from '../address.ts';
import { useAskPages } from '../ask.ts';
import { DayField } from '../DayField.tsx';
import { Labelled } from '../Labelled.tsx';
import { Loaded, Nothing } from '../Loaded.tsx';
import { LoadMore } from '../LoadMore.tsx';
import { OfficeTable } from '../OfficeTable.tsx';
import { Page } from '../Page.tsx';
import { hasRole, useOfficer } from '../session.ts';
import { TextLine } from '../TextInput.tsx';
import { momentText } from '../when.ts';

/** 查阅记录: who looked at whose data, when and why. For the province's supervisors and the operators. */
export function ReadingsPage() {
  const [filters, change] = useFilters();
  const { subject, person, day } = filters;
  // Looking is noted each time: it is not asked again by itself.
  const query = useAskPages(
    'listReadings',
    { query: { subject, person, day } },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  const rows = query.data?.pages.flatMap((page) => page.readings) ?? [];
  const keptMonths = query.data?.pages[0]?.keptMonths;
  return (
    <Page
      title="查阅记录"
      intro={`谁、什么时候、为什么看了哪个主体的资料。${keptMonths ? `保存 ${keptMonths} 个月。` : ''}您在这里查找，也会留下记录。`}
      acts={<Button href={addressOf('listLedgerHeads', {})}>下载台账日封</Button>}
    >
      <Search key={`${subject}|${person}|${day}`} filters={filters} change={change} />
      <Loaded query={query} rows={8}>
        {() =>
          rows.length === 0 ? (
            <Nothing>
              {subject || person || day ? '没有符合条件的查阅记录，可以换一个条件。' : '还没有人查看过单个主体的资料。'}
            </Nothing>
          ) : (
            <>
              <Lines rows={rows} />
              <LoadMore query={query} shown={rows.length} />
            </>
          )
        }
      </Loaded>
      <p className="quiet">
        台账日封是每天凌晨对前一天全部台账做的摘要和签名，不含个人信息。请定期下载，交给平台以外的人保管，以后可以用来核对台账有没有被改过。
      </p>
    </Page>
  );
}

interface SearchProps {
  readonly filters: Record<string, string>;
  readonly change: (next: Record<string, string | undefined>) => void;
}

/** Asked when it is sent, not at every key: every question is noted. */
function Search({ filters, change }: SearchProps) {
  const [asked, setAsked] = useState({
    subject: filters.subject ?? '',
    person: filters.person ?? '',
    day: filters.day ?? '',
  });
  const send = (it: typeof asked) => {
    change({ subject: it.subject.trim(), person: it.person.trim(), day: it.day });
  };
  return (
    <search>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault();
          send(asked);
        }}
      >
        <Labelled label="主体的名称或代码">
          {(id) => (
            <TextLine
              id={id}
              value={asked.subject}
              maxLength={100}
              onChange={(event) => setAsked({ ...asked, subject: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled label="查看人或者单位">
          {(id) => (
            <TextLine
              id={id}
              value={asked.person}
              maxLength={60}
              onChange={(event) => setAsked({ ...asked, person: event.target.value })}
            />
          )}
        </Labelled>
        <DayField label="哪一天" value={asked.day} change={(day) => setAsked({ ...asked, day })} />
        <Button type="primary" htmlType="submit">
          查找
        </Button>
        {(filters.subject || filters.person || filters.day) && (
          <Button onClick={() => send({ subject: '', person: '', day: '' })}>清除条件</Button>
        )}
      </form>
    </search>
  );
}

function Lines({ rows }: { rows: readonly ReadingView[] }) {
  const go = useGo();
  const opens = hasRole(useOfficer(), ['supervisor']);
  const open = opens ? (it: ReadingView) => go(`/items/${it.subjectKey}/${it.itemId}`) : null;
  return (
    <OfficeTable<ReadingView>
      name="readings"
      caption="查阅记录清单"
      fixedKeys={['at', 'who']}
      columns={columnsFor(open)}
      dataSource={rows}
      rowKey={(it) => `${it.entryId}-${it.at}`}
    />
  );
}

function columnsFor(open: ((it: ReadingView) => void) | null): ColumnsType<ReadingView> {
  return [
    { key: 'at', title: '时间', className: 'figures', width: 176, render: (_, { at }) => momentText(at) },
    {
      key: 'who',
      title: '谁看的',
      render: (_, it) => (
        <div className="two-lines">
          <span className="strong">{it.who}</span>
          <span className="quiet">{it.unitName}</span>
        </div>
      ),
    },
    { key: 'subject', title: '看了谁的', render: (_, it) => it.subjectName ?? '—' },
    {
      key: 'what',
      title: '看了什么',
      render: (_, it) =>
        open && it.itemId && it.subjectKey ? (
          <button type="button" className="link" onClick={() => open(it)}>
            {it.what}
          </button>
        ) : (
          it.what
        ),
    },
    {
      key: 'why',
      title: '为什么',
      render: (_, it) => (
        <div className="two-lines">
          <span>{it.purpose ?? '依职权核对'}</span>
          {it.note && <span className="quiet">{it.note}</span>}
        </div>
      ),
    },
  ];
}
