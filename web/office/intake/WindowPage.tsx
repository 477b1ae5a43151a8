import './counter.css';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { SubjectView } from '#contract/record.ts';
import { newRequestId } from '../../api.ts';
import { useFilters, useGo } from '../address.ts';
import { useAsk } from '../ask.ts';
import { KeysDialog } from '../KeysDialog.tsx';
import { Labelled } from '../Labelled.tsx';
import { Loaded } from '../Loaded.tsx';
import { Page } from '../Page.tsx';
import { subjectKindWord } from '../words.ts';
import { DraftList } from './DraftList.tsx';
import { WindowApplications } from './WindowApplications.tsx';

const windowKeys = [
  ['Enter', '查找；再按一次，开始办理查到的第一位'],
  ['?', '看这些键（不在输入框里时）'],
] as const;

/** The counter: find the visitor's subject, or look up what this window has taken in. */
export function WindowPage() {
  const [filters, change] = useFilters();
  const desk = useAsk('getWindowDesk', {});
  return (
    <Page title="窗口收件" intro={desk.data?.scope ?? '来访人只交一张表、签一次名，平台送到各认定单位。'}>
      <section className="card">
        <h2>为来访人办理</h2>
        <SubjectSearch q={filters.q ?? ''} search={(q) => change({ q })} />
        {filters.q && filters.q.length >= 2 && <Found q={filters.q} />}
      </section>
      <DraftList />
      <WindowApplications />
      <KeysDialog keys={windowKeys} />
    </Page>
  );
}

function SubjectSearch({ q, search }: { q: string; search: (q: string) => void }) {
  const [text, setText] = useState(q);
  const [short, setShort] = useState(false);
  const submit = () => {
    setShort(text.trim().length < 2);
    if (text.trim().length >= 2) search(text.trim());
  };
  return (
    <search>
      <Labelled label="统一社会信用代码、证件号码、名称或曾用名">
        {(id) => (
          <Input.Search
            id={id}
            autoFocus
            size="large"
            maxLength={100}
            value={text}
            enterButton="查找"
            allowClear
            onChange={(event) => setText(event.target.value)}
            onSearch={submit}
          />
        )}
      </Labelled>
      {short && <p role="alert">请至少输入 2 个字。</p>}
    </search>
  );
}

function Found({ q }: { q: string }) {
  const found = useAsk('findSubjects', { query: { q } }, { keep: true });
  return (
    <Loaded
      query={found}
      rows={3}
      isEmpty={(it) => it.subjects.length === 0}
      emptyText="没有查到。请核对号码；用名称查的，请从第一个字写起，例如“南昌示例餐饮”；曾用名要写全。没有失信信息的主体不会出现在这里。"
    >
      {(it) => (
        <ul className="plain-list" aria-label="查到的主体">
          {it.subjects.map((one, at) => (
            <SubjectLine key={one.subjectKey} subject={one} first={at === 0} />
          ))}
        </ul>
      )}
    </Loaded>
  );
}

function SubjectLine({ subject, first }: { subject: SubjectView; first: boolean }) {
  const go = useGo();
  return (
    <li className="line-card line-split">
      <div>
        <p>
          <strong>{subject.name}</strong> <span className="quiet">{subjectKindWord(subject.kind)}</span>
        </p>
        {subject.formerNames && <p className="quiet">曾用名：{subject.formerNames.join('、')}</p>}
        <p className="quiet figures">
          {subject.identifier}
          {subject.address && ` · ${subject.address}`}
        </p>
      </div>
      <Button
        type={first ? 'primary' : 'default'}
        autoFocus={first}
        aria-label={`开始办理：${subject.name}`}
        onClick={() => go(`/window/${subject.subjectKey}`, { visit: newRequestId() })}
      >
        开始办理
      </Button>
    </li>
  );
}
