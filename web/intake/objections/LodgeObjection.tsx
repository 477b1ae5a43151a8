import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ObjectionWay } from '#contract/objection-views.ts';
import { formatChinese } from '#domain/plain-date.ts';
import { LoginGate } from '../../access/LoginGate.tsx';
import { call, type ReplyTo } from '../../api.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { CitedReasons } from '../../ui/CitedReasons.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { EmptyState, Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { ObjectionForm } from './ObjectionForm.tsx';

const title = '提出异议';

/** 提出异议: first what is objected to; then, by the law of that, where it goes, and the form. */
export function LodgeObjection() {
  const params = useParams({ strict: false }) as { subjectKey: string; recordId: string };
  const { item } = useSearch({ strict: false }) as { item?: string };
  const ways = useQuery({
    queryKey: ['objection-ways', params.recordId],
    queryFn: () => call('getObjectionWays', { params }),
  });
  return (
    <LoginGate title={title} why="异议要由本人或者受托的经办人提出。">
      {() => (
        <Page title={title} above={<Link to="/records">← 回到我的失信信息</Link>}>
          <Loaded query={ways} lines={8}>
            {(reply) => <Choosing reply={reply} params={params} item={item} />}
          </Loaded>
        </Page>
      )}
    </LoginGate>
  );
}

const keyOf = (way: ObjectionWay) => way.itemId ?? way.ground;

const hints: Readonly<Record<string, string>> = {
  content: '文书号、日期、金额、事由等与决定书不一样',
  period: '公示得太久，或者最短、最长期限算得不对',
  listing: '认为本来就不应当被列入',
  declined: '修复申请没有被受理，您不同意理由',
  refused: '修复申请没有被准予，您不同意理由',
};

function Choosing(props: {
  reply: ReplyTo<'getObjectionWays'>;
  params: { subjectKey: string; recordId: string };
  item: string | undefined;
}) {
  const { reply, params, item } = props;
  const [chosen, choose] = useState(item && reply.ways.some((way) => keyOf(way) === item) ? item : '');
  const way = reply.ways.find((one) => keyOf(one) === chosen);
  return (
    <>
      <section className="card">
        <p>
          <strong>{reply.record.plain}</strong>
        </p>
        <p className="small">
          {formatChinese(reply.record.findingDate)} · {reply.record.organName} · {reply.record.docNumber}
        </p>
      </section>
      {reply.ways.length === 0 ? (
        <EmptyState title="这条信息没有可以提的异议">
          <p>不服原决定的，可以依法申请行政复议或者提起行政诉讼。</p>
        </EmptyState>
      ) : (
        <ChoiceField
          id="objection-ground"
          legend="您对什么有异议？"
          choices={reply.ways.map((one) => ({
            value: keyOf(one),
            label: one.label,
            hint: one.open ? `已经提过，编号 ${one.open.number}` : hints[one.ground],
          }))}
          value={chosen ? [chosen] : []}
          onChange={([next]) => choose(next ?? '')}
        />
      )}
      {way && <Way key={keyOf(way)} way={way} reply={reply} params={params} />}
    </>
  );
}

function Way({ way, reply, params }: { way: ObjectionWay } & Omit<Parameters<typeof Choosing>[0], 'item'>) {
  if (way.open)
    return (
      <Banner tone="wait" title={`对同一件事的异议 ${way.open.number} 还在处理`}>
        <p>不用再提。有新的材料，可以联系办理单位。</p>
        <p>
          <Link
            to="/objections/$subjectKey/$objectionId"
            params={{ subjectKey: params.subjectKey, objectionId: way.open.objectionId }}
          >
            看那一件的进度
          </Link>
        </p>
      </Banner>
    );
  if (way.elsewhere)
    return (
      <Banner title="这件事不在本平台提，请这样办">
        <CitedReasons reasons={[way.elsewhere]} />
      </Banner>
    );
  return (
    <>
      <details className="unfold">
        <summary>谁办、几天有答复、依据什么</summary>
        <CitedReasons reasons={way.rules} />
        {way.openQuestions.length > 0 && <h3>条文没有写明的</h3>}
        <ul>
          {way.openQuestions.map((one) => (
            <li key={one.question}>
              {one.question} 目前的做法：{one.until}
            </li>
          ))}
        </ul>
      </details>
      {way.whyNot ? (
        <Banner tone="bad" title="现在不能提这件异议">
          <CitedReasons reasons={[way.whyNot]} />
        </Banner>
      ) : (
        <>
          {way.until && (
            <p>
              最晚在 <DateText date={way.until} /> 提出。
            </p>
          )}
          <ObjectionForm
            way={way}
            subjectKey={params.subjectKey}
            recordId={params.recordId}
            unitName={reply.record.unitName ?? reply.record.organName}
            contact={reply.contact}
          />
        </>
      )}
    </>
  );
}
