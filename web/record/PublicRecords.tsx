import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { call, type ReplyTo } from '../api.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { DateText } from '../ui/DateText.tsx';
import { TextField } from '../ui/Field.tsx';
import { EmptyState, Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';

/** 公示查询: what is still published about a subject, for anybody. */
export function PublicRecords() {
  const { q = '' } = useSearch({ strict: false }) as { q?: string };
  const navigate = useNavigate();
  const [typed, setTyped] = useState(String(q));
  const [error, setError] = useState<string>();
  const search = (event: React.FormEvent) => {
    event.preventDefault();
    const wanted = typed.trim();
    if (wanted.length < 4) return setError('请填写完整的名称或 18 位统一社会信用代码，至少 4 个字。');
    setError(undefined);
    void navigate({ to: '/public', search: { q: wanted } as never });
  };
  return (
    <Page title="公示查询" lead="查一家单位现在仍在公示的失信信息。已经修复、已经到期的不再显示。">
      <form className="stack" onSubmit={search}>
        <TextField
          id="q"
          label="单位全称或统一社会信用代码"
          value={typed}
          error={error}
          maxLength={100}
          onChange={setTyped}
        />
        <Button type="submit" wide>
          查询
        </Button>
      </form>
      {String(q).length >= 4 && <Found q={String(q)} />}
    </Page>
  );
}

function Found({ q }: { q: string }) {
  const found = useQuery({
    queryKey: ['public-records', q],
    queryFn: () => call('listPublicRecords', { query: { q } }),
  });
  return (
    <section className="section" aria-live="polite">
      <Loaded query={found}>
        {(reply) => (
          <>
            <Statements statements={reply.statements} />
            {reply.records.length === 0 ? <NothingShown reply={reply} /> : <Shown reply={reply} q={q} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

type Reply = ReplyTo<'listPublicRecords'>;

function NothingShown({ reply }: { reply: Reply }) {
  return (
    <EmptyState title={reply.name ? `“${reply.name}”没有正在公示的失信信息` : '没有查到正在公示的失信信息'}>
      <p>
        截至 <DateText date={reply.asOf} />
        。请核对名称是否为全称、代码是否 18 位。
      </p>
    </EmptyState>
  );
}

/** What stands in place of records while a plan is carried out: the words of 107号 art 22 with the ruling. */
function Statements({ statements }: Pick<Reply, 'statements'>) {
  return statements.map(({ text, since, ground }) => (
    <Banner key={ground?.number ?? since} tone="info" title={text}>
      <p>
        {ground && (
          <>
            {ground.office}
            {ground.title}
            {ground.number}，<DateText date={ground.day} />。
          </>
        )}
        <DateText date={since} /> 起市场监管的失信信息暂时屏蔽。
      </p>
    </Banner>
  ));
}

function Shown({ reply, q }: { reply: Reply; q: string }) {
  return (
    <>
      <h2>
        {reply.name ?? q}：{reply.records.length} 条正在公示
      </h2>
      <p className="small">
        {reply.formerNames.length > 0 && `曾用名：${reply.formerNames.join('、')}。`}截至 <DateText date={reply.asOf} />
      </p>
      <ul className="plain">
        {reply.records.map((record) => (
          <li key={record.docNumber + record.matterName} className="record" style={{ maxWidth: 'none' }}>
            <div className="record-choice" style={{ cursor: 'default' }}>
              <span>
                <span className="record-plain">{record.plain}</span>
                <span className="record-facts">
                  <DateText date={record.findingDate} /> · {record.organName}
                </span>
                <span className="record-facts">
                  {record.matterName} · {record.docNumber}
                </span>
                {record.shownUntil && (
                  <span className="record-facts">
                    最长公示到 <DateText date={record.shownUntil} />
                  </span>
                )}
              </span>
            </div>
          </li>
        ))}
      </ul>
      <p>
        这是您的单位？<Link to="/records">登录看能不能修复</Link>
      </p>
    </>
  );
}
